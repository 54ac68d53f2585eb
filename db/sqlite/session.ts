// Drizzle's SQLite session, bound to one job on one connection: statements are cached by text, stop with the job, and
// a query made in a job cannot run after it.
import type { Query } from 'drizzle-orm';
import type { RunResult } from 'better-sqlite3';
import {
  BaseSQLiteDatabase,
  ExecuteResultSync,
  type PreparedQueryConfig,
  type SelectedFieldsOrdered,
  type SQLiteExecuteMethod,
  SQLitePreparedQuery,
  SQLiteSession,
  SQLiteSyncDialect,
} from 'drizzle-orm/sqlite-core';

import type { Drizzle } from '../database.ts';
import type { Job } from '../job.ts';
import type { JoinedTables } from '../row-mapper.ts';
import { CompiledQuery } from './compiled-query.ts';
import type { SqliteConnection } from './connection.ts';

/**
 * Values are written `+?`, which means the same as `?`, except that SQLite does not plan the statement again for every
 * new value, as it does in joins otherwise (built with STAT4): 17 µs instead of 4 for a session and its person.
 */
class PlannedOnceDialect extends SQLiteSyncDialect {
  override escapeParam(): string {
    return '+?';
  }
}

export const dialect = new PlannedOnceDialect({ casing: 'snake_case' });

export function drizzleFor(connection: SqliteConnection, job: Job): Drizzle {
  const session = new JobSession(connection, job);
  return new BaseSQLiteDatabase('sync', dialect, session, undefined) as unknown as Drizzle;
}

/** What `.prepare()` of a query made by `drizzleFor` holds: it runs for any job of the connection. */
export function compiledOf(prepared: unknown): CompiledQuery {
  if (prepared instanceof JobQuery) return prepared.compiled;
  throw new Error('only a query can be prepared');
}

class JobSession extends SQLiteSession<
  'sync',
  RunResult,
  Record<string, never>,
  Record<string, never>
> {
  readonly #connection: SqliteConnection;
  readonly #job: Job;

  constructor(connection: SqliteConnection, job: Job) {
    super(dialect);
    this.#connection = connection;
    this.#job = job;
  }

  override prepareQuery(
    query: Query,
    fields: SelectedFieldsOrdered | undefined,
    method: SQLiteExecuteMethod,
  ): JobQuery {
    const compiled = new CompiledQuery(this.#connection, query, { fields, method });
    return new JobQuery(compiled, this.#job, query);
  }

  override transaction(): never {
    throw new Error('a job is one transaction already');
  }
}

type Config = PreparedQueryConfig & { type: 'sync'; run: RunResult };

class JobQuery extends SQLitePreparedQuery<Config> {
  /** Set by Drizzle on what `prepareQuery` returned. */
  declare joinsNotNullableMap: JoinedTables;
  readonly compiled: CompiledQuery;
  readonly #job: Job;

  constructor(compiled: CompiledQuery, job: Job, query: Query) {
    super('sync', 'all', query);
    this.compiled = compiled;
    this.compiled.joined = () => this.joinsNotNullableMap;
    this.#job = job;
  }

  override execute(values: Record<string, unknown> = {}) {
    return new ExecuteResultSync(() => this.compiled.execute(this.#job, values));
  }

  override run(values: Record<string, unknown> = {}) {
    return this.compiled.run(this.#job, values);
  }

  override all(values: Record<string, unknown> = {}) {
    return this.compiled.all(this.#job, values);
  }

  override get(values: Record<string, unknown> = {}) {
    return this.compiled.all(this.#job, values)[0];
  }

  override values(): never {
    throw new Error('select names its columns');
  }
}
