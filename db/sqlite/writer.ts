// The writer: the one connection that changes the file. One job at a time, each in a savepoint of the transaction that
// is open; beginning waits, without sleeping, while another process holds the file.
import { setTimeout as delay } from 'node:timers/promises';

import type { Act, WriteTx } from '../database.ts';
import { codeOf } from '../errors.ts';
import { type Job, runInside, startJob, STRAYED } from '../job.ts';
import { writeTx } from '../tx.ts';
import { collect, requireLabel } from '../write.ts';
import { appendCollected } from './append.ts';
import type { SqliteConnection } from './connection.ts';
import { sqliteEngine } from './engine.ts';
import { headStatement } from './log-head.ts';

export type WriteJob = { act: Act; isAudited: boolean; work: (tx: WriteTx) => Promise<unknown> };

/** `lost`: SQLite ended the whole transaction, and every job before this one is gone with it. */
export type Outcome =
  | { state: 'done'; value: unknown; seq: number }
  | { state: 'refused'; error: unknown }
  | { state: 'lost'; error: unknown };

export type Writer = ReturnType<typeof startWriter>;

const BUSY_LIMIT_MS = 15_000;
const BUSY_PAUSE_MAX_MS = 25;

export function startWriter(connection: SqliteConnection, now: () => Date) {
  const { client } = connection;
  const engine = sqliteEngine(connection);
  const run = {
    begin: client.prepare('begin immediate'),
    commit: client.prepare('commit'),
    rollback: client.prepare('rollback'),
    savepoint: client.prepare('savepoint job'),
    release: client.prepare('release job'),
    undo: client.prepare('rollback to job'),
  };
  const readHead = headStatement(client);
  let seqAtBegin = 0;
  let seq = 0;

  async function work({ act, isAudited, work }: WriteJob, job: Job): Promise<Outcome> {
    const collected = collect(act, now());
    const tx = writeTx(engine, job, collected);
    try {
      const value = await settledAtOnce(runInside(job, () => work(tx)));
      if (job.failure) throw job.failure;
      if (isAudited) requireLabel(collected, job);
      const appended = appendCollected(connection, job, collected);
      return { state: 'done', value, seq: appended ?? seq };
    } catch (error) {
      return { state: 'refused', error };
    } finally {
      job.isOver = true;
    }
  }

  return {
    async begin() {
      await patiently(() => run.begin.run());
      seqAtBegin = readHead();
      seq = seqAtBegin;
    },

    async attempt(writeJob: WriteJob): Promise<Outcome> {
      try {
        run.savepoint.run();
        const outcome = await work(writeJob, startJob('write'));
        if (!client.inTransaction) return lost(outcome);
        if (outcome.state === 'done') seq = outcome.seq;
        else run.undo.run();
        run.release.run();
        return outcome;
      } catch (error) {
        return { state: 'lost', error };
      }
    },

    /** The highest seq, if events were appended since `begin`; else null. */
    commit(): number | null {
      run.commit.run();
      return seq > seqAtBegin ? seq : null;
    },

    /** Also when SQLite has rolled back by itself. */
    rollback() {
      if (client.inTransaction) run.rollback.run();
    },

    close() {
      client.close();
    },
  };
}

function lost(outcome: Outcome): Outcome {
  const error =
    outcome.state === 'done' ? new Error('SQLite rolled the transaction back') : outcome.error;
  return { state: 'lost', error };
}

/** The database answers within the same turn of the event loop, so a job that takes longer waits for something else. */
function settledAtOnce<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const tooLate = setImmediate(() => {
      reject(new Error(STRAYED));
    });
    promise.then(
      (value) => {
        clearImmediate(tooLate);
        resolve(value);
      },
      (error: unknown) => {
        clearImmediate(tooLate);
        reject(error);
      },
    );
  });
}

async function patiently(begin: () => unknown) {
  const started = performance.now();
  for (let attempt = 1; ; attempt++) {
    try {
      begin();
      return;
    } catch (error) {
      const isBusy = codeOf(error)?.startsWith('SQLITE_BUSY') ?? false;
      if (!isBusy || performance.now() - started > BUSY_LIMIT_MS) throw error;
    }
    await delay(1 + Math.random() * Math.min(2 * attempt, BUSY_PAUSE_MAX_MS));
  }
}
