// A write on PostgreSQL: one READ COMMITTED transaction that locks what it decides on, and appends to the log last.
// When PostgreSQL gives up on it because of another one, it runs again.
import { setTimeout as delay } from 'node:timers/promises';

import type { Act, WriteTx } from '../database.ts';
import { isLostRace } from '../errors.ts';
import { type Job, runInside, startJob, STRAYED } from '../job.ts';
import { writeTx } from '../tx.ts';
import { type Collected, collect, requireLabel } from '../write.ts';
import { appendCollected } from './append.ts';
import type { Connections, PostgresConnection } from './connection.ts';
import { postgresEngine } from './engine.ts';
import { beginWrite } from './reader.ts';

export type WriteJob<T> = {
  act: Act;
  isAudited: boolean;
  now: () => Date;
  work: (tx: WriteTx) => Promise<T>;
};

/** `seq`: where the log stands for the answer; `head`: the last event appended, null when there was none. */
export type Written<T> = { value: T; seq: number; head: number | null };

const ATTEMPTS = 6;
const RETRY_PAUSE_MAX_MS = 30;

export async function write<T>(
  connections: Connections,
  writeJob: WriteJob<T>,
): Promise<Written<T>> {
  for (let attempt = 1; ; attempt++) {
    const job = startJob('write');
    try {
      return await writeOnce(connections, writeJob, job);
    } catch (error) {
      const isRace = isLostRace(job.failure) || isLostRace(error);
      if (!isRace || attempt === ATTEMPTS) throw error;
    }
    await delay(1 + Math.random() * attempt * RETRY_PAUSE_MAX_MS);
  }
}

async function writeOnce<T>(
  connections: Connections,
  { act, isAudited, now, work }: WriteJob<T>,
  job: Job,
): Promise<Written<T>> {
  const connection = await connections.take();
  try {
    const seq = await beginWrite(connection);
    const collected = collect(act, now());
    const tx = writeTx(postgresEngine(connection), job, collected);
    const value = await unlessItStrays(connection, job, () => runInside(job, () => work(tx)));
    if (job.failure) throw job.failure;
    if (isAudited) requireLabel(collected, job);
    job.isOver = true;
    const head = await append(connection, job, collected);
    await commit(connection);
    connections.giveBack(connection);
    return { value, seq: head ?? seq, head };
  } catch (error) {
    job.isOver = true;
    await rollBack(connections, connection);
    throw error;
  }
}

async function append(connection: PostgresConnection, job: Job, collected: Collected) {
  if (collected.events.length === 0 && collected.audit.length === 0) return null;
  const head = await appendCollected(connection, job, collected);
  return collected.events.length > 0 ? head : null;
}

/** PostgreSQL answers "ROLLBACK", and no error, when a statement had failed. */
async function commit({ client }: PostgresConnection) {
  const { command } = await client.query('commit');
  if (command !== 'COMMIT') throw new Error('PostgreSQL rolled the transaction back');
}

async function rollBack(connections: Connections, connection: PostgresConnection) {
  try {
    await connection.client.query('rollback');
    connections.giveBack(connection);
  } catch {
    connections.giveBack(connection, true);
  }
}

/** No statement under way, and yet the job goes on: it waits for something that is not the database. */
function unlessItStrays<T>(
  connection: PostgresConnection,
  job: Job,
  work: () => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const look = () => {
      setImmediate(() => {
        if (connection.inFlight === 0 && !job.isOver) reject(new Error(STRAYED));
      });
    };
    const stopLooking = () => {
      if (connection.onAnswer === look) connection.onAnswer = () => undefined;
    };
    connection.onAnswer = look;
    look();
    work().then(resolve, reject).finally(stopLooking);
  });
}
