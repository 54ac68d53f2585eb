// The day's summary: at the time each person chose, once a day, and only when there is something in it. And how long
// notices are kept.
import { expect, test } from 'vitest';
import { notificationPreferences, notifications } from '#db/schema/notifications.ts';
import { newId } from '#server/new-id.ts';
import { during, told } from '#tests/support/during.ts';
import { eventually } from '#tests/support/eventually.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

const seoul = (text: string) => new Date(`${text}:00+09:00`);
const HALF_PAST_TEN = 10 * 60 + 30;

async function task({ viewer, id, call }: Person, dueOn: string, status: 'todo' | 'done' = 'todo') {
  const teamId = viewer.teamId ?? '';
  await call.tasks.create({ id: newId(), title: '견적', teamId, assigneeId: id, dueOn, status });
}

async function summariesOf(app: TestApp, { call }: Person) {
  await app.settled();
  const { items } = await call.notifications.list({ limit: 200 });
  return items
    .filter(({ kind }) => kind === 'summary')
    .map(({ subjectId, overdue }) => ({ day: subjectId, ...overdue }));
}

test('it comes at the chosen time with what is late, due today and waiting, and tells nobody else', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  await task(minsu, '2026-11-20');
  await task(minsu, '2026-11-22');
  await task(minsu, '2026-11-23');
  await task(minsu, '2026-11-24');
  await task(minsu, '2026-11-20', 'done');
  await task(jiyoung, '2026-11-20');
  const dueAt = seoul('2026-11-23T10:10');
  await minsu.call.reminders.create({ id: newId(), title: '전화', dueAt });
  await minsu.call.notifications.setPreferences({ summaryMinute: HALF_PAST_TEN });
  await app.settled();
  const others = jiyoung.feed();

  app.clock.moveTo(seoul('2026-11-23T10:29'));
  await app.settled();
  expect(await summariesOf(app, minsu)).toEqual([]);
  const { events } = await during(app, async () => {
    app.clock.moveTo(seoul('2026-11-23T10:30'));
    await eventually(async () => expect(await summariesOf(app, minsu)).toHaveLength(1));
  });

  const numbers = { lateTasks: 2, todaysTasks: 1, reminders: 1 };
  expect(await summariesOf(app, minsu)).toEqual([{ day: '2026-11-23', ...numbers }]);
  const noticed = events.filter(({ feature }) => feature === 'notifications');
  expect(noticed.map(told)).toMatchObject([
    {
      kind: 'notification.created',
      audience: [`user:${minsu.id}`],
      data: { kind: 'summary', subjectKind: 'day', subjectId: '2026-11-23', overdue: numbers },
    },
  ]);
  expect((await others.changes()).filter(({ feature }) => feature === 'notifications')).toEqual([]);
});

test('once a day, however many processes there are and however often the time is changed', async () => {
  await using app = await testApp();
  await app.process();
  const { minsu } = await app.people('minsu');
  await task(minsu, '2026-11-20');
  await minsu.call.notifications.setPreferences({ summaryMinute: HALF_PAST_TEN });
  await app.settled();
  app.clock.moveTo(seoul('2026-11-23T10:30'));
  await eventually(async () => expect(await summariesOf(app, minsu)).toHaveLength(1));

  await minsu.call.notifications.setPreferences({ summaryMinute: HALF_PAST_TEN + 30 });
  await app.settled();
  app.clock.moveTo(seoul('2026-11-23T11:30'));
  const nextAt = async () =>
    (await app.db.read((tx) => tx.select().from(notificationPreferences)))[0]?.summaryAt;
  await eventually(async () => expect(await nextAt()).toEqual(seoul('2026-11-24T11:00')));
  expect(await summariesOf(app, minsu)).toHaveLength(1);
  app.clock.moveTo(seoul('2026-11-24T11:00'));
  await eventually(async () =>
    expect((await summariesOf(app, minsu)).map(({ day }) => day)).toEqual([
      '2026-11-24',
      '2026-11-23',
    ]),
  );
});

test('none when nothing is open, none when it was turned off', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  await task(jiyoung, '2026-11-20');
  await minsu.call.notifications.setPreferences({ summaryMinute: HALF_PAST_TEN });
  await jiyoung.call.notifications.setPreferences({ summaryMinute: HALF_PAST_TEN });
  await jiyoung.call.notifications.setPreferences({ summaryMinute: null });
  const witness = await app.person('witness', { teamId: minsu.viewer.teamId });
  await task(witness, '2026-11-20');
  await witness.call.notifications.setPreferences({ summaryMinute: HALF_PAST_TEN });
  await app.settled();
  app.clock.moveTo(seoul('2026-11-23T10:30'));
  await eventually(async () => expect(await summariesOf(app, witness)).toHaveLength(1));
  for (const person of [minsu, jiyoung]) expect(await summariesOf(app, person)).toEqual([]);
});

test('what was missed while no server ran is made up for on the same day only', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  await task(minsu, '2026-11-20');
  await minsu.call.notifications.setPreferences({ summaryMinute: HALF_PAST_TEN });
  await app.stop();
  app.clock.moveTo(seoul('2026-11-24T09:00'));
  const { close } = await app.process();
  expect(await summariesOf(app, minsu)).toEqual([]);
  await close();
  app.clock.moveTo(seoul('2026-11-26T15:00'));
  await Promise.all([app.process(), app.process()]);
  expect((await summariesOf(app, minsu)).map(({ day }) => day)).toEqual(['2026-11-26']);
});

test('what was read goes after ninety days, the rest after a hundred and eighty', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const day = (days: number) => new Date(app.clock.now().getTime() - days * 86_400_000);
  const old = async (days: number, more: { isRead?: boolean; isSnoozed?: boolean } = {}) => {
    const id = newId();
    await app.db.write({ actorId: null }, async (tx) => {
      const about = { kind: 'summary', subjectKind: 'day', subjectId: '2026-01-01', facts: {} };
      await tx.insert(notifications).values({
        ...about,
        id: `${id}:${minsu.id}`,
        userId: minsu.id,
        version: 1,
        createdAt: day(days),
        readAt: more.isRead === true ? day(days) : null,
        snoozedUntil: more.isSnoozed === true ? day(-30) : null,
      });
      tx.audit('test.notice', { kind: 'person', id: minsu.id });
    });
    return id;
  };
  const kept = [
    await old(89, { isRead: true }),
    await old(179),
    await old(200, { isSnoozed: true }),
  ];
  const gone = [await old(91, { isRead: true }), await old(181)];
  await app.settled();
  const feed = minsu.feed();
  app.clock.advance(7 * 3_600_000);
  await eventually(async () => {
    const stored = await app.db.read((tx) =>
      tx.select({ id: notifications.id }).from(notifications),
    );
    expect(stored.map(({ id }) => id.slice(0, 36)).toSorted()).toEqual(kept.toSorted());
  });
  await app.settled();
  const removed = (await feed.changes()).filter(({ kind }) => kind === 'notification.removed');
  expect(removed.map(({ id }) => id).toSorted()).toEqual(gone.toSorted());
  expect((await minsu.call.nav.counts()).notifications).toBe(1);
});
