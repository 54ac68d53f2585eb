// Drizzle's PostgreSQL session, bound to one job on one connection: it stops with the job and answers as SQLite does.
import type { Query } from 'drizzle-orm';
import {
  PgDatabase,
  PgDialect,
  PgPreparedQuery,
  PgSession,
  type PreparedQueryConfig,
  type SelectedFieldsOrdered,
} from 'drizzle-orm/pg-core';

import type { Drizzle } from '../database.ts';
import type { Job } from '../job.ts';
import type { JoinedTables } from '../row-mapper.ts';
import { CompiledQuery, type Selected } from './compiled-query.ts';
import type { PostgresConnection } from './connection.ts';

export const dialect = new PgDialect({ casing: 'snake_case' });

export function drizzleFor(connection: PostgresConnection, job: Job): Drizzle {
  const session = new JobSession(connection, job);
  return new PgDatabase(dialect, session, undefined) as unknown as Drizzle;
}

/** What `.prepare()` of a query made by `drizzleFor` holds: it runs for any job of the connection. */
export function compiledOf(prepared: unknown): CompiledQuery {
  if (prepared instanceof JobQuery) return prepared.compiled;
  throw new Error('only a query can be prepared');
}

class JobSession extends PgSession {
  readonly #connection: PostgresConnection;
  readonly #job: Job;

  constructor(connection: PostgresConnection, job: Job) {
    super(dialect);
    this.#connection = connection;
    this.#job = job;
  }

  override prepareQuery<T extends PreparedQueryConfig>(
    query: Query,
    fields: SelectedFieldsOrdered | undefined,
    name: string | undefined,
  ): PgPreparedQuery<T> {
    const selected = { fields, name } as Selected;
    return new JobQuery<T>(new CompiledQuery(this.#connection, query, selected), this.#job, query);
  }

  override transaction(): never {
    throw new Error('a job is one transaction already');
  }
}

class JobQuery<T extends PreparedQueryConfig> extends PgPreparedQuery<T> {
  /** Set by Drizzle on what `prepareQuery` returned. */
  declare joinsNotNullableMap: JoinedTables;
  readonly compiled: CompiledQuery;
  readonly #job: Job;

  constructor(compiled: CompiledQuery, job: Job, query: Query) {
    super(query, undefined, undefined, undefined);
    this.compiled = compiled;
    this.compiled.joined = () => this.joinsNotNullableMap;
    this.#job = job;
  }

  override execute(values: Record<string, unknown> = {}): Promise<T['execute']> {
    return this.compiled.execute(this.#job, values);
  }

  /** Drizzle asks. */
  isResponseInArrayMode() {
    return true;
  }
}
