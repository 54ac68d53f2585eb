// Several things done to one message at the same moment: as if one after the other, whichever comes first.
import { expect, test } from 'vitest';
import { PINS_MAX } from '#server/chat/chat.message.schema.ts';
import { newId } from '#server/new-id.ts';
import { newGroup, say, talk } from '#tests/support/chat-rooms.ts';
import { during } from '#tests/support/during.ts';
import { outcomes } from '#tests/support/outcomes.ts';
import { testApp } from '#tests/support/test-app.ts';

test('of two edits of one text at once, one is made and the other is told of it', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const { id } = (await say(minsu, roomId, '처음')).item;

  const edits = ['컴퓨터에서', '전화기에서'].map((body) =>
    minsu.call.chat.edit({ id, version: 1, body }),
  );

  expect((await outcomes(edits)).toSorted()).toEqual(['CONFLICT', 'done']);
  expect((await jiyoung.call.chat.history({ id })).items).toMatchObject([{ body: '처음' }]);
});

test('what is said of a message while it is removed leaves nothing behind', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung, harin);
  for (let round = 0; round < 5; round += 1) {
    const { id } = (await say(minsu, roomId, '지울 말')).item;
    const acts = [
      () => minsu.call.chat.edit({ id, version: 1, body: '고친 말' }),
      () => jiyoung.call.chat.react({ id, emoji: '👍', on: true }),
      () => jiyoung.call.chat.pin({ id, on: true }),
      () => harin.call.chat.save({ messageId: id, on: true }),
    ];
    const order = acts.toSpliced(round, 0, () => minsu.call.chat.remove({ id }));
    await outcomes(order.map((act) => act()));

    const trace = (await jiyoung.call.chat.messages({ roomId })).items.find(
      (item) => item.id === id,
    );
    expect(trace).toMatchObject({ body: '', reactions: [], pinnedAt: null });
    expect((await jiyoung.call.chat.history({ id })).items).toEqual([]);
    expect((await jiyoung.call.chat.pinned({ roomId })).items).toEqual([]);
    expect((await harin.call.chat.saved()).items).toEqual([]);
  }
});

test('the last free place among the pins is given once', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await talk(minsu, roomId, PINS_MAX + 1);
  const { items } = await minsu.call.chat.messages({ roomId, limit: 200 });
  for (const { id } of items.slice(2)) await minsu.call.chat.pin({ id, on: true });

  const pins = items
    .slice(0, 2)
    .map(({ id }, at) => (at === 0 ? minsu : jiyoung).call.chat.pin({ id, on: true }));

  expect((await outcomes(pins)).toSorted()).toEqual(['PRECONDITION_FAILED', 'done']);
});

test('keeping a message on two devices at once keeps it once', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const { id: messageId } = (await say(minsu, roomId, '나중에')).item;

  const { events } = await during(app, () =>
    Promise.all([1, 2].map(() => jiyoung.call.chat.save({ messageId, on: true }))),
  );

  expect(events.map(({ kind }) => kind)).toEqual(['saved.changed']);
  expect((await jiyoung.call.chat.saved()).items).toHaveLength(1);
});

test('a removed member hears nothing of what becomes of the messages', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung, harin);
  const { id } = (await say(minsu, roomId, '처음')).item;
  await app.settled();
  const feeds = { jiyoung: jiyoung.feed(), harin: harin.feed() };
  await minsu.call.chat.removeMember({ roomId, userId: harin.id });
  const before = (await feeds.harin.changes()).length;

  await minsu.call.chat.edit({ id, version: 1, body: '다음' });
  await jiyoung.call.chat.react({ id, emoji: '👍', on: true });
  await jiyoung.call.chat.pin({ id, on: true });
  await minsu.call.chat.forward({ id: newId(), messageId: id, roomId });
  await minsu.call.chat.remove({ id });

  const heard = (await feeds.jiyoung.changes()).map(({ kind }) => kind);
  expect(heard.filter((kind) => kind.startsWith('message.'))).toEqual([
    'message.edited',
    'message.reacted',
    'message.pinned',
    'message.posted',
    'message.removed',
  ]);
  expect(await feeds.harin.changes()).toHaveLength(before);
});
