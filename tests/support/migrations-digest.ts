import { hash } from 'node:crypto';

import { migrationsFolder, readMigrations } from '#db/migration-files.ts';

/** Another text for other migrations: names the template made from them. */
export function migrationsDigest(dialect: 'sqlite' | 'postgres'): string {
  const migrations = readMigrations(migrationsFolder(dialect));
  return hash('sha256', JSON.stringify(migrations), 'hex').slice(0, 16);
}
