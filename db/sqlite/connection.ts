// One connection to a SQLite file, with its pragmas and the statements it has prepared: nothing else sets pragmas.
import { fileURLToPath } from 'node:url';

import Database from 'better-sqlite3';

import type { OnStatement } from '../database.ts';
import type { CompiledQuery } from './compiled-query.ts';

export type SqliteConnection = {
  client: Database.Database;
  /** By text; one set for rows as arrays, one for rows as objects, because a statement has one mode at a time. */
  arrayStatements: Map<string, Database.Statement>;
  objectStatements: Map<string, Database.Statement>;
  prepared: Map<string, { source: string; query: CompiledQuery }>;
  onStatement: OnStatement | undefined;
};

const KEPT_STATEMENTS = 300;
const JOURNAL_SIZE_LIMIT_BYTES = 64 * 1024 * 1024;
const READER_BUSY_TIMEOUT_MS = 250;

export function sqliteFile(url: string): string {
  if (url.startsWith('file:///')) return fileURLToPath(url);
  if (url.startsWith('file:/')) return decodeURIComponent(url.slice('file:'.length));
  throw new Error('a SQLite database is named by file:/absolute/path');
}

/** Never sleeps for a lock (the queue tries again by itself) and never checkpoints (a worker does). */
export function openWriter(file: string, onStatement?: OnStatement): SqliteConnection {
  const client = new Database(file, { fileMustExist: true, timeout: 0 });
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  // A job's savepoint keeps the pages it changes: after 64 KiB in a file, a quarter of what a message costs.
  client.pragma('temp_store = MEMORY');
  client.pragma('wal_autocheckpoint = 0');
  client.pragma(`journal_size_limit = ${JOURNAL_SIZE_LIMIT_BYTES}`);
  return connection(client, onStatement);
}

export function openReader(file: string, onStatement?: OnStatement): SqliteConnection {
  const client = new Database(file, { readonly: true, timeout: READER_BUSY_TIMEOUT_MS });
  return connection(client, onStatement);
}

export function statementFor(
  connection: SqliteConnection,
  sql: string,
  mode: 'arrays' | 'objects',
): Database.Statement {
  const statements = mode === 'arrays' ? connection.arrayStatements : connection.objectStatements;
  const known = statements.get(sql);
  if (known) {
    statements.delete(sql);
    statements.set(sql, known);
    return known;
  }
  const statement = connection.client.prepare(sql);
  if (mode === 'arrays') statement.raw(true);
  statements.set(sql, statement);
  if (statements.size > KEPT_STATEMENTS) forgetOldest(statements);
  return statement;
}

export function forgetOldest(kept: Map<string, unknown>) {
  for (const oldest of kept.keys()) {
    kept.delete(oldest);
    return;
  }
}

function connection(
  client: Database.Database,
  onStatement: OnStatement | undefined,
): SqliteConnection {
  return {
    client,
    arrayStatements: new Map(),
    objectStatements: new Map(),
    prepared: new Map(),
    onStatement,
  };
}
