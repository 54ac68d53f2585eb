// What the database itself can do to a write: fill up, take everything back, refuse the commit, be held by somebody
// else. Whatever happens, a write that was answered is there, one that failed is not, and the others go on.
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';

import Database from 'better-sqlite3';
import { asc, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';

import type { Db, WriteTx } from '#db/database.ts';
import { events } from '#db/schema/events.ts';
import { isPostgres } from '#db/schema/kit.ts';
import { people, teams } from '#db/schema/people.ts';
import { sqliteFile } from '#db/sqlite/connection.ts';
import { testDatabase } from '#tests/support/database.ts';
import { holdDatabase } from '#tests/support/hold-database.ts';
import { addTeam, personRow, teamNames, writeTeam } from '#tests/support/team-rows.ts';

const nobody = { actorId: null };

if (isPostgres) {
  test('writes that deadlock run again until both are done', async () => {
    await using base = await testDatabase();
    await writeTeam(base.db, 'a');
    await writeTeam(base.db, 'b');
    const runs: string[] = [];
    const rename = (first: string, second: string) =>
      base.db.write(nobody, async (tx) => {
        runs.push(first);
        await lockTeam(tx, first);
        await tx.rows(sql`select pg_sleep(0.1)`);
        await lockTeam(tx, second);
        await tx.update(teams).set({ version: sql`${teams.version} + 1` });
        tx.audit('teams.touch', { kind: 'team', id: first });
      });
    await Promise.all([rename('a', 'b'), rename('b', 'a')]);
    expect(runs.length).toBeGreaterThan(2);
    const versions = await base.db.read(async (tx) => tx.select({ v: teams.version }).from(teams));
    expect(versions).toEqual([{ v: 3 }, { v: 3 }]);
  });

  test('a connection that dies takes its write with it, and the next one is fine', async () => {
    await using base = await testDatabase();
    const killed = base.db.write(nobody, async (tx) => {
      await addTeam(tx, 'lost');
      await tx.rows(sql`select pg_terminate_backend(pg_backend_pid())`);
    });
    await expect(killed).rejects.toThrow('terminat');
    await writeTeam(base.db, 'kept');
    expect(await base.db.read(teamNames)).toEqual(['kept']);
  });

  test('a row that a waiting write had decided on is read anew when the lock is given', async () => {
    await using base = await testDatabase();
    await writeTeam(base.db, 'a');
    const raise = () =>
      base.db.write(nobody, async (tx) => {
        const [team] = await lockTeam(tx, 'a');
        await tx.rows(sql`select pg_sleep(0.05)`);
        await tx.update(teams).set({ version: (team?.version ?? 0) + 1 });
        tx.audit('teams.touch', { kind: 'team', id: 'a' });
      });
    await Promise.all([raise(), raise(), raise()]);
    const [team] = await base.db.read(async (tx) => tx.select().from(teams));
    expect(team?.version).toBe(4);
  });
} else {
  test('a trigger that rolls everything back fails its own write only', async () => {
    await using base = await testDatabase();
    onFile(base.url, (file) => {
      file.exec(`create trigger no_devils before insert on teams when new.name = 'devil'
                 begin select raise(rollback, 'no devils'); end`);
    });
    const outcomes = await writeTogether(base.db, ['a', 'b', 'devil', 'c', 'd']);
    expect(outcomes).toEqual([
      'done',
      'done',
      expect.stringContaining('no devils'),
      'done',
      'done',
    ]);
    expect(await everything(base.db)).toEqual({ names: ['a', 'b', 'c', 'd'], seqs: [1, 2, 3, 4] });
  });

  test('nothing is written outside a transaction after one was rolled back', async () => {
    await using base = await testDatabase();
    onFile(base.url, (file) => {
      file.exec(`create trigger no_devils before insert on teams when new.name = 'devil'
                 begin select raise(rollback, 'no devils'); end`);
    });
    const stubborn = base.db.write(nobody, async (tx) => {
      await addTeam(tx, 'devil').catch((error: unknown) => error);
      await addTeam(tx, 'angel').catch((error: unknown) => error);
    });
    const others = writeTogether(base.db, ['a', 'b']);
    await expect(stubborn).rejects.toThrow('no devils');
    expect(await others).toEqual(['done', 'done']);
    expect(await everything(base.db)).toEqual({ names: ['a', 'b'], seqs: [1, 2] });
  });

  test('a full disk fails the write that did not fit, and the others are kept', async () => {
    await using base = await testDatabase();
    const { pages } = await base.db.read(async (tx) => {
      const [row] = await tx.rows<{ page_count: number }>(sql`pragma page_count`);
      return { pages: row?.page_count ?? 0 };
    });
    await onWriter(base.db, `pragma max_page_count = ${pages + 20}`);
    const long = 'x'.repeat(200_000);
    const outcomes = await writeTogether(base.db, ['a', 'b', long, 'c']);
    expect(outcomes).toEqual(['done', 'done', expect.stringContaining('full'), 'done']);
    await onWriter(base.db, 'pragma max_page_count = 1000000');
    await writeTeam(base.db, 'd');
    expect(await everything(base.db)).toEqual({ names: ['a', 'b', 'c', 'd'], seqs: [1, 2, 3, 4] });
  });

  test('a commit that is refused fails the write that caused it, and the others are kept', async () => {
    await using base = await testDatabase();
    const orphan = base.db.write(nobody, async (tx) => {
      await tx.rows(sql`pragma defer_foreign_keys = on`);
      await addTeam(tx, 'with an orphan');
      await tx.insert(people).values({ ...personRow(tx, 'ana'), teamId: 'no such team' });
    });
    const others = writeTogether(base.db, ['a', 'b', 'c']);
    await expect(orphan).rejects.toThrow('FOREIGN KEY constraint failed');
    expect(await others).toEqual(['done', 'done', 'done']);
    expect(await everything(base.db)).toEqual({ names: ['a', 'b', 'c'], seqs: [1, 2, 3] });
  });

  test('while another process holds the file, writes wait and the event loop does not', async () => {
    await using base = await testDatabase();
    await using held = await holdDatabase(sqliteFile(base.url));
    const written = writeTeam(base.db, 'patient');
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    setTimeout(held.release, 200);
    await written;
    clearInterval(timer);
    expect(held.wasReleased()).toBe(true);
    expect(turns).toBeGreaterThan(15);
    expect(await base.db.read(teamNames)).toEqual(['patient']);
  });

  test('many writes share a commit', async () => {
    await using base = await testDatabase();
    const commits: number[] = [];
    base.db.onCommit((head) => commits.push(head));
    await writeTogether(
      base.db,
      Array.from({ length: 100 }, (_, index) => `team ${index}`),
    );
    expect(commits.at(-1)).toBe(100);
    expect(commits.length).toBeLessThan(20);
  });

  test('thirty megabytes of writes leave a short write-ahead log while more keep coming', async () => {
    await using base = await testDatabase();
    const log = `${sqliteFile(base.url)}-wal`;
    for (let index = 0; index < 20; index++) {
      await writeTeam(base.db, `${index}`.padEnd(250_000, 'x'));
    }
    const oneMore = async () => {
      await writeTeam(base.db, randomUUID());
      return statSync(log).size;
    };
    await expect.poll(oneMore, { timeout: 30_000 }).toBeLessThan(4e6);
  }, 40_000);

  test('numbers go on after the log was emptied', async () => {
    await using base = await testDatabase();
    await writeTogether(base.db, ['a', 'b']);
    onFile(base.url, (file) => file.exec('delete from events'));
    expect(await base.db.read(async (tx) => tx.seq)).toBe(2);
    await writeTeam(base.db, 'c');
    expect((await everything(base.db)).seqs).toEqual([3]);
  });
}

test('a write that fails after many others does not take their numbers', async () => {
  await using base = await testDatabase();
  const outcomes = await writeTogether(base.db, ['a', 'a', 'b', 'b', 'c']);
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(3);
  expect(await everything(base.db)).toEqual({ names: ['a', 'b', 'c'], seqs: [1, 2, 3] });
});

async function writeTogether(db: Db, names: string[]): Promise<string[]> {
  const outcomes = await Promise.allSettled(names.map((name) => writeTeam(db, name)));
  return outcomes.map((outcome) =>
    outcome.status === 'fulfilled' ? 'done' : String(outcome.reason),
  );
}

async function everything(db: Db) {
  return db.read(async (tx) => {
    const rows = await tx.select({ seq: events.seq }).from(events).orderBy(asc(events.seq));
    return { names: await teamNames(tx), seqs: rows.map(({ seq }) => seq) };
  });
}

async function lockTeam(tx: WriteTx, id: string) {
  return tx.lock(tx.select().from(teams).where(eq(teams.id, id)));
}

async function onWriter(db: Db, pragma: string) {
  await db.write(nobody, async (tx) => {
    await tx.rows(sql.raw(pragma));
    tx.audit('test.pragma', { kind: 'database', id: 'writer' });
  });
}

function onFile(url: string, work: (file: Database.Database) => void) {
  const file = new Database(sqliteFile(url));
  work(file);
  file.close();
}
