import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { newGroup } from '#tests/support/chat-rooms.ts';
import { during, told } from '#tests/support/during.ts';
import { noticesOf, sayTo } from '#tests/support/notices.ts';
import { testApp, type TestApp } from '#tests/support/test-app.ts';

async function called(app: TestApp, times: number) {
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const ids: string[] = [];
  for (let at = 0; at < times; at += 1) {
    app.clock.advance(1000);
    ids.push((await sayTo(minsu, roomId, { mentionIds: [jiyoung.id] })).id);
  }
  await app.settled();
  return { minsu, jiyoung, roomId, ids };
}

test('one notice is marked read and unread again, on all screens of that person', async () => {
  await using app = await testApp();
  const { jiyoung, ids } = await called(app, 2);
  const [first = ''] = ids;
  const feed = jiyoung.feed();

  const read = await during(app, () => jiyoung.call.notifications.markRead({ ids: [first] }));

  expect(read.events.map(told)).toEqual([
    {
      kind: 'notification.changed',
      id: jiyoung.id,
      audience: [`user:${jiyoung.id}`],
      data: { ids: [first], readAt: app.clock.now() },
    },
  ]);
  expect(read.labels).toEqual(['notification.read']);
  expect((await noticesOf(jiyoung)).map(({ isUnread }) => isUnread)).toEqual([true, false]);
  const unread = await during(app, () => jiyoung.call.notifications.markUnread({ ids: [first] }));
  expect(unread.events.map(told)).toMatchObject([{ data: { ids: [first], readAt: null } }]);
  expect(unread.labels).toEqual(['notification.unread']);
  expect((await feed.changes()).map(({ kind }) => kind)).toEqual([
    'notification.changed',
    'notification.changed',
  ]);
  expect((await jiyoung.call.nav.counts()).notifications).toBe(2);
});

test('marking what is marked already changes nothing', async () => {
  await using app = await testApp();
  const { jiyoung, ids } = await called(app, 1);
  await jiyoung.call.notifications.markRead({ ids });
  const again = await during(app, () => jiyoung.call.notifications.markRead({ ids }));
  expect([again.events, again.labels]).toEqual([[], []]);
  await jiyoung.call.notifications.markAllRead();
  const all = await during(app, () => jiyoung.call.notifications.markAllRead());
  expect([all.events, all.labels]).toEqual([[], []]);
});

test('all are marked read at once, and the number is gone', async () => {
  await using app = await testApp();
  const { jiyoung } = await called(app, 3);
  const { events, labels } = await during(app, () => jiyoung.call.notifications.markAllRead());
  expect(events.map(told)).toMatchObject([{ data: { ids: null, readAt: app.clock.now() } }]);
  expect(labels).toEqual(['notification.read_all']);
  await app.settled();
  expect((await jiyoung.call.nav.counts()).notifications).toBe(0);
  expect((await jiyoung.call.notifications.list({ unread: true })).items).toEqual([]);
});

test('nobody marks the notices of others, and nobody sees them', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, ids } = await called(app, 1);
  const admin = await app.person('admin', { role: 'admin' });
  for (const { call } of [minsu, admin]) {
    const { events } = await during(app, () => call.notifications.markRead({ ids }));
    expect(events).toEqual([]);
    expect((await call.notifications.list()).items).toEqual([]);
  }
  expect(await noticesOf(jiyoung)).toMatchObject([{ isUnread: true }]);
  await expect(app.nobody.notifications.list()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
});

test('what is malformed is refused', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const refused = { code: 'BAD_REQUEST' };
  const { notifications } = minsu.call;
  await expect(notifications.markRead({ ids: [] })).rejects.toMatchObject(refused);
  await expect(notifications.markRead({ ids: ['1'] })).rejects.toMatchObject(refused);
  const many = Array.from({ length: 201 }, () => newId());
  await expect(notifications.markUnread({ ids: many })).rejects.toMatchObject(refused);
  await expect(notifications.list({ cursor: 'x' })).rejects.toMatchObject(refused);
});

test('the pages of the list hold every notice once, the newest first', async () => {
  await using app = await testApp();
  const { jiyoung, ids } = await called(app, 7);
  const seen: string[] = [];
  type Page = Awaited<ReturnType<typeof jiyoung.call.notifications.list>>;
  let cursor: string | null = null;
  do {
    const page: Page = await jiyoung.call.notifications.list({
      limit: 3,
      ...(cursor === null ? {} : { cursor }),
    });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(ids.toReversed());
});
