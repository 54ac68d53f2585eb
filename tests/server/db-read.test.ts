// Queries: prepared ones, what their values may be, how rows come back; the same on both databases.
import { eq, gt, lte, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';

import { bool, day, id, instant, int, isPostgres, json, table } from '#db/schema/kit.ts';
import { people, teams } from '#db/schema/people.ts';
import { tokens } from '#db/schema/sessions.ts';
import type { WriteTx } from '#db/database.ts';
import { testDatabase } from '#tests/support/database.ts';
import { addTeam, personRow, teamRow, writeTeam } from '#tests/support/team-rows.ts';

const nobody = { actorId: null };

test('a prepared query takes dates, null and texts by name, in values and in conditions', async () => {
  const now = new Date('2026-03-02T01:02:03.456Z');
  await using base = await testDatabase({ now: () => now });
  await base.db.write(nobody, async (tx) => {
    await tx.insert(people).values(personRow(tx, 'ana'));
    for (const [id, revokedAt] of [
      ['t1', null],
      ['t2', now],
    ] as const) {
      await insertToken(tx).execute({ id, createdAt: tx.now, revokedAt });
    }
    tx.audit('tokens.create', { kind: 'token', id: 'both' });
  });
  const found = await base.db.read(async (tx) => {
    const until = tx.prepared('test.tokensUntil', (q) =>
      q
        .select({ id: tokens.id, revokedAt: tokens.revokedAt })
        .from(tokens)
        .where(lte(tokens.createdAt, sql.placeholder('until')))
        .orderBy(tokens.id),
    );
    return [
      await until.execute({ until: now }),
      await until.execute({ until: new Date(now.getTime() - 1) }),
    ];
  });
  expect(found).toEqual([
    [
      { id: 't1', revokedAt: null },
      { id: 't2', revokedAt: now },
    ],
    [],
  ]);
});

test('a missing value and a name used twice are errors, not other rows', async () => {
  await using base = await testDatabase();
  const missing = base.db.read((tx) =>
    tx
      .prepared('test.byId', (q) =>
        q
          .select()
          .from(teams)
          .where(eq(teams.id, sql.placeholder('id'))),
      )
      .execute({}),
  );
  await expect(missing).rejects.toThrow('no value for the placeholder "id"');
  const twice = base.db.read(async (tx) => {
    await tx.prepared('test.same', (q) => q.select({ id: teams.id }).from(teams)).execute();
    await tx.prepared('test.same', (q) => q.select({ id: people.id }).from(people)).execute();
  });
  await expect(twice).rejects.toThrow('two prepared queries are named "test.same"');
});

test('booleans, days, lists, numbers and instants come back as what they are', async () => {
  const now = new Date('2026-03-02T01:02:03.456Z');
  await using base = await testDatabase({ now: () => now });
  await base.db.write(nobody, addThing);
  const found = await base.db.read(async (tx) =>
    tx.select().from(things).where(eq(things.isDone, true)),
  );
  expect(found).toEqual([
    {
      id: 't',
      isDone: true,
      labels: ['급함', 'a"b'],
      count: 3,
      startsOn: '2026-03-02',
      at: now,
      endedAt: null,
    },
  ]);
});

test('a row without its outer partner says null, one whose partner has an empty column does not', async () => {
  await using base = await testDatabase();
  await base.db.write(nobody, async (tx) => {
    await addTeam(tx, 'Sales');
    await tx.insert(people).values({ ...personRow(tx, 'ana'), teamId: 'Sales' });
    await tx.insert(people).values(personRow(tx, 'ben'));
  });
  const rows = await base.db.read(async (tx) => {
    const query = tx
      .select({ id: people.id, team: { name: teams.name } })
      .from(people)
      .leftJoin(teams, eq(teams.id, people.teamId))
      .orderBy(people.id);
    const inTeams = tx
      .select({ id: teams.id, person: { gone: people.deactivatedAt, name: people.name } })
      .from(teams)
      .leftJoin(people, eq(people.teamId, teams.id));
    return [await query, await inTeams];
  });
  expect(rows).toEqual([
    [
      { id: 'ana', team: { name: 'Sales' } },
      { id: 'ben', team: null },
    ],
    [{ id: 'Sales', person: { gone: null, name: 'ana' } }],
  ]);
});

test('raw rows and raw expressions are the same in both databases', async () => {
  const now = new Date('2026-03-02T01:02:03.456Z');
  await using base = await testDatabase({ now: () => now });
  await base.db.write(nobody, addThing);
  const raw = await base.db.read(async (tx) => [
    await tx.rows(sql`select is_done, at, ended_at, count, starts_on from things`),
    await tx.rows(sql`select count(*) as n, sum(count) as s from things`),
    await tx
      .select({ isIt: sql<number>`${things.id} = 't'`, at: sql<number>`max(${things.at})` })
      .from(things)
      .groupBy(things.id),
  ]);
  expect(raw).toEqual([
    [{ is_done: 1, at: now.getTime(), ended_at: null, count: 3, starts_on: '2026-03-02' }],
    [{ n: 1, s: 3 }],
    [{ isIt: 1, at: now.getTime() }],
  ]);
});

test('texts sort by code point in both databases', async () => {
  await using base = await testDatabase();
  for (const name of ['나', 'a', 'B', '가', 'Z', '-']) await writeTeam(base.db, name);
  const names = await base.db.read(async (tx) =>
    tx.select({ name: teams.name }).from(teams).orderBy(teams.name),
  );
  expect(names.map(({ name }) => name)).toEqual(['-', 'B', 'Z', 'a', '가', '나']);
});

test('a change says how many rows it touched', async () => {
  await using base = await testDatabase();
  const changed = await base.db.write(nobody, async (tx) => {
    for (const name of ['a', 'b']) await addTeam(tx, name);
    const raised = await tx.update(teams).set({ version: 2 });
    const kept = await tx.insert(teams).values(teamRow(tx, 'a')).onConflictDoNothing();
    const removed = await tx.delete(teams).where(eq(teams.id, 'a'));
    return [raised.changes, kept.changes, removed.changes];
  });
  expect(changed.value).toEqual([2, 0, 1]);
});

test('common table expressions and subqueries read within the snapshot', async () => {
  await using base = await testDatabase();
  for (const name of ['a', 'b', 'c']) await writeTeam(base.db, name);
  const names = await base.db.read(async (tx) => {
    const late = tx
      .$with('late')
      .as(tx.select({ id: teams.id }).from(teams).where(gt(teams.name, 'a')));
    return tx.with(late).select({ id: late.id }).from(late).orderBy(late.id);
  });
  expect(names).toEqual([{ id: 'b' }, { id: 'c' }]);
});

test('more reads at once than there are connections all get their turn', async () => {
  await using base = await testDatabase({ readers: 2 });
  await writeTeam(base.db, 'a');
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => base.db.read(async (tx) => tx.select().from(teams))),
  );
  expect(answers.every((rows) => rows.length === 1)).toBe(true);
});

