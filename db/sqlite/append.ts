// Appends what a write collected to the log and to the audit chain, inside the write's own savepoint.
import { desc, sql } from 'drizzle-orm';

import { CHAIN_START, chainHash } from '../audit-chain.ts';
import type { Drizzle } from '../database.ts';
import type { Job } from '../job.ts';
import { audit } from '../schema/audit.ts';
import { events } from '../schema/events.ts';
import type { Collected } from '../write.ts';
import type { SqliteConnection } from './connection.ts';
import { preparedQuery } from './engine.ts';

/** The seq of the last event appended, or null when there was none. */
export function appendCollected(
  connection: SqliteConnection,
  job: Job,
  collected: Collected,
): number | null {
  appendAudit(connection, job, collected);
  return appendEvents(connection, job, collected);
}

function appendEvents(
  connection: SqliteConnection,
  job: Job,
  { act, now, events: rows }: Collected,
): number | null {
  if (rows.length === 0) return null;
  const insert = preparedQuery(connection, job, { name: 'log.appendEvent', build: insertEvent });
  const mutationId = act.mutationId ?? null;
  let seq = 0;
  for (const row of rows) {
    const { lastInsertRowid } = insert.run(job, {
      ...row,
      mutationId,
      actorId: act.actorId,
      at: now,
    });
    seq = Number(lastInsertRowid);
  }
  return seq;
}

function appendAudit(connection: SqliteConnection, job: Job, { act, now, audit: rows }: Collected) {
  if (rows.length === 0) return;
  const insert = preparedQuery(connection, job, { name: 'log.appendAudit', build: insertAudit });
  const last = preparedQuery(connection, job, { name: 'log.lastAudit', build: lastAudit });
  const [link] = last.all(job, {}) as { hash: string }[];
  let prevHash = link?.hash ?? CHAIN_START.hash;
  for (const row of rows) {
    const hash = chainHash(prevHash, row.line);
    insert.run(job, { ...row, prevHash, hash, actorId: act.actorId, at: now });
    prevHash = hash;
  }
}

function insertEvent(q: Drizzle) {
  return q.insert(events).values({
    feature: sql.placeholder('feature'),
    kind: sql.placeholder('kind'),
    entityId: sql.placeholder('entityId'),
    version: sql.placeholder('version'),
    audience: sql.placeholder('audience'),
    payload: sql.placeholder('payload'),
    mutationId: sql.placeholder('mutationId'),
    actorId: sql.placeholder('actorId'),
    at: sql.placeholder('at'),
  });
}

function insertAudit(q: Drizzle) {
  return q.insert(audit).values({
    at: sql.placeholder('at'),
    actorId: sql.placeholder('actorId'),
    label: sql.placeholder('label'),
    subjectKind: sql.placeholder('subjectKind'),
    subjectId: sql.placeholder('subjectId'),
    line: sql.placeholder('line'),
    prevHash: sql.placeholder('prevHash'),
    hash: sql.placeholder('hash'),
  });
}

function lastAudit(q: Drizzle) {
  return q.select({ hash: audit.hash }).from(audit).orderBy(desc(audit.seq)).limit(1);
}
