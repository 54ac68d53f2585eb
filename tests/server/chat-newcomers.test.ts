// Whoever joins a room that shows newcomers only what is said from then on sees nothing older, wherever they look.
import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { newGroup, say, talk } from '#tests/support/chat-rooms.ts';
import { screen, Screens } from '#tests/support/screens.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

const OLD = 5;

/** harin is added after five messages; all that was said before her has 번째 in it. */
async function joinedLate(app: TestApp, history: 'all' | 'joined' = 'joined') {
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung);
  await minsu.call.chat.updateRoom({ roomId, history });
  await talk(minsu, roomId, OLD);
  const { items } = await minsu.call.chat.messages({ roomId });
  await app.settled();
  const feed = harin.feed();
  await minsu.call.chat.addMembers({ roomId, userIds: [harin.id] });
  await app.settled();
  return { minsu, jiyoung, harin, roomId, old: items, feed };
}

function numbers({ items }: { items: { no: number }[] }): number[] {
  return items.map(({ no }) => no);
}

test('pages show nothing older, wherever they start', async () => {
  await using app = await testApp();
  const { minsu, harin, roomId } = await joinedLate(app);
  const page = (place: object) => harin.call.chat.messages({ roomId, ...place });

  const empty = await page({});
  expect(empty).toMatchObject({ items: [], hasBefore: false, hasAfter: false, firstNo: OLD + 1 });
  await say(minsu, roomId, '어서 오세요');
  await say(harin, roomId, '반갑습니다');

  for (const place of [
    {},
    { limit: 200 },
    { before: 100 },
    { after: 0 },
    { after: 3 },
    { around: 2, limit: 20 },
    { around: 6 },
    { cursor: 'after:1' },
  ]) {
    const answer = await page(place);
    expect(numbers(answer), JSON.stringify(place)).toEqual([6, 7]);
    expect(answer.hasBefore).toBe(false);
  }
  for (const place of [
    { before: 6 },
    { before: 3 },
    { cursor: 'before:6' },
    { cursor: 'before:2' },
  ])
    expect(numbers(await page(place)), JSON.stringify(place)).toEqual([]);
});

test('neither do previews, days, numbers or unread marks', async () => {
  await using app = await testApp();
  const { minsu, harin, roomId } = await joinedLate(app);
  const { item } = await harin.call.chat.room({ id: roomId });

  expect(item).toMatchObject({ lastMessage: null, history: 'joined' });
  expect((await harin.call.chat.rooms()).items).toMatchObject([{ lastMessage: null }]);
  expect((await minsu.call.chat.rooms()).items).toMatchObject([{ lastMessage: { no: OLD } }]);
  expect((await harin.call.chat.days({ roomId, month: '2026-11' })).items).toEqual([]);
  expect(await harin.call.nav.counts()).toMatchObject({ chat: 0, rooms: {} });
  await expect(harin.call.chat.markUnread({ roomId, no: 2 })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await say(minsu, roomId, '어서 오세요');
  await app.settled();
  expect((await harin.call.chat.rooms()).items).toMatchObject([{ lastMessage: { no: OLD + 1 } }]);
  expect(await harin.call.nav.counts()).toMatchObject({ chat: 1 });
});

test('nothing can be done with an older message, as if it were not there', async () => {
  await using app = await testApp();
  const { harin, roomId, old } = await joinedLate(app);
  const [{ id } = { id: '' }] = old;
  const { chat } = harin.call;

  for (const attempt of [
    () => chat.react({ id, emoji: '👍', on: true }),
    () => chat.pin({ id, on: true }),
    () => chat.save({ messageId: id, on: true }),
    () => chat.forward({ id: newId(), messageId: id, roomId }),
    () => chat.history({ id }),
    () => chat.readers({ messageId: id }),
    () => chat.send({ id: newId(), roomId, body: '이거요?', replyToId: id }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('live: of what happens to older messages only that something did', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin, roomId, old, feed } = await joinedLate(app);
  const [first = { id: '' }, second = { id: '' }] = old;
  await minsu.call.chat.edit({ id: first.id, version: 1, body: '고친 첫 번째' });
  await jiyoung.call.chat.react({ id: second.id, emoji: '👍', on: true });
  await minsu.call.chat.pin({ id: first.id, on: true });
  await minsu.call.chat.remove({ id: second.id });
  await minsu.call.chat.updateRoom({ roomId, title: '새 이름' });

  const heard = await feed.changes();

  expect(JSON.stringify(heard)).not.toContain('번째');
  expect(heard.filter(({ kind }) => kind.startsWith('message.'))).toMatchObject(
    ['message.edited', 'message.reacted', 'message.pinned', 'message.removed'].map((kind) => ({
      kind,
      gone: true,
    })),
  );
  expect((await harin.call.chat.pinned({ roomId })).items).toEqual([]);
});

test('a quote of something older is not shown to them, live or later; the others see it', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin, roomId, old, feed } = await joinedLate(app);
  const screens = await openScreens(app, [minsu, harin], roomId);
  const replyToId = old[1]?.id ?? '';

  const reply = { id: newId(), roomId, body: '그 말 기억나요?', replyToId };
  await jiyoung.call.chat.send(reply);
  await expectCurrent(app, screens);
  await harin.call.chat.pin({ id: reply.id, on: true });
  await harin.call.chat.save({ messageId: reply.id, on: true });
  const { item } = await harin.call.chat.react({ id: reply.id, emoji: '🙂', on: true });
  await expectCurrent(app, screens);

  expect(item).toMatchObject({ body: '그 말 기억나요?', replyTo: null });
  for (const { items } of [
    await harin.call.chat.messages({ roomId }),
    await harin.call.chat.pinned({ roomId }),
  ])
    expect(items).toMatchObject([{ id: reply.id, replyTo: null }]);
  const saved = await harin.call.chat.saved();
  expect(saved.items).toMatchObject([{ message: { id: reply.id, replyTo: null } }]);
  const { items } = await minsu.call.chat.messages({ roomId });
  expect(items.at(-1)).toMatchObject({ id: reply.id, replyTo: { id: replyToId, body: '2번째' } });
  expect(JSON.stringify(await feed.changes())).not.toContain('번째');
  for (const open of screens) await open.close();
});

test('no notice tells of something older, also to one who was there before', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin, roomId } = await joinedLate(app);
  const call = (body: string) =>
    minsu.call.chat.send({ id: newId(), roomId, body, mentionsAll: true });
  const noticed = async (person: Person) => {
    await app.settled();
    const { items } = await person.call.notifications.list();
    return items.map(({ no }) => no).toSorted((a, b) => Number(a) - Number(b));
  };
  await call('모두 봐 주세요');
  expect(await noticed(jiyoung)).toEqual([OLD + 1]);

  await minsu.call.chat.removeMember({ roomId, userId: jiyoung.id });
  await call('둘만 봐요');
  expect(await noticed(jiyoung)).toEqual([]);
  await minsu.call.chat.addMembers({ roomId, userIds: [jiyoung.id] });

  expect(await noticed(jiyoung)).toEqual([]);
  await call('다시 모두에게');
  expect(await noticed(jiyoung)).toEqual([OLD + 3]);
  expect(await noticed(harin)).toEqual([OLD + 1, OLD + 2, OLD + 3]);
});

