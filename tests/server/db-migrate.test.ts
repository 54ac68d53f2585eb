// Migrating: what a database holds survives it, and what cannot be used is refused in a sentence and left alone.
import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';

import { DatabaseRefused } from '#db/errors.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { migrationsFolder } from '#db/migration-files.ts';
import { openDatabase } from '#db/open.ts';
import { isPostgres } from '#db/schema/kit.ts';
import { people } from '#db/schema/people.ts';
import { sessions } from '#db/schema/sessions.ts';
import { sqliteFile } from '#db/sqlite/connection.ts';
import { emptyDatabase, testDatabase } from '#tests/support/database.ts';
import { journalOf, withOneMore } from '#tests/support/migration-folder.ts';
import { barePostgresDatabase } from '#tests/support/postgres-database.ts';
import { personRow, teamNames, writeTeam } from '#tests/support/team-rows.ts';

const nobody = { actorId: null };

for (const dialect of ['sqlite', 'postgres'] as const) {
  test(`the migrations of ${dialect} come in the order they were made, each with its file`, () => {
    const folder = migrationsFolder(dialect);
    const { entries } = journalOf(folder);
    const times = entries.map(({ when }) => when);
    expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
    const files = fs.readdirSync(folder).filter((name) => name.endsWith('.sql'));
    expect(files).toEqual(entries.map(({ tag }) => `${tag}.sql`));
  });
}

test('a database that is up to date is left as it is, rows and epoch', async () => {
  await using base = await testDatabase();
  await writeTeam(base.db, 'Sales');
  expect(await migrateDatabase({ url: base.url })).toEqual({ backup: null });
  const again = await base.openAgain();
  expect(again.epoch).toBe(base.db.epoch);
  expect(await again.read(teamNames)).toEqual(['Sales']);
});

test('four processes that migrate a new database at once all find it ready', async () => {
  const bare = isPostgres ? await barePostgresDatabase() : bareFile();
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => migrateElsewhere(bare.url)));
  expect(outcomes).toEqual([0, 0, 0, 0]);
  const db = await openDatabase({ url: bare.url, now: () => new Date() });
  await writeTeam(db, 'Sales');
  await db.close();
  await bare.remove();
}, 60_000);

test('a database that a newer version used is refused and not touched', async () => {
  using more = withOneMore(['create table of_the_future (id text)']);
  const empty = await emptyDatabase();
  await migrateDatabase({ url: empty.url, folder: more.folder });
  const before = fingerprint(empty.url);
  const refused = migrateDatabase({ url: empty.url });
  await expect(refused).rejects.toThrow(DatabaseRefused);
  await expect(refused).rejects.toThrow('was last used by a newer version of Haru');
  expect(fingerprint(empty.url)).toEqual(before);
  await empty.remove();
});

test('a migration that fails half-way leaves the database as it was', async () => {
  using more = withOneMore([
    'create table half_way (id text)',
    'insert into no_such_table values (1)',
  ]);
  const empty = await emptyDatabase();
  await expect(migrateDatabase({ url: empty.url, folder: more.folder })).rejects.toThrow(
    'no_such_table',
  );
  await migrateDatabase({ url: empty.url });
  const db = await openDatabase({ url: empty.url, now: () => new Date() });
  const found = await db.read((tx) =>
    tx.rows(
      isPostgres
        ? sql`select 1 from information_schema.tables where table_name = 'half_way'`
        : sql`select 1 from sqlite_schema where name = 'half_way'`,
    ),
  );
  expect(found).toEqual([]);
  await db.close();
  await empty.remove();
});

