// Brings a database up to this version; used by the server, the tests and the scripts. Refuses, without touching it,
// what it cannot use: a newer database, a damaged one, something else.
import { dirname, join } from 'node:path';

import { migrationsFolder, readMigrations } from './migration-files.ts';
import { isPostgresUrl } from './open.ts';
import { sqliteFile } from './sqlite/connection.ts';

export type MigrateOptions = {
  url: string;
  /** SQLite: where the copy goes that is made before a database with data changes; `backups` beside it by default. */
  backupFolder?: string;
  /** Instead of this version's migrations. */
  folder?: string;
};

/** Throws DatabaseRefused with one sentence for whoever starts the server. */
export async function migrateDatabase(options: MigrateOptions): Promise<{ backup: string | null }> {
  const { url } = options;
  const folder = options.folder ?? migrationsFolder(isPostgresUrl(url) ? 'postgres' : 'sqlite');
  const migrations = readMigrations(folder);
  if (isPostgresUrl(url)) {
    const { migratePostgres } = await import('./postgres/migrate.ts');
    await migratePostgres(url, migrations);
    return { backup: null };
  }
  const { migrateSqlite } = await import('./sqlite/migrate.ts');
  const file = sqliteFile(url);
  return migrateSqlite(file, migrations, options.backupFolder ?? join(dirname(file), 'backups'));
}
