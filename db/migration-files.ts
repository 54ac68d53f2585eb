// The migrations of this version, found from the sources (db/) and from the bundle (dist/server/) alike.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { readMigrationFiles } from 'drizzle-orm/migrator';

export type Migration = { when: number; hash: string; statements: string[] };

export function migrationsFolder(dialect: 'sqlite' | 'postgres'): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'db', 'migrations', dialect);
    if (existsSync(join(candidate, 'meta', '_journal.json'))) return candidate;
    if (folder === dirname(folder))
      throw new Error(`no db/migrations/${dialect} above ${import.meta.dirname}`);
  }
}

/** In the order of the journal, which is the order of `when`. */
export function readMigrations(folder: string): Migration[] {
  return readMigrationFiles({ migrationsFolder: folder }).map(({ folderMillis, hash, sql }) => ({
    when: folderMillis,
    hash,
    statements: sql,
  }));
}

/** What is still to do; null when the database has migrations that this version does not know. */
export function pendingMigrations(all: Migration[], applied: number[]): Migration[] | null {
  const known = new Set(all.map(({ when }) => when));
  if (applied.some((when) => !known.has(when))) return null;
  return all.filter(({ when }) => !applied.includes(when));
}
