import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { events } from '#db/schema/events.ts';
import { newId } from '#server/new-id.ts';
import { createApp } from '#server/app.ts';
import { createLocalBus } from '#server/live/bus.ts';
import { createLogger } from '#server/log.ts';
import { eventually } from '#tests/support/eventually.ts';
import { MONDAY_MORNING, testApp } from '#tests/support/test-app.ts';

type TestApp = Awaited<ReturnType<typeof testApp>>;

const MINUTE_MS = 60_000;
const at = (minutes: number) => new Date(MONDAY_MORNING.getTime() + minutes * MINUTE_MS);

function eventsOf(app: TestApp, kind: string) {
  return app.db.read((tx) =>
    tx.select().from(events).where(eq(events.kind, kind)).orderBy(asc(events.seq)),
  );
}

/** Everything that had to happen by now has, and nothing happened twice. */
async function settledEvents(app: TestApp, kind: string, count: number) {
  const rows = await eventually(async () => {
    const found = await eventsOf(app, kind);
    expect(found.length).toBeGreaterThanOrEqual(count);
    return found;
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await eventsOf(app, kind)).toHaveLength(count);
  return rows;
}

test('a reminder falls due once, at its time, however often the clock is looked at', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const feed = minsu.feed();
  const { item } = await minsu.call.reminders.create({ id: newId(), title: '전화', dueAt: at(90) });
  app.clock.moveTo(at(89));
  await settledEvents(app, 'reminder.due', 0);
  for (const minutes of [90, 91, 200]) app.clock.moveTo(at(minutes));
  await settledEvents(app, 'reminder.due', 1);
  expect(await feed.changes()).toMatchObject([
    { kind: 'reminder.created' },
    { kind: 'reminder.due', id: item.id, actorId: null, data: { state: 'due', dueAt: at(90) } },
  ]);
});

test('one that is set earlier than what the scheduler waits for is not late', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  await minsu.call.reminders.create({ id: newId(), title: '나중', dueAt: at(50) });
  await minsu.call.reminders.create({ id: newId(), title: '먼저', dueAt: at(10) });
  await app.settled();
  app.clock.moveTo(at(10));
  const [first] = await settledEvents(app, 'reminder.due', 1);
  expect(first?.payload).toContain('먼저');
});

test('one set for a time that is over falls due at once', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  await minsu.call.reminders.create({ id: newId(), title: '어제', dueAt: at(-1000) });
  await settledEvents(app, 'reminder.due', 1);
});

test('what was missed while no server ran falls due once when one starts, with its original time', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await minsu.call.reminders.create({
    id: newId(),
    title: '전화',
    dueAt: at(30),
    forUserIds: [minsu.id, jiyoung.id],
  });
  const { item: other } = await minsu.call.reminders.create({
    id: newId(),
    title: '택배',
    dueAt: at(-5),
  });
  await settledEvents(app, 'reminder.due', 1);
  await minsu.call.reminders.snooze({ id: other.id, until: at(40) });
  await app.stop();
  app.clock.moveTo(at(3000));

  const started = await app.process();

  const due = await settledEvents(app, 'reminder.due', 3);
  expect(due.map(({ entityId, at }) => [entityId, at])).toEqual([
    [other.id, at(0)],
    [item.id, at(3000)],
    [other.id, at(3000)],
  ]);
  expect(due[1]?.payload).toContain(at(30).toISOString());
  expect(await started.deps.db.read(async (tx) => tx.seq)).toBe(started.deps.hub.published);
  await settledEvents(app, 'day.began', 2);
});

test('two processes on one database let each reminder fall due once', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  await app.process();
  await app.process();
  const ids: string[] = [];
  for (let minutes = 1; minutes <= 12; minutes += 1) {
    const dueAt = at(Math.ceil(minutes / 3));
    const { item } = await minsu.call.reminders.create({
      id: newId(),
      title: '전화',
      dueAt,
      forTeamId: minsu.viewer.teamId,
    });
    ids.push(item.id);
  }
  for (let minutes = 1; minutes <= 4; minutes += 1) {
    app.clock.moveTo(at(minutes));
    await settledEvents(app, 'reminder.due', minutes * 3);
  }
  const due = await eventsOf(app, 'reminder.due');
  expect(due.map(({ entityId }) => entityId).toSorted()).toEqual(ids.toSorted());
  expect((await minsu.call.reminders.banner()).items).toHaveLength(12);
});

