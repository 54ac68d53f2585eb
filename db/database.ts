// What the rest of Haru sees of the database: one way to read, one way to change. The same for SQLite and PostgreSQL.
import type { SQL } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';

export type Drizzle = BetterSQLite3Database;

/** `"<epoch>:<seq>"`: a place in the log of events. */
export type Position = string;

export type Db = {
  dialect: 'sqlite' | 'postgres';
  epoch: string;
  /** One snapshot for the whole job. Never inside another read or write. */
  read<T>(job: (tx: ReadTx) => Promise<T>): Promise<T>;
  /**
   * The one way to change anything: answers after it is on disk. The job may run twice, so it does nothing but use
   * `tx`; awaiting anything else (a timer, a file, another read or write) fails it.
   */
  write<T>(act: Act, job: (tx: WriteTx) => Promise<T>): Promise<{ value: T; asOf: Position }>;
  /** Calls `listener` after each commit of this process that appended events, with the highest seq; returns how to stop. */
  onCommit: (listener: (head: number) => void) => () => void;
  ping(): Promise<void>;
  close(): Promise<void>;
};

/** Who writes, and the id their screen gave the act (its events repeat it). */
export type Act = { actorId: string | null; mutationId?: string | null | undefined };

type Queries = Pick<Drizzle, 'select' | 'selectDistinct' | 'with' | '$with'>;
type Changes = Pick<Drizzle, 'insert' | 'update' | 'delete'>;

/** A query built once per connection. Values for `sql.placeholder('x')` by name; Date, boolean and null are fine. */
export type PreparedOf<Q> = { execute(params?: Record<string, unknown>): Promise<Awaited<Q>> };

/** What a read and a write have in common: for helpers that look inside either. */
export type Tx = Queries & {
  /** `build` runs once per connection and must depend on nothing but its argument; `name` belongs to it alone. */
  prepared<Q>(name: string, build: (q: Queries) => Q): PreparedOf<Q>;
  /** Rows as the driver gives them (SQLite: 0/1 and milliseconds; PostgreSQL: booleans and texts of instants). */
  rows<T>(query: SQL): Promise<T[]>;
};

export type ReadTx = Tx & {
  asOf: Position;
  seq: number;
};

export type WriteTx = Omit<Tx, 'prepared'> &
  Changes & {
    /** One instant for the whole write. */
    now: Date;
    prepared<Q>(name: string, build: (q: Queries & Changes) => Q): PreparedOf<Q>;
    /** Keeps the rows from others until the end of the write: `FOR UPDATE` on PostgreSQL, the query itself on SQLite. */
    lock<Q>(query: Q): Q;
    emit(event: NewEvent): void;
    /** Who did what, in the audit chain. A write that changed something and has none fails. */
    audit(
      label: string,
      subject: { kind: string; id: string },
      detail?: Record<string, unknown>,
    ): void;
  };

/** `audience`: the topics of all who saw the thing before or see it after; `data` null = gone for everybody. */
export type NewEvent = {
  feature: string;
  kind: string;
  id: string;
  version: number;
  audience: string[];
  data: object | null;
};

export type OpenOptions = {
  /** `file:/abs/path.db` or `postgres://…` */
  url: string;
  now: () => Date;
  /** SQLite: connections for reading; PostgreSQL: connections of the pool. */
  readers?: number;
  /** Told every statement before it runs: for tests that count or explain them. */
  onStatement?: OnStatement;
};

export type OnStatement = (statement: { sql: string; params: unknown[] }) => void;
