import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { count, eq } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Db } from '#db/database.ts';
import { messages, roomMembers, rooms } from '#db/schema/chat.ts';
import { people, teams } from '#db/schema/people.ts';
import { promotions } from '#db/schema/promotions.ts';
import { reminders } from '#db/schema/reminders.ts';
import { tasks } from '#db/schema/tasks.ts';
import { readConfig } from '#server/config.ts';
import { addDays, seoulDay } from '#server/seoul.schema.ts';
import { loadDemoHere } from '#server/setup/setup.service.ts';
import { createClient } from '#scripts/client/client.ts';
import { testDatabase } from '#tests/support/database.ts';
import { demoServer } from '#tests/support/demo-server.ts';
import { freePort } from '#tests/support/free-port.ts';
import { runNode, startNode } from '#tests/support/run-node.ts';

const NOW = new Date('2026-11-23T01:00:00Z');

async function emptyDatabase(): Promise<Db> {
  const database = await testDatabase({ now: () => NOW });
  onTestFinished(() => database[Symbol.asyncDispose]());
  return database.db;
}

async function loaded(): Promise<Db> {
  const db = await emptyDatabase();
  await loadDemoHere({ db, config: readConfig({}) });
  return db;
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'haru-demo-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('the company has its people, teams, tasks, rooms and talk', async () => {
  const db = await loaded();
  const numbers = await db.read(async (tx) => ({
    people: await tx.select({ n: count() }).from(people),
    admins: await tx.select({ n: count() }).from(people).where(eq(people.role, 'admin')),
    teams: await tx.select({ n: count() }).from(teams),
    tasks: await tx.select({ n: count() }).from(tasks),
    rooms: await tx.select({ n: count() }).from(rooms),
    messages: await tx.select({ n: count() }).from(messages),
  }));
  const of = (name: keyof typeof numbers) => numbers[name][0]?.n;
  expect([of('people'), of('admins'), of('teams'), of('rooms')]).toEqual([40, 3, 6, 20]);
  expect(of('tasks')).toBe(600);
  expect(of('messages')).toBeGreaterThan(3_000);
});

test('messages of every room are numbered without gaps, and nobody has read more than there is', async () => {
  const db = await loaded();
  const { numbers, lasts, marks } = await db.read(async (tx) => ({
    numbers: await tx.select({ roomId: messages.roomId, no: messages.no }).from(messages),
    lasts: await tx.select({ id: rooms.id, lastNo: rooms.lastNo }).from(rooms),
    marks: await tx
      .select({ roomId: roomMembers.roomId, readNo: roomMembers.readNo })
      .from(roomMembers),
  }));
  for (const { id, lastNo } of lasts) {
    const ofRoom = numbers.filter(({ roomId }) => roomId === id).map(({ no }) => no);
    expect(ofRoom.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: lastNo }, (_, at) => at + 1),
    );
    const tooFar = marks.filter(
      ({ roomId, readNo }) => roomId === id && (readNo > lastNo || readNo < 0),
    );
    expect(tooFar).toEqual([]);
  }
});

test('reminders are due around now, and promotions run, start and end today', async () => {
  const db = await loaded();
  const { dues, days } = await db.read(async (tx) => ({
    dues: await tx.select({ dueAt: reminders.dueAt }).from(reminders),
    days: await tx
      .select({ startsOn: promotions.startsOn, endsOn: promotions.endsOn })
      .from(promotions),
  }));
  const minutes = dues.map(({ dueAt }) => (dueAt.getTime() - NOW.getTime()) / 60_000);
  expect(minutes.filter((each) => each < 0 && each > -300).length).toBeGreaterThan(3);
  expect(minutes.filter((each) => each > 0 && each <= 30).length).toBeGreaterThan(10);
  const today = seoulDay(NOW);
  expect(days.filter(({ startsOn }) => startsOn === today).length).toBeGreaterThan(0);
  expect(days.filter(({ endsOn }) => endsOn === today).length).toBeGreaterThan(0);
  expect(days.filter(({ endsOn }) => endsOn === addDays(today, 1)).length).toBeGreaterThan(0);
});

test('loaded twice at the same moment it is the same company', async () => {
  const everything = async () => {
    const db = await loaded();
    return db.read(async (tx) => ({
      people: await tx
        .select({
          id: people.id,
          username: people.username,
          name: people.name,
          teamId: people.teamId,
        })
        .from(people)
        .orderBy(people.id),
      tasks: await tx.select().from(tasks).orderBy(tasks.id),
      messages: await tx.select().from(messages).orderBy(messages.id),
      members: await tx.select().from(roomMembers).orderBy(roomMembers.roomId, roomMembers.userId),
      reminders: await tx.select().from(reminders).orderBy(reminders.id),
      promotions: await tx.select().from(promotions).orderBy(promotions.id),
    }));
  };
  expect(await everything()).toEqual(await everything());
});

describe('the command', { timeout: 60_000 }, () => {
  test('says how to sign in, and refuses a database that has people', async () => {
    const env = { DATA_DIR: await emptyFolder() };
    const first = await runNode(['scripts/demo.ts'], env);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(/user01 .* user40, password demo-haru-2026/);
    const second = await runNode(['scripts/demo.ts'], env);
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toMatch(/already has people/);
  });

  test('refuses to bring a well-known password where others can reach it', async () => {
    const { code, stderr } = await runNode(['scripts/demo.ts'], {
      DATA_DIR: await emptyFolder(),
      HOST: '0.0.0.0',
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/HOST is not a loopback address/);
  });

  test('says kindly that no server is there to come alive on', async () => {
    const env = { DATA_DIR: await emptyFolder(), PORT: String(await freePort()) };
    const { code, stderr } = await runNode(['scripts/demo.ts', '--alive'], env);
    expect(code).toBe(1);
    expect(stderr).toBe(
      `Haru is not running at http://127.0.0.1:${env.PORT}. Start it in another terminal (npm start), then come back.\n`,
    );
  });

  test('names what it does not know', async () => {
    const { code, stderr } = await runNode(['scripts/demo.ts', '--dead'], {});
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'There is no --dead: expected nothing, or --alive.\n',
    });
  });
});

test('an empty office comes alive, and goes on when the server was away', async () => {
  await using server = await demoServer({ isEmpty: true });
  await using alive = startNode(['scripts/demo.ts', '--alive'], server.env);
  await expect.poll(() => alive.said.stdout, { timeout: 30_000 }).toContain('at work');
  const { secret } = await server.token('user01');
  const haru = createClient({ url: server.url, token: secret });
  const kinds = new Set<string>();
  haru.live.onChange.subscribe(undefined, {
    onData: ({ data: events }) => {
      for (const event of events)
        if ('feature' in event && event.feature !== 'people') kinds.add(event.kind);
    },
  });
  await expect.poll(() => kinds.size, { timeout: 30_000 }).toBeGreaterThanOrEqual(3);
  await server.kill();
  await expect.poll(() => alive.said.stdout, { timeout: 30_000 }).toContain('does not answer');
  await server.start();
  kinds.clear();
  await expect.poll(() => alive.said.stdout, { timeout: 30_000 }).toContain('Haru is back.');
  await expect.poll(() => kinds.size, { timeout: 30_000 }).toBeGreaterThan(0);
  alive.kill('SIGINT');
  expect(await alive.ended).toMatchObject({ code: 0, stderr: '' });
  expect(alive.said.stdout).toContain('Everybody has gone home.');
  const sessions = await haru.admin.sessions.list.query();
  expect(sessions.items.map(({ personId }) => personId)).toHaveLength(1);
  await haru.close();
}, 120_000);
