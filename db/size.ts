import { sql } from 'drizzle-orm';
import type { Db } from './database.ts';

/** What the database takes on disk, without what SQLite has yet to fold in (the WAL). */
export async function databaseSizeBytes(db: Db): Promise<number> {
  const question =
    db.dialect === 'sqlite'
      ? sql`select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`
      : sql`select pg_database_size(current_database()) as bytes`;
  const [row] = await db.read((tx) => tx.rows<{ bytes: number | string }>(question));
  return Number(row?.bytes ?? 0);
}
