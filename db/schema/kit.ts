// The columns Haru's tables are made of, for SQLite or PostgreSQL by the database this process was started with.
// The types are SQLite's for both: each builder here yields the same row type in either dialect, so one schema
// serves both. Instants are `Date` (milliseconds), days are `YYYY-MM-DD` texts, and nothing else stores time.
import * as pg from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';

export const isPostgres = /^postgres(ql)?:/.test(process.env['DATABASE_URL'] ?? '');

/** Sorted by code point in both databases: PostgreSQL would otherwise follow the machine's language. */
const collatedText = pg.customType<{ data: string; driverData: string }>({
  dataType: () => 'text COLLATE "C"',
});

const sqliteKit = {
  table: sqlite.sqliteTable,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  id: () => sqlite.text(),
  text: () => sqlite.text(),
  int: () => sqlite.integer(),
  bool: () => sqlite.integer({ mode: 'boolean' }),
  instant: () => sqlite.integer({ mode: 'timestamp_ms' }),
  day: () => sqlite.text(),
  sequence: () => sqlite.integer().primaryKey({ autoIncrement: true }),
};

const postgresKit = {
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  id: () => collatedText(),
  text: () => collatedText(),
  int: () => pg.bigint({ mode: 'number' }),
  bool: () => pg.boolean(),
  instant: () => pg.timestamp({ mode: 'date', precision: 3, withTimezone: true }),
  day: () => collatedText(),
  sequence: () => pg.bigint({ mode: 'number' }).primaryKey(),
};

// The one place where PostgreSQL's builders are passed off as SQLite's; a test holds the row types together.
const kit = (isPostgres ? postgresKit : sqliteKit) as unknown as typeof sqliteKit;

export const {
  table,
  index,
  uniqueIndex,
  primaryKey,
  id,
  text,
  int,
  bool,
  instant,
  day,
  sequence,
} = kit;

/** A text that is one of `values`. */
export function oneOf<const T extends [string, ...string[]]>(_values: T) {
  return text().$type<T[number]>();
}

/** A JSON value, stored as text (SQLite) or jsonb (PostgreSQL). */
export function json<T>() {
  const column = isPostgres ? pg.jsonb() : sqlite.text({ mode: 'json' });
  return (column as ReturnType<typeof jsonText>).$type<T>();
}

function jsonText() {
  return sqlite.text({ mode: 'json' });
}
