// Later: out of the list and the numbers until then, then back once, unread and on top.
import { expect, test } from 'vitest';
import { newGroup } from '#tests/support/chat-rooms.ts';
import { during, told } from '#tests/support/during.ts';
import { eventually } from '#tests/support/eventually.ts';
import { noticesOf, sayTo } from '#tests/support/notices.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

const UNTIL = new Date('2026-11-23T02:00:00Z');

/** Minsu called jiyoung twice. */
async function calledTwice(app: TestApp) {
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const call = async () => (await sayTo(minsu, roomId, { mentionIds: [jiyoung.id] })).id;
  const first = await call();
  app.clock.advance(1000);
  const second = await call();
  await app.settled();
  return { minsu, jiyoung, roomId, first, second };
}

async function unreadOf(app: TestApp, { call }: Person): Promise<number> {
  await app.settled();
  return (await call.notifications.list({ unread: true })).items.length;
}

const snoozedOf = async ({ call }: Person) =>
  (await call.notifications.list({ snoozed: true })).items;

test('what is put off is out of the list and the numbers, and has a place of its own', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, first, second } = await calledTwice(app);
  const { events, labels } = await during(app, () =>
    jiyoung.call.notifications.snooze({ ids: [first], until: UNTIL }),
  );

  expect(events.map(told)).toEqual([
    {
      kind: 'notification.snoozed',
      id: jiyoung.id,
      audience: [`user:${jiyoung.id}`],
      data: { ids: [first], snoozedUntil: UNTIL },
    },
  ]);
  expect(labels).toEqual(['notification.snooze']);
  expect((await noticesOf(jiyoung)).map(({ id }) => id)).toEqual([second]);
  expect(await snoozedOf(jiyoung)).toMatchObject([{ id: first, snoozedUntil: UNTIL }]);
  await app.settled();
  expect((await jiyoung.call.nav.counts()).notifications).toBe(1);

  await jiyoung.call.notifications.markAllRead();
  await minsu.call.notifications.snooze({ ids: [second], until: UNTIL });
  expect(await snoozedOf(jiyoung)).toMatchObject([{ id: first, readAt: null }]);
  expect(await noticesOf(jiyoung)).toEqual([{ id: second, kind: 'mention', isUnread: false }]);
});

test('it comes back at its moment, unread and on top, told like something new, exactly once', async () => {
  await using app = await testApp();
  await app.process();
  const { jiyoung, first, second } = await calledTwice(app);
  await jiyoung.call.notifications.markRead({ ids: [first, second] });
  await jiyoung.call.notifications.snooze({ ids: [first], until: UNTIL });
  await app.settled();
  const feed = jiyoung.feed();

  app.clock.moveTo(new Date(UNTIL.getTime() - 1));
  expect(await noticesOf(jiyoung)).toHaveLength(1);
  app.clock.moveTo(UNTIL);

  await eventually(async () => {
    expect(await noticesOf(jiyoung)).toEqual([
      { id: first, kind: 'mention', isUnread: true },
      { id: second, kind: 'mention', isUnread: false },
    ]);
  });
  expect(await snoozedOf(jiyoung)).toEqual([]);
  expect(await unreadOf(app, jiyoung)).toBe(1);
  app.clock.moveTo(new Date(UNTIL.getTime() + 3_600_000));
  await app.settled();
  const back = (await feed.changes()).filter(({ kind }) => kind === 'notification.returned');
  expect(back).toMatchObject([{ id: first, data: { body: '봐 주세요', createdAt: UNTIL } }]);
});

test('what came due while no server ran comes back when one does', async () => {
  await using app = await testApp();
  const { jiyoung, first } = await calledTwice(app);
  await jiyoung.call.notifications.snooze({ ids: [first], until: UNTIL });
  await app.stop();
  app.clock.moveTo(new Date('2026-11-24T09:00:00Z'));
  await Promise.all([app.process(), app.process()]);
  expect((await noticesOf(jiyoung)).map(({ id }) => id)[0]).toBe(first);
});

test('a moment that has passed is refused, and one that was taken back does not come back', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, first } = await calledTwice(app);
  const until = new Date('2026-11-22T00:00:00Z');
  await expect(jiyoung.call.notifications.snooze({ ids: [first], until })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    facts: { reason: 'snooze_in_past' },
  });
  await jiyoung.call.notifications.snooze({ ids: [first], until: UNTIL });
  await minsu.call.chat.remove({ id: first });
  expect(await snoozedOf(jiyoung)).toEqual([]);
});

test('what was put off by mistake is there as it was, and nobody is told of it as of something new', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, first, second } = await calledTwice(app);
  const { notifications } = jiyoung.call;
  await notifications.markRead({ ids: [first] });
  const before = (await notifications.list()).items;
  await notifications.snooze({ ids: [first, second], until: UNTIL });

  await minsu.call.notifications.unsnooze({ ids: [first, second] });
  expect(await noticesOf(jiyoung)).toEqual([]);
  const { events, labels } = await during(app, () =>
    notifications.unsnooze({ ids: [first, second] }),
  );

  expect(events.map(told)).toEqual([
    {
      kind: 'notification.snoozed',
      id: jiyoung.id,
      audience: [`user:${jiyoung.id}`],
      data: { ids: [first, second].toSorted(), snoozedUntil: null },
    },
  ]);
  expect(labels).toEqual(['notification.unsnooze']);
  expect((await notifications.list()).items).toEqual(before);
  expect(await snoozedOf(jiyoung)).toEqual([]);
  const again = await during(app, () => notifications.unsnooze({ ids: [first, second] }));
  expect(again).toMatchObject({ events: [], labels: [] });
  app.clock.moveTo(new Date(UNTIL.getTime() + 60_000));
  expect(await noticesOf(jiyoung)).toMatchObject([{ isUnread: true }, { isUnread: false }]);
});

test('reading all of them says which they were, so that exactly those can be unread again', async () => {
  await using app = await testApp();
  const { jiyoung, first, second } = await calledTwice(app);
  const { notifications } = jiyoung.call;
  await notifications.markRead({ ids: [first] });
  const { ids } = await notifications.markAllRead();
  expect(ids).toEqual([second]);
  expect((await notifications.markAllRead()).ids).toEqual([]);
  await notifications.markUnread({ ids });
  expect(await noticesOf(jiyoung)).toMatchObject([
    { id: second, isUnread: true },
    { id: first, isUnread: false },
  ]);
});
