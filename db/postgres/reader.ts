// A read is one REPEATABLE READ transaction, so that everything in it is of the same moment as its position.
import type { QueryResult } from 'pg';

import type { ReadTx } from '../database.ts';
import { refuseNesting, runInside, startJob } from '../job.ts';
import { readTx } from '../tx.ts';
import type { Connections, PostgresConnection } from './connection.ts';
import { postgresEngine } from './engine.ts';

const HEAD = 'select coalesce(max(seq), 0) as seq from events';
const BEGIN_READ = `begin isolation level repeatable read, read only; ${HEAD}`;
const BEGIN_WRITE = `begin isolation level read committed; ${HEAD}`;

export async function readOnce<T>(
  connections: Connections,
  epoch: string,
  work: (tx: ReadTx) => Promise<T>,
): Promise<T> {
  refuseNesting('read');
  const connection = await connections.take();
  const job = startJob('read');
  try {
    const seq = await begin(connection, BEGIN_READ);
    const tx = readTx(postgresEngine(connection), job, { epoch, readHead: () => seq });
    const value = await runInside(job, () => work(tx));
    if (job.failure) throw job.failure;
    return value;
  } finally {
    job.isOver = true;
    end(connections, connection);
  }
}

/** Two statements in one message: the transaction begins and says where the log ends. */
async function begin(connection: PostgresConnection, text: string): Promise<number> {
  const results = (await connection.client.query(text)) as unknown as QueryResult<{
    seq: number;
  }>[];
  return results[1]?.rows[0]?.seq ?? 0;
}

export function beginWrite(connection: PostgresConnection): Promise<number> {
  return begin(connection, BEGIN_WRITE);
}

/** Nobody waits for it: the answer is known already, and the connection's next statement comes after this one. */
function end(connections: Connections, connection: PostgresConnection) {
  connection.client.query('commit').then(
    () => connections.giveBack(connection),
    () => connections.giveBack(connection, true),
  );
}
