// A real database per test: a copy of a SQLite file that was migrated once, or a PostgreSQL database made from a
// migrated template. DATABASE_URL says which of the two, as it does for the server.
import type { Db, OpenOptions } from '#db/database.ts';
import { openDatabase } from '#db/open.ts';
import { isPostgres } from '#db/schema/kit.ts';
import { newPostgresDatabase } from './postgres-database.ts';
import { newSqliteDatabase } from './sqlite-database.ts';

export type EmptyDatabase = { url: string; remove: () => Promise<void> };

export type TestDatabase = AsyncDisposable & {
  url: string;
  db: Db;
  /** The same database once more, as another process would open it; closed with the test. */
  openAgain(options?: TestOptions): Promise<Db>;
};

export type TestOptions = Partial<Omit<OpenOptions, 'url'>>;

/** `await using base = await testDatabase();` and it is gone with the test. */
export async function testDatabase(options: TestOptions = {}): Promise<TestDatabase> {
  const empty = await emptyDatabase();
  const opened: Db[] = [];
  const open = async (more: TestOptions) => {
    const db = await openDatabase({ now: () => new Date(), ...options, ...more, url: empty.url });
    opened.push(db);
    return db;
  };
  return {
    url: empty.url,
    db: await open({}),
    openAgain: (more = {}) => open(more),
    async [Symbol.asyncDispose]() {
      for (const db of opened) await db.close();
      await empty.remove();
    },
  };
}

/** Migrated, without rows, not opened: for tests that start a whole server on it. */
export function emptyDatabase(): Promise<EmptyDatabase> {
  return isPostgres ? newPostgresDatabase() : newSqliteDatabase();
}