test('a reminder set in one process falls due in another that runs alone', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const other = await app.process();
  await minsu.call.reminders.create({ id: newId(), title: '전화', dueAt: at(20) });
  await other.deps.hub.readUpTo(await app.db.read(async (tx) => tx.seq));
  app.clock.moveTo(at(20));
  await settledEvents(app, 'reminder.due', 1);
});

test('when a snooze ends, it is due again for that person alone, once', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  await app.process();
  const { item } = await minsu.call.reminders.create({
    id: newId(),
    title: '전화',
    dueAt: at(1),
    forTeamId: minsu.viewer.teamId,
  });
  app.clock.moveTo(at(1));
  await settledEvents(app, 'reminder.due', 1);
  await jiyoung.call.reminders.snooze({ id: item.id, until: at(11) });
  await app.settled();
  const feeds = { minsu: minsu.feed(), jiyoung: jiyoung.feed() };
  app.clock.moveTo(at(10));
  expect((await jiyoung.call.reminders.banner()).items).toEqual([]);
  app.clock.moveTo(at(11));
  await settledEvents(app, 'reminder.due', 2);
  expect(await feeds.jiyoung.changes()).toMatchObject([
    { kind: 'reminder.due', id: item.id, data: { mySnoozedUntil: null, dueAt: at(1) } },
  ]);
  expect(await feeds.minsu.changes()).toEqual([]);
  expect((await jiyoung.call.reminders.banner()).items).toMatchObject([{ id: item.id }]);
});

test('hundreds due at one moment take as many statements as a few', async () => {
  const statements: string[] = [];
  await using app = await testApp({ onStatement: ({ sql }) => statements.push(sql) });
  const { minsu } = await app.people('minsu');
  const counts: number[] = [];
  for (const [round, size] of [3, 150].entries()) {
    const dueAt = at((round + 1) * 10);
    for (let n = 0; n < size; n += 1)
      await minsu.call.reminders.create({
        id: newId(),
        title: `${n}`,
        dueAt,
        forTeamId: minsu.viewer.teamId,
      });
    await app.settled();
    const before = (await eventsOf(app, 'reminder.due')).length;
    statements.length = 0;
    app.clock.moveTo(dueAt);
    await settledEvents(app, 'reminder.due', before + size);
    counts.push(
      statements.filter((sql) => /reminder/.test(sql) && !/from "events"|search_key" is/.test(sql))
        .length,
    );
  }
  expect(counts[1]).toBe(counts[0]);
});

test.for(['UTC', 'America/Los_Angeles'])(
  'a day begins at midnight in Seoul, once, with the machine in %s',
  async (zone) => {
    const zoneBefore = process.env['TZ'];
    process.env['TZ'] = zone;
    try {
      await using app = await testApp({ startAt: new Date('2026-12-31T14:59:58Z') });
      const { minsu } = await app.people('minsu');
      await app.process();
      const feed = minsu.feed();
      app.clock.advance(1000);
      await settledEvents(app, 'day.began', 1);
      app.clock.advance(1000);
      await settledEvents(app, 'day.began', 2);
      expect(await feed.changes()).toMatchObject([
        { kind: 'day.began', id: '2027-01-01', data: { day: '2027-01-01' } },
      ]);
    } finally {
      if (zoneBefore === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zoneBefore;
    }
  },
);

test('a duty that fails is tried again, and the others are done meanwhile', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  await minsu.call.reminders.create({ id: newId(), title: '전화', dueAt: at(5) });
  await app.stop();
  let failures = 2;
  const flaky: typeof app.db = {
    ...app.db,
    write: (act, job) => {
      if (act.actorId !== null || failures === 0) return app.db.write(act, job);
      failures -= 1;
      return Promise.reject(new Error('disk full'));
    },
  };
  app.clock.moveTo(at(6));
  const started = await createApp({
    config: app.deps.config,
    db: flaky,
    clock: app.clock,
    log: createLogger('silent'),
    bus: createLocalBus(),
  });
  await settledEvents(app, 'reminder.due', 0);
  for (let tries = 0; tries < 2; tries += 1) {
    app.clock.advance(6_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await settledEvents(app, 'reminder.due', 1);
  await started.close();
});
