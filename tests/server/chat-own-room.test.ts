import { expect, test } from 'vitest';
import { newGroup, say } from '#tests/support/chat-rooms.ts';
import { during, told } from '#tests/support/during.ts';
import { testApp } from '#tests/support/test-app.ts';

test('what a room is to one member is told to that member alone', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await app.settled();
  const feeds = { minsu: minsu.feed(), jiyoung: jiyoung.feed() };

  const wishes = { muted: true, pinned: true, notify: 'mentions' } as const;
  const { answer, events, labels } = await during(app, () =>
    jiyoung.call.chat.setMine({ roomId, ...wishes }),
  );

  const item = { roomId, userId: jiyoung.id, ...wishes, unreadFromNo: null };
  expect(answer.item).toEqual(item);
  expect(events.map(told)).toEqual([
    { kind: 'membership.changed', id: roomId, audience: [`user:${jiyoung.id}`], data: item },
  ]);
  expect(labels).toEqual(['room.set_mine']);
  expect((await jiyoung.call.chat.rooms()).items).toMatchObject([wishes]);
  expect((await jiyoung.call.chat.room({ id: roomId })).item).toMatchObject(wishes);
  expect((await minsu.call.chat.rooms()).items).toMatchObject([{ muted: false, pinned: false }]);
  expect(await feeds.jiyoung.changes()).toMatchObject([{ kind: 'membership.changed', data: item }]);
  expect(await feeds.minsu.changes()).toEqual([]);
});

test('what is left out stays, and what is so already is not said again', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await minsu.call.chat.setMine({ roomId, pinned: true, notify: 'nothing' });
  await minsu.call.chat.setMine({ roomId, muted: true });

  const { answer, events, labels } = await during(app, () =>
    minsu.call.chat.setMine({ roomId, pinned: true, muted: true }),
  );

  expect(answer.item).toMatchObject({ pinned: true, muted: true, notify: 'nothing' });
  expect([events, labels]).toEqual([[], []]);
});

test('a muted room keeps its number, and adds nothing to the sum', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const [loud, quiet] = [await newGroup(minsu, jiyoung), await newGroup(minsu, jiyoung)];
  for (const roomId of [loud, quiet]) await say(minsu, roomId, '점심 먹어요');
  await app.settled();
  expect(await jiyoung.call.nav.counts()).toMatchObject({ chat: 2 });

  await jiyoung.call.chat.setMine({ roomId: quiet, muted: true });
  await app.settled();

  expect(await jiyoung.call.nav.counts()).toMatchObject({
    chat: 1,
    rooms: { [loud]: 1, [quiet]: 1 },
  });
  await jiyoung.call.chat.setMine({ roomId: quiet, muted: false });
  await app.settled();
  expect(await jiyoung.call.nav.counts()).toMatchObject({ chat: 2 });
});

test('an archived room can be muted and pinned, one that is not mine cannot', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung);
  await minsu.call.chat.updateRoom({ roomId, archived: true });

  const { item } = await jiyoung.call.chat.setMine({ roomId, muted: true });

  expect(item.muted).toBe(true);
  await expect(harin.call.chat.setMine({ roomId, muted: true })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
