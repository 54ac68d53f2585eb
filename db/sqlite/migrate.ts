// Brings a SQLite file up to this version: a copy first when it holds data, foreign keys off while tables are rebuilt
// (a rebuild drops the old table, and ON DELETE CASCADE would empty its children), checked before the commit.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import Database from 'better-sqlite3';

import { DatabaseRefused } from '../errors.ts';
import { newEpoch } from '../epoch.ts';
import { type Migration, pendingMigrations } from '../migration-files.ts';
import { refuseUnusable } from './usable-file.ts';

type Client = Database.Database;

const LOCK_TIMEOUT_MS = 30_000;

/** The name of the backup copy, when one was made. */
export function migrateSqlite(
  file: string,
  migrations: Migration[],
  backupFolder: string,
): { backup: string | null } {
  refuseUnusable(file);
  refuseNewer(file, migrations);
  const client = openForMigration(file);
  try {
    if (pendingIn(client, migrations).length === 0) return { backup: null };
    const backup = holdsData(client) ? backUp(client, backupFolder) : null;
    client.pragma('journal_mode = WAL');
    client.pragma('synchronous = FULL');
    client.pragma('foreign_keys = OFF');
    client.transaction(() => applyPending(client, migrations)).immediate();
    client.pragma('foreign_keys = ON');
    return { backup };
  } finally {
    client.close();
  }
}

function refuseNewer(file: string, migrations: Migration[]) {
  if (!existsSync(file)) return;
  const client = new Database(file, { fileMustExist: true, timeout: LOCK_TIMEOUT_MS });
  try {
    pendingIn(client, migrations);
    if (!hasTable(client, JOURNAL) && tableNames(client).length > 0) {
      throw new DatabaseRefused(`${file} is a database of another program.`);
    }
  } finally {
    client.close();
  }
}

function openForMigration(file: string): Client {
  mkdirSync(dirname(file), { recursive: true });
  return new Database(file, { timeout: LOCK_TIMEOUT_MS });
}

/** Inside the transaction, so that of several processes the first one does it and the others find it done. */
function applyPending(client: Client, migrations: Migration[]) {
  client.exec(
    `create table if not exists ${JOURNAL} (id integer primary key, hash text not null, created_at numeric)`,
  );
  const note = client.prepare(`insert into ${JOURNAL} (hash, created_at) values (?, ?)`);
  for (const { hash, when, statements } of pendingIn(client, migrations)) {
    for (const statement of statements) client.exec(statement);
    note.run(hash, when);
  }
  const orphans = client.pragma('foreign_key_check') as { table: string }[];
  const [orphan] = orphans;
  if (orphan)
    throw new Error(
      `the migration left ${orphans.length} rows without their parent, first in ${orphan.table}`,
    );
  client
    .prepare(`insert into meta (key, value) values ('epoch', ?) on conflict do nothing`)
    .run(newEpoch());
}

function pendingIn(client: Client, migrations: Migration[]): Migration[] {
  const applied = hasTable(client, JOURNAL)
    ? client.prepare<[], number>(`select created_at from ${JOURNAL}`).pluck(true).all()
    : [];
  const pending = pendingMigrations(migrations, applied.map(Number));
  if (!pending)
    throw new DatabaseRefused(
      `${client.name} was last used by a newer version of Haru; this one is too old for it.`,
    );
  return pending;
}

function holdsData(client: Client): boolean {
  return tableNames(client).some((name) => {
    if (name === JOURNAL || name === 'meta') return false;
    return client.prepare(`select 1 from "${name}" limit 1`).get() !== undefined;
  });
}

function backUp(client: Client, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const copy = join(folder, `before-migration-${stamp}-${process.pid}.db`);
  client.prepare('vacuum into ?').run(copy);
  return copy;
}

function hasTable(client: Client, name: string): boolean {
  return tableNames(client).includes(name);
}

/** Without the tables of the search index: they follow from others, and are never empty. */
function tableNames(client: Client): string[] {
  return client
    .prepare<[], string>(
      `select name from pragma_table_list
       where schema = 'main' and type = 'table' and name not like 'sqlite~_%' escape '~'`,
    )
    .pluck(true)
    .all();
}

/** Where Drizzle's own tools look, too. */
const JOURNAL = '__drizzle_migrations';