if (isPostgres) {
  test('a server that does not answer is named', async () => {
    const url = 'postgres://nobody:secret@127.0.0.1:1/haru';
    const refused = migrateDatabase({ url });
    await expect(refused).rejects.toThrow('PostgreSQL at 127.0.0.1:1 cannot be used');
    await expect(refused).rejects.not.toThrow('secret');
  });

  test('a database that cannot hold every text is refused', async () => {
    const bare = await barePostgresDatabase(`encoding 'SQL_ASCII' locale 'C'`);
    await expect(migrateDatabase({ url: bare.url })).rejects.toThrow('is encoded in SQL_ASCII');
    await bare.remove();
  });
} else {
  test('rebuilding a table keeps the rows that hang on it, and a copy is made first', async () => {
    await using base = await testDatabase();
    await addSession(base.db);
    using more = withOneMore(rebuildOf(base.url, 'people'));
    const { backup } = await migrateDatabase({ url: base.url, folder: more.folder });

    expect(await base.db.read(async (tx) => tx.select({ id: sessions.id }).from(sessions))).toEqual(
      [{ id: 's' }],
    );
    expect(dirname(backup ?? '')).toBe(join(dirname(sqliteFile(base.url)), 'backups'));
    expect(rowsOf(backup ?? '', 'select id from sessions')).toEqual([{ id: 's' }]);
    const orphan = base.db.write(nobody, async (tx) => {
      await tx.insert(people).values({ ...personRow(tx, 'ben'), teamId: 'no such team' });
    });
    await expect(orphan).rejects.toThrow('FOREIGN KEY constraint failed');
  });

  test('a migration that leaves rows without their parent is taken back', async () => {
    await using base = await testDatabase();
    await addSession(base.db);
    using more = withOneMore(['delete from people']);
    const migrated = migrateDatabase({ url: base.url, folder: more.folder });
    await expect(migrated).rejects.toThrow('1 rows without their parent, first in sessions');
    expect(await base.db.read(async (tx) => tx.select({ id: people.id }).from(people))).toEqual([
      { id: 'ana' },
    ]);
  });

  test('an empty database needs no copy', async () => {
    using more = withOneMore(['create table of_the_future (id text)']);
    const empty = await emptyDatabase();
    expect(await migrateDatabase({ url: empty.url, folder: more.folder })).toEqual({
      backup: null,
    });
    await empty.remove();
  });

  test('a file that is no database, a damaged one and another program’s are refused untouched', async () => {
    await using base = await testDatabase();
    for (let index = 0; index < 200; index++) await writeTeam(base.db, `${index}`.padEnd(500, 'x'));
    await base.db.close();
    const whole = fs.readFileSync(sqliteFile(base.url));
    const files = {
      'is not a SQLite database': Buffer.from('name,team\nana,sales\n'),
      'is damaged': whole.subarray(0, whole.length / 2),
      'is damaged; restore': Buffer.concat([
        whole.subarray(0, 40_960),
        Buffer.alloc(81_920, 'x'),
        whole.subarray(122_880),
      ]),
      'is a database of another program': otherProgramsFile(),
    };
    for (const [sentence, bytes] of Object.entries(files)) {
      const bare = bareFile();
      fs.writeFileSync(sqliteFile(bare.url), bytes);
      const before = fingerprint(bare.url);
      const refused = migrateDatabase({ url: bare.url });
      await expect(refused, sentence).rejects.toThrow(DatabaseRefused);
      await expect(refused).rejects.toThrow(sentence);
      expect(fingerprint(bare.url)).toEqual(before);
      await bare.remove();
    }
  });

  test('a folder in the place of the file is refused', async () => {
    const bare = bareFile();
    fs.mkdirSync(sqliteFile(bare.url));
    await expect(migrateDatabase({ url: bare.url })).rejects.toThrow('is not a file');
    await bare.remove();
  });
}

async function addSession(db: Awaited<ReturnType<typeof openDatabase>>) {
  await db.write(nobody, async (tx) => {
    await tx.insert(people).values(personRow(tx, 'ana'));
    const at = tx.now;
    await tx.insert(sessions).values({
      id: 's',
      personId: 'ana',
      createdAt: at,
      lastSeenAt: at,
      expiresAt: at,
      userAgent: '',
      address: '',
    });
    tx.audit('test.session', { kind: 'session', id: 's' });
  });
}

/** As drizzle-kit writes it, with the pragma that does nothing inside a transaction. */
function rebuildOf(url: string, table: string): string[] {
  const [definition] = rowsOf(
    sqliteFile(url),
    `select sql from sqlite_schema where name = '${table}'`,
  );
  const { sql: text } = definition as { sql: string };
  return [
    'PRAGMA foreign_keys=OFF',
    text.replace(table, `__new_${table}`),
    `INSERT INTO __new_${table} SELECT * FROM ${table}`,
    `DROP TABLE ${table}`,
    `ALTER TABLE __new_${table} RENAME TO ${table}`,
    'PRAGMA foreign_keys=ON',
  ];
}

function rowsOf(file: string, query: string): unknown[] {
  const client = new Database(file, { readonly: true });
  const rows = client.prepare(query).all();
  client.close();
  return rows;
}

function bareFile() {
  const folder = fs.mkdtempSync('/tmp/haru-test-');
  return {
    url: pathToFileURL(join(folder, 'haru.db')).href,
    remove: async () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

function otherProgramsFile(): Buffer {
  const client = new Database(':memory:');
  client.exec('create table recipes (id text)');
  const bytes = client.serialize();
  client.close();
  return bytes;
}

/** Names and contents of everything beside the database. */
function fingerprint(url: string): [string, string][] {
  if (isPostgres) return [];
  const folder = dirname(sqliteFile(url));
  const names = fs.readdirSync(folder).toSorted();
  return names.map((name) => [name, hash('sha256', fs.readFileSync(join(folder, name)))]);
}

async function migrateElsewhere(url: string): Promise<unknown> {
  const script = `import { migrateDatabase } from '#db/migrate.ts'; await migrateDatabase({ url: process.argv[1] });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, url], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number];
  return code;
}
