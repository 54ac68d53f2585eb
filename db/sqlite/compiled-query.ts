// A query ready to run on one connection: its statement, how its values are filled in, how its rows are mapped.
import type { RunResult, Statement } from 'better-sqlite3';
import type { Query } from 'drizzle-orm';
import type { SelectedFieldsOrdered, SQLiteExecuteMethod } from 'drizzle-orm/sqlite-core';

import { failedStatement, type Job, mayRun } from '../job.ts';
import { type Fill, fillOf, hasPlaceholder, type Values } from '../placeholders.ts';
import { type JoinedTables, type RowMapper, rowMapper } from '../row-mapper.ts';
import { type SqliteConnection, statementFor } from './connection.ts';

export type Selected = { fields: SelectedFieldsOrdered | undefined; method: SQLiteExecuteMethod };

export class CompiledQuery {
  /** Drizzle knows the joins a moment after it asked for the query. */
  joined: () => JoinedTables = () => undefined;
  readonly #connection: SqliteConnection;
  readonly #query: Query;
  readonly #fields: SelectedFieldsOrdered | undefined;
  readonly #method: SQLiteExecuteMethod;
  #statement: Statement | null = null;
  #fixed: unknown[] | null = null;
  #fills: Fill[] | null = null;
  #mapper: RowMapper | null = null;

  constructor(connection: SqliteConnection, query: Query, selected: Selected) {
    this.#connection = connection;
    this.#query = query;
    this.#fields = selected.fields;
    this.#method = selected.method;
  }

  execute(job: Job, values: Values): unknown {
    return this.#method === 'run' ? this.run(job, values) : this.all(job, values);
  }

  /** Rows mapped as selected, or as the driver's objects when nothing was selected. */
  all(job: Job, values: Values): unknown[] {
    const rows = this.#run(job, values, (statement, params) => rowsOf(statement, params, job));
    if (!this.#fields) return rows;
    const mapper = (this.#mapper ??= rowMapper(this.#fields, this.joined()));
    return (rows as unknown[][]).map(mapper);
  }

  run(job: Job, values: Values): RunResult {
    const result = this.#run(job, values, (statement, params) => statement.run(params));
    job.changedRows += result.changes;
    return result;
  }

  #run<T>(job: Job, values: Values, work: (statement: Statement, params: unknown[]) => T): T {
    mayRun(job);
    const { sql } = this.#query;
    const params = this.#params(values);
    this.#connection.onStatement?.({ sql, params });
    try {
      const mode = this.#fields ? 'arrays' : 'objects';
      this.#statement ??= statementFor(this.#connection, sql, mode);
      return work(this.#statement, params);
    } catch (error) {
      throw failedStatement(job, sql, error);
    }
  }

  #params(values: Values): unknown[] {
    if (this.#fixed) return this.#fixed;
    if (!this.#fills) {
      this.#fills = this.#query.params.map(fillOf);
      if (!this.#query.params.some(hasPlaceholder)) return (this.#fixed = this.#filled(values));
    }
    return this.#filled(values);
  }

  #filled(values: Values): unknown[] {
    return (this.#fills ?? []).map((fill) => storable(fill(values)));
  }
}

function rowsOf(statement: Statement, params: unknown[], job: Job): unknown[] {
  if (!statement.reader) {
    job.changedRows += statement.run(params).changes;
    return [];
  }
  const rows = statement.all(params);
  if (!statement.readonly) job.changedRows += rows.length;
  return rows;
}

/** What Drizzle leaves as it is (a placeholder in `where`, a value in raw SQL), as the kit's columns store it. */
function storable(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value;
}
