import { expect, test } from 'vitest';
import { PINS_MAX } from '#server/chat/chat.message.schema.ts';
import { newGroup, say, talk } from '#tests/support/chat-rooms.ts';
import { during, told } from '#tests/support/during.ts';
import { testApp } from '#tests/support/test-app.ts';
import { archive, expectUnseen, hideThePast } from '#tests/support/unseen-message.ts';

test('any member pins a message for all, and it is told to them', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung);
  const { item } = await say(minsu, roomId, '와이파이 비밀번호');
  const { id } = item;
  await app.settled();
  const feeds = { minsu: minsu.feed(), harin: harin.feed() };

  const { answer, events, labels } = await during(app, () =>
    jiyoung.call.chat.pin({ id, on: true }),
  );

  const pinned = { ...item, pinnedAt: app.clock.now(), pinnedById: jiyoung.id, version: 2 };
  expect(answer.item).toEqual(pinned);
  expect((await minsu.call.chat.pinned({ roomId })).items).toEqual([pinned]);
  expect(events.map(told)).toEqual([
    { kind: 'message.pinned', id, audience: [`room:${roomId}`], data: pinned },
  ]);
  expect(labels).toEqual(['message.pin']);
  expect(await feeds.minsu.changes()).toMatchObject([{ kind: 'message.pinned', data: pinned }]);
  expect(await feeds.harin.changes()).toEqual([]);
});

test('the newest pin stands first; pinning again leaves it where it is; anybody takes it off', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await talk(minsu, roomId, 3);
  const { items } = await minsu.call.chat.messages({ roomId });
  for (const no of [2, 1, 3]) {
    app.clock.advance(1000);
    await minsu.call.chat.pin({ id: items[no - 1]?.id ?? '', on: true });
  }
  const pinned = async () =>
    (await jiyoung.call.chat.pinned({ roomId })).items.map((message) => message.no);
  expect(await pinned()).toEqual([3, 1, 2]);

  const again = await during(app, () =>
    jiyoung.call.chat.pin({ id: items[1]?.id ?? '', on: true }),
  );

  expect([again.events, again.labels]).toEqual([[], []]);
  expect(await pinned()).toEqual([3, 1, 2]);
  await jiyoung.call.chat.pin({ id: items[2]?.id ?? '', on: false });
  expect(await pinned()).toEqual([1, 2]);
});

test('a room holds only so many pins, none of what is removed, and none that is new once archived', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await talk(minsu, roomId, PINS_MAX + 1);
  const { items } = await minsu.call.chat.messages({ roomId, limit: 200 });
  const [spare = '', ...ids] = items.map(({ id }) => id);
  for (const id of ids) await minsu.call.chat.pin({ id, on: true });
  const refused = (reason: string) => ({ code: 'PRECONDITION_FAILED', facts: { reason } });

  const pin = { id: spare, on: true };
  await expect(jiyoung.call.chat.pin(pin)).rejects.toMatchObject(refused('too_many_pins'));
  await minsu.call.chat.remove({ id: ids[0] ?? '' });
  await archive(app, roomId);
  await expect(jiyoung.call.chat.pin(pin)).rejects.toMatchObject(refused('room_archived'));
  const removed = { id: ids[0] ?? '', on: true };
  await expect(minsu.call.chat.pin(removed)).rejects.toMatchObject(refused('message_removed'));
  expect((await jiyoung.call.chat.pinned({ roomId })).items).toHaveLength(PINS_MAX - 1);
});

test('whoever came later sees no pin from before', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung);
  const { item } = await say(minsu, roomId, '옛날 이야기');
  await hideThePast(app, roomId);
  await minsu.call.chat.addMembers({ roomId, userIds: [harin.id] });
  await app.settled();
  const feed = harin.feed();

  await minsu.call.chat.pin({ id: item.id, on: true });

  expect((await harin.call.chat.pinned({ roomId })).items).toEqual([]);
  for (const change of await feed.changes()) expect(change).toMatchObject({ gone: true });
});

test('a message that is not theirs to see cannot be pinned', async () => {
  await expectUnseen((call, { id }) => call.chat.pin({ id, on: true }));
});