test('what a room shows newcomers counts when they come: those who are there see what they saw', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin, roomId } = await joinedLate(app);
  await minsu.call.chat.updateRoom({ roomId, history: 'all' });
  const doyun = await app.person('doyun');
  await minsu.call.chat.addMembers({ roomId, userIds: [doyun.id] });
  await minsu.call.chat.updateRoom({ roomId, history: 'joined' });

  const seen = async (person: Person) =>
    numbers(await person.call.chat.messages({ roomId })).length;

  expect(await seen(harin)).toBe(0);
  expect(await seen(doyun)).toBe(OLD);
  expect(await seen(jiyoung)).toBe(OLD);
});

test('one who was removed and added again sees only what is said from then on', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, roomId } = await joinedLate(app);
  const screens = await openScreens(app, [minsu, jiyoung], roomId);
  await minsu.call.chat.removeMember({ roomId, userId: jiyoung.id });
  await say(minsu, roomId, '없는 사이에 한 말');
  await minsu.call.chat.addMembers({ roomId, userIds: [jiyoung.id] });
  await say(minsu, roomId, '다시 왔네요');

  await expectCurrent(app, screens);

  expect(numbers(await jiyoung.call.chat.messages({ roomId }))).toEqual([OLD + 2]);
  for (const open of screens) await open.close();
});

test('a room that shows newcomers all shows them all', async () => {
  await using app = await testApp();
  const { harin, roomId } = await joinedLate(app, 'all');

  expect(numbers(await harin.call.chat.messages({ roomId }))).toEqual([1, 2, 3, 4, 5]);
  expect((await harin.call.chat.rooms()).items).toMatchObject([{ lastMessage: { no: OLD } }]);
});

async function openScreens(app: TestApp, people: Person[], roomId: string): Promise<Screens[]> {
  await app.settled();
  const screens: Screens[] = [];
  for (const person of people)
    screens.push(
      await Screens.open(app, person, [
        screen('chat.rooms', undefined),
        screen('chat.room', { id: roomId }),
        screen('chat.messages', { roomId }),
        screen('chat.messages', { roomId, before: 100 }),
        screen('chat.days', { roomId, month: '2026-11' }),
        screen('chat.pinned', { roomId }),
        screen('chat.saved', {}),
      ]),
    );
  return screens;
}

async function expectCurrent(app: TestApp, screens: Screens[]): Promise<void> {
  await app.settled();
  for (const open of screens) await open.expectCurrent();
}
