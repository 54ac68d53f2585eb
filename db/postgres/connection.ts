// The pool, and what holds for each of its connections. Values come back as SQLite has them: numbers for numbers, 0 and
// 1, milliseconds, JSON as text; so that a row read without a schema is the same in both.
import { Pool, type PoolClient, types } from 'pg';

import type { OnStatement } from '../database.ts';
import type { CompiledQuery } from './compiled-query.ts';

export type PostgresConnection = {
  client: PoolClient;
  prepared: Map<string, { source: string; query: CompiledQuery }>;
  /** Statements sent and not answered yet. */
  inFlight: number;
  onAnswer: () => void;
  onStatement: OnStatement | undefined;
};

export type Connections = {
  take(): Promise<PostgresConnection>;
  /** A connection in an unknown state is not used again. */
  giveBack(connection: PostgresConnection, isBroken?: boolean): void;
  /** Refuses new jobs, finishes those under way. */
  close: () => Promise<void>;
};

const CONNECT_TIMEOUT_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 30_000;
/** A job that forgot its transaction would hold its locks for ever. */
const FORGOTTEN_TRANSACTION_MS = 15_000;

export function openConnections(url: string, max: number, onStatement?: OnStatement): Connections {
  const known = new WeakMap<PoolClient, PostgresConnection>();
  const pool = new Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: FORGOTTEN_TRANSACTION_MS,
    application_name: 'haru',
    types: { getTypeParser },
  });
  // A connection that breaks while nobody uses it: the pool has dropped it already, and opens another.
  pool.on('error', (error) => process.emitWarning(error));

  let taken = 0;
  let onLastBack: (() => void) | null = null;
  let isClosed = false;

  function oneLess() {
    taken--;
    if (taken === 0) onLastBack?.();
  }

  return {
    async take() {
      if (isClosed) throw new Error('the database is closed');
      taken++;
      try {
        const client = await pool.connect();
        const connection = known.get(client) ?? newConnection(client, onStatement);
        known.set(client, connection);
        return connection;
      } catch (error) {
        oneLess();
        throw error;
      }
    },
    giveBack({ client }, isBroken = false) {
      client.release(isBroken);
      oneLess();
    },
    async close() {
      isClosed = true;
      if (taken > 0) await new Promise<void>((resolve) => (onLastBack = resolve));
      await pool.end();
    },
  };
}

function newConnection(
  client: PoolClient,
  onStatement: OnStatement | undefined,
): PostgresConnection {
  // It breaks while a job has it: the job's statement fails with the same error, and without a listener the process.
  client.on('error', () => undefined);
  return { client, prepared: new Map(), inFlight: 0, onAnswer: () => undefined, onStatement };
}

const { builtins } = types;
const parseInstant: (text: string) => Date = types.getTypeParser(builtins.TIMESTAMPTZ);

const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  [builtins.BOOL, (text) => (text === 't' ? 1 : 0)],
  [builtins.TIMESTAMPTZ, (text) => parseInstant(text).getTime()],
  [builtins.DATE, (text) => text],
  [builtins.JSON, (text) => text],
  [builtins.JSONB, (text) => text],
]);

function getTypeParser(type: number) {
  return PARSERS.get(type) ?? types.getTypeParser(type);
}
