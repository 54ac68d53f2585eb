import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { auditRows } from '#tests/support/audit-rows.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

async function roomOfTwo(app: TestApp) {
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = newId();
  await minsu.call.chat.createRoom({ id: roomId, kind: 'group', memberIds: [jiyoung.id] });
  await app.settled();
  return { minsu, jiyoung, roomId };
}

const send = (roomId: string, body: string) => ({ id: newId(), roomId, body });

test('what is being written is on all devices of its author, and on nobody else’s', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, roomId } = await roomOfTwo(app);
  const feeds = { minsu: minsu.feed(), jiyoung: jiyoung.feed() };
  const mutationId = newId();
  const { item } = await minsu.call.chat.saveDraft({ roomId, body: '내일 회의는', mutationId });
  expect(item).toEqual({
    roomId,
    body: '내일 회의는',
    replyToId: null,
    version: 1,
    updatedAt: app.clock.now(),
  });
  expect(await feeds.minsu.changes()).toMatchObject([
    { kind: 'draft.changed', id: roomId, version: 1, mutationId, data: item },
  ]);
  expect(await feeds.jiyoung.changes()).toEqual([]);
  expect((await minsu.call.chat.drafts()).items).toEqual([item]);
  expect((await jiyoung.call.chat.drafts()).items).toEqual([]);
  expect(JSON.stringify(await auditRows(app.db))).not.toContain('회의');
});

test('saying the same again is no change; the last device counts', async () => {
  await using app = await testApp();
  const { minsu, roomId } = await roomOfTwo(app);
  await minsu.call.chat.saveDraft({ roomId, body: '하나' });
  await app.settled();
  const feed = minsu.feed();
  await minsu.call.chat.saveDraft({ roomId, body: '하나' });
  expect(await feed.changes()).toEqual([]);
  const { item } = await minsu.call.chat.saveDraft({ roomId, body: '하나 둘' });
  expect(item).toMatchObject({ body: '하나 둘', version: 2 });
  expect((await minsu.call.chat.drafts()).items).toHaveLength(1);
});

test('two devices that begin at the same moment leave one draft', async () => {
  await using app = await testApp();
  const { minsu, roomId } = await roomOfTwo(app);
  await Promise.all(
    ['하나', '둘', '셋'].map((body) => minsu.call.chat.saveDraft({ roomId, body })),
  );
  const { items } = await minsu.call.chat.drafts();
  expect(items).toMatchObject([{ version: 3 }]);
});

test('an empty draft is none, and its version goes on', async () => {
  await using app = await testApp();
  const { minsu, roomId } = await roomOfTwo(app);
  await minsu.call.chat.saveDraft({ roomId, body: '아니' });
  const { item } = await minsu.call.chat.saveDraft({ roomId, body: '' });
  expect(item).toMatchObject({ body: '', version: 2 });
  expect((await minsu.call.chat.drafts()).items).toEqual([]);
  expect((await minsu.call.chat.saveDraft({ roomId, body: '다시' })).item.version).toBe(3);
});

test('sending a message takes the draft it grew from with it, in the same write', async () => {
  await using app = await testApp();
  const { minsu, roomId } = await roomOfTwo(app);
  const { items } = { items: [await minsu.call.chat.send(send(roomId, '몇 시예요?'))] };
  const replyToId = items[0]?.item.id ?? '';
  await minsu.call.chat.saveDraft({ roomId, body: '세 시', replyToId });
  await app.settled();
  const feed = minsu.feed();
  await minsu.call.chat.send(send(roomId, '세 시예요'));
  expect(await feed.changes()).toMatchObject([
    { kind: 'message.posted' },
    { kind: 'draft.changed', data: { body: '', replyToId: null, version: 2 } },
  ]);
  expect((await minsu.call.chat.drafts()).items).toEqual([]);
});

test('a late message leaves the draft of the next one alone', async () => {
  await using app = await testApp();
  const { minsu, roomId } = await roomOfTwo(app);
  await minsu.call.chat.saveDraft({ roomId, body: '다음 이야기 100%_' });
  await minsu.call.chat.send(send(roomId, '지하철에서 쓴 글'));
  expect((await minsu.call.chat.drafts()).items).toMatchObject([{ body: '다음 이야기 100%_' }]);
});

test('whoever is not in the room keeps no draft there, and one who left sees theirs no more', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, roomId } = await roomOfTwo(app);
  const harin = await app.person('harin');
  await expect(harin.call.chat.saveDraft({ roomId, body: '나' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await jiyoung.call.chat.saveDraft({ roomId, body: '저는요' });
  await jiyoung.call.chat.leave({ roomId });
  expect((await jiyoung.call.chat.drafts()).items).toEqual([]);
  await expect(jiyoung.call.chat.saveDraft({ roomId, body: '또' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect((await minsu.call.chat.drafts()).items).toEqual([]);
});

test('a draft answers only what is said in its room', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, roomId } = await roomOfTwo(app);
  const other = newId();
  await minsu.call.chat.createRoom({ id: other, kind: 'direct', memberIds: [jiyoung.id] });
  const { item } = await minsu.call.chat.send(send(other, '둘만의 이야기'));
  for (const replyToId of [item.id, newId()])
    await expect(
      minsu.call.chat.saveDraft({ roomId, body: '답', replyToId }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
