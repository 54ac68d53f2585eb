// Appends what a write collected, as the last thing before its commit and in one statement: the function takes a lock
// that is held until the commit is seen by others, so that numbers have no gaps and are read in order.
import type { Job } from '../job.ts';
import { failedStatement } from '../job.ts';
import type { Collected } from '../write.ts';
import type { PostgresConnection } from './connection.ts';

const APPEND = 'select append_log($1, $2, $3, $4, $5) as seq';

/** The head of the log after it: the seq of the last event appended. */
export async function appendCollected(
  connection: PostgresConnection,
  job: Job,
  collected: Collected,
): Promise<number> {
  const { act, now, events, audit } = collected;
  const params = [
    now.toISOString(),
    act.actorId,
    act.mutationId ?? null,
    JSON.stringify(events),
    JSON.stringify(audit),
  ];
  connection.onStatement?.({ sql: APPEND, params });
  try {
    const query = { name: 'log.append', text: APPEND, values: params };
    const { rows } = await connection.client.query<{ seq: number }>(query);
    return rows[0]?.seq ?? 0;
  } catch (error) {
    throw failedStatement(job, APPEND, error);
  }
}