function insertToken(tx: WriteTx) {
  return tx.prepared('test.insertToken', (q) =>
    q.insert(tokens).values({
      id: sql.placeholder('id'),
      personId: 'ana',
      name: 'x',
      scope: 'read',
      secretHash: sql.placeholder('id'),
      createdAt: sql.placeholder('createdAt'),
      expiresAt: sql.placeholder('createdAt'),
      revokedAt: sql.placeholder('revokedAt'),
    }),
  );
}

const things = table('things', {
  id: id().primaryKey(),
  isDone: bool().notNull(),
  labels: json<string[]>().notNull(),
  count: int().notNull(),
  startsOn: day(),
  at: instant().notNull(),
  endedAt: instant(),
});

const createThings = isPostgres
  ? sql`create table things (id text collate "C" primary key, is_done boolean, labels jsonb, count bigint,
      starts_on text collate "C", at timestamptz(3), ended_at timestamptz(3))`
  : sql`create table things (id text primary key, is_done integer, labels text, count integer,
      starts_on text, at integer, ended_at integer)`;

async function addThing(tx: WriteTx) {
  await tx.rows(createThings);
  await tx.insert(things).values({
    id: 't',
    isDone: true,
    labels: ['급함', 'a"b'],
    count: 3,
    startsOn: '2026-03-02',
    at: tx.now,
  });
  tx.audit('things.create', { kind: 'thing', id: 't' });
}
