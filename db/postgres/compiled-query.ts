// A query ready to run on one PostgreSQL connection; one with a name is planned once there.
import type { Query } from 'drizzle-orm';
import type { SelectedFieldsOrdered } from 'drizzle-orm/sqlite-core';
import { DatabaseError, type QueryResult } from 'pg';

import { failedStatement, type Job, mayRun } from '../job.ts';
import { type Fill, fillOf, type Values } from '../placeholders.ts';
import { type JoinedTables, type RowMapper, rowMapper } from '../row-mapper.ts';
import type { PostgresConnection } from './connection.ts';

export type Selected = {
  fields: SelectedFieldsOrdered | undefined;
  name: string | undefined;
  isRaw?: boolean;
};

const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

export class CompiledQuery {
  /** Drizzle knows the joins a moment after it asked for the query. */
  joined: () => JoinedTables = () => undefined;
  readonly #connection: PostgresConnection;
  readonly #query: Query;
  readonly #selected: Selected;
  readonly #fills: Fill[];
  #mapper: RowMapper | null = null;

  constructor(connection: PostgresConnection, query: Query, selected: Selected) {
    this.#connection = connection;
    this.#query = query;
    this.#selected = selected;
    this.#fills = query.params.map(fillOf);
  }

  /** What SQLite would answer: mapped rows, raw rows, or how many rows changed. */
  async execute(job: Job, values: Values): Promise<unknown> {
    const { fields, isRaw } = this.#selected;
    const result = await this.#run(job, values);
    if (CHANGES.has(result.command)) job.changedRows += result.rowCount ?? 0;
    if (isRaw) return result.rows;
    if (!fields) return { changes: result.rowCount ?? 0, lastInsertRowid: 0 };
    const mapper = (this.#mapper ??= rowMapper(fields, this.joined()));
    return (result.rows as unknown[][]).map(mapper);
  }

  async #run(job: Job, values: Values): Promise<QueryResult> {
    mayRun(job);
    const { sql } = this.#query;
    const params = this.#fills.map((fill) => fill(values));
    const connection = this.#connection;
    connection.onStatement?.({ sql, params });
    connection.inFlight++;
    try {
      return await connection.client.query({
        text: sql,
        values: params,
        ...(this.#selected.name === undefined ? {} : { name: this.#selected.name }),
        ...(this.#selected.fields ? { rowMode: 'array' } : {}),
      });
    } catch (error) {
      if (error instanceof DatabaseError) error.detail = undefined; // it quotes the row
      throw failedStatement(job, sql, error);
    } finally {
      connection.inFlight--;
      connection.onAnswer();
    }
  }
}
