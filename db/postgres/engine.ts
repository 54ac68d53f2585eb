// A PostgreSQL connection as a job uses it.
import { is, SQL } from 'drizzle-orm';

import type { Drizzle } from '../database.ts';
import type { Job } from '../job.ts';
import type { Engine } from '../tx.ts';
import { CompiledQuery } from './compiled-query.ts';
import type { PostgresConnection } from './connection.ts';
import { compiledOf, dialect, drizzleFor } from './session.ts';

/** Filters can be combined in more ways than a connection can hold; what comes later is planned anew each time. */
const KEPT_QUERIES = 500;

type Build = (q: Drizzle) => unknown;
type Preparable = { prepare(name: string | undefined): unknown };
type Lockable = { for(strength: 'update'): unknown };

export function postgresEngine(connection: PostgresConnection): Engine {
  return {
    queries: (job) => drizzleFor(connection, job),
    lock: (query) => (query as Lockable).for('update'),
    rows: (job, query) => rawRows(connection, job, query),
    prepared(job, name, build) {
      const query = preparedQuery(connection, job, { name, build });
      return { execute: (values = {}) => query.execute(job, values) };
    },
  };
}

async function rawRows(connection: PostgresConnection, job: Job, query: SQL): Promise<unknown[]> {
  const rows = await rawQuery(connection, query).execute(job, {});
  return rows as unknown[];
}

/** The same name with another text would silently run the first one's query: it throws instead. */
function preparedQuery(
  connection: PostgresConnection,
  job: Job,
  { name, build }: { name: string; build: Build },
): CompiledQuery {
  const source = String(build);
  const known = connection.prepared.get(name);
  if (known) {
    if (known.source !== source) throw new Error(`two prepared queries are named "${name}"`);
    return known.query;
  }
  const built = build(drizzleFor(connection, job));
  const isKept = connection.prepared.size < KEPT_QUERIES;
  const shortName = isKept ? `q${connection.prepared.size}` : undefined; // PostgreSQL cuts names after 63 bytes
  const query = is(built, SQL)
    ? rawQuery(connection, built, shortName)
    : compiledOf((built as Preparable).prepare(shortName));
  if (isKept) connection.prepared.set(name, { source, query });
  return query;
}

function rawQuery(connection: PostgresConnection, query: SQL, name?: string): CompiledQuery {
  const selected = { fields: undefined, name, isRaw: true };
  return new CompiledQuery(connection, dialect.sqlToQuery(query), selected);
}
