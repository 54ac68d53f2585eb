// A SQLite connection as a job uses it. Every statement runs at once; the promises are for the sake of PostgreSQL.
import { is, SQL } from 'drizzle-orm';

import type { Drizzle } from '../database.ts';
import type { Job } from '../job.ts';
import type { Engine } from '../tx.ts';
import { CompiledQuery } from './compiled-query.ts';
import { forgetOldest, type SqliteConnection } from './connection.ts';
import { compiledOf, dialect, drizzleFor } from './session.ts';

/** Filters can be combined in more ways than anybody's memory holds. */
const KEPT_QUERIES = 500;

type Build = (q: Drizzle) => unknown;
type Preparable = { prepare(): unknown };

export function sqliteEngine(connection: SqliteConnection): Engine {
  return {
    queries: (job) => drizzleFor(connection, job),
    lock: (query) => query,
    async rows(job, query) {
      return rawRows(connection, job, query);
    },
    prepared(job, name, build) {
      const query = preparedQuery(connection, job, { name, build });
      return { execute: async (values = {}) => query.execute(job, values) };
    },
  };
}

function rawRows(connection: SqliteConnection, job: Job, query: SQL): unknown[] {
  const compiled = new CompiledQuery(connection, dialect.sqlToQuery(query), {
    fields: undefined,
    method: 'all',
  });
  return compiled.all(job, {});
}

/** The same name with another text would silently run the first one's query: it throws instead. */
export function preparedQuery(
  connection: SqliteConnection,
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
  const query = is(built, SQL)
    ? new CompiledQuery(connection, dialect.sqlToQuery(built), { fields: undefined, method: 'all' })
    : compiledOf((built as Preparable).prepare());
  connection.prepared.set(name, { source, query });
  if (connection.prepared.size > KEPT_QUERIES) forgetOldest(connection.prepared);
  return query;
}
