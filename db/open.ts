// Opens a migrated database by its URL. Only here and below are drivers, pragmas and pools known.
import type { Db, OpenOptions } from './database.ts';
import { isPostgres } from './schema/kit.ts';

/** The tables were made for one of the two databases when the process started, so `url` must be of the same kind. */
export async function openDatabase(options: OpenOptions): Promise<Db> {
  if (isPostgresUrl(options.url) !== isPostgres) {
    throw new Error(
      `this process was started for ${isPostgres ? 'PostgreSQL' : 'SQLite'} (DATABASE_URL)`,
    );
  }
  if (isPostgres) {
    const { openPostgres } = await import('./postgres/open.ts');
    return openPostgres(options);
  }
  const { openSqlite } = await import('./sqlite/open.ts');
  return openSqlite(options);
}

export function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:/.test(url);
}
