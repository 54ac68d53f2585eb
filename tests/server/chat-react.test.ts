import { expect, test } from 'vitest';
import { asEmoji } from '#server/chat/chat.emoji.schema.ts';
import { REACTIONS_MAX } from '#server/chat/chat.message.schema.ts';
import { newGroup, say } from '#tests/support/chat-rooms.ts';
import { during, told } from '#tests/support/during.ts';
import { testApp } from '#tests/support/test-app.ts';
import { archive, expectUnseen } from '#tests/support/unseen-message.ts';

test('a reaction is stored, answered and told to the members with all there are', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung);
  const { item } = await say(minsu, roomId, '합격!');
  const { id } = item;
  await minsu.call.chat.react({ id, emoji: '🎉', on: true });
  await app.settled();
  const feeds = { minsu: minsu.feed(), harin: harin.feed() };

  const { answer, events, labels } = await during(app, () =>
    jiyoung.call.chat.react({ id, emoji: '👍', on: true }),
  );

  const reactions = [
    { emoji: '🎉', userIds: [minsu.id] },
    { emoji: '👍', userIds: [jiyoung.id] },
  ];
  const after = { ...item, reactions, version: 3 };
  expect(answer.item).toEqual(after);
  expect((await minsu.call.chat.messages({ roomId })).items).toEqual([after]);
  expect(events.map(told)).toEqual([
    { kind: 'message.reacted', id, audience: [`room:${roomId}`], data: after },
  ]);
  expect(labels).toEqual(['message.react']);
  expect(await feeds.minsu.changes()).toMatchObject([{ kind: 'message.reacted', data: after }]);
  expect(await feeds.harin.changes()).toEqual([]);
});

test('two at once both count', async () => {
  await using app = await testApp();
  const names = ['minsu', 'jiyoung', 'harin', 'doyun', 'sora'] as const;
  const everybody = Object.values(await app.people(...names));
  const [minsu, ...others] = everybody;
  if (minsu === undefined) throw new Error('nobody is here');
  const roomId = await newGroup(minsu, ...others);
  const { id } = (await say(minsu, roomId, '합격!')).item;

  await Promise.all(
    everybody.flatMap(({ call }, at) => [
      call.chat.react({ id, emoji: '👍', on: true }),
      call.chat.react({ id, emoji: at % 2 === 0 ? '🎉' : '❤️', on: true }),
    ]),
  );

  const [message] = (await minsu.call.chat.messages({ roomId })).items;
  const counts = message?.reactions.map(({ emoji, userIds }) => [emoji, new Set(userIds).size]);
  expect(new Map(counts as [string, number][])).toEqual(
    new Map([
      ['👍', 5],
      ['🎉', 3],
      ['❤️', 2],
    ]),
  );
  expect(message?.version).toBe(11);
});

test('on twice is once, off takes it back, and the others stay in their order', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const { id } = (await say(minsu, roomId, '합격!')).item;
  for (const emoji of ['👍', '🎉', '😮']) await minsu.call.chat.react({ id, emoji, on: true });
  await jiyoung.call.chat.react({ id, emoji: '👍', on: true });
  for (const given of [
    { emoji: '👍', on: true },
    { emoji: '❤', on: false },
  ]) {
    const again = await during(app, () => jiyoung.call.chat.react({ id, ...given }));
    expect([again.events, again.labels]).toEqual([[], []]);
  }

  await minsu.call.chat.react({ id, emoji: '🎉', on: false });
  const { item } = await minsu.call.chat.react({ id, emoji: '👍', on: false });

  expect(item.reactions).toEqual([
    { emoji: '👍', userIds: [jiyoung.id] },
    { emoji: '😮', userIds: [minsu.id] },
  ]);
});

test('a reaction is one emoji, and a heart is a heart however it was typed', () => {
  for (const emoji of ['👍', '👍🏽', '👨‍👩‍👧‍👦', '🇰🇷', '1️⃣', '❤️']) expect(asEmoji(emoji)).toBe(emoji);
  expect(asEmoji('❤')).toBe('❤️');
  for (const text of [
    '',
    'a',
    '가',
    '1',
    '👍👍',
    '👍 ',
    ':)',
    '🏽'.repeat(30),
    '\u{FE0F}',
    '\uD83D',
  ])
    expect(asEmoji(text)).toBeNull();
});

test('a message takes only so many different ones, and none when removed or archived', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const { id } = (await say(minsu, roomId, '합격!')).item;
  const on = true;
  const animals = Array.from({ length: REACTIONS_MAX }, (_, at) =>
    String.fromCodePoint(128_000 + at),
  );
  for (const emoji of animals) await minsu.call.chat.react({ id, emoji, on });
  const refused = (reason: string) => ({ code: 'PRECONDITION_FAILED', facts: { reason } });

  await expect(minsu.call.chat.react({ id, emoji: '👍', on })).rejects.toMatchObject(
    refused('too_many_reactions'),
  );
  await jiyoung.call.chat.react({ id, emoji: animals[0] ?? '', on });
  await expect(minsu.call.chat.react({ id, emoji: '좋아요', on })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  await archive(app, roomId);
  await expect(jiyoung.call.chat.react({ id, emoji: '🐀', on: false })).rejects.toMatchObject(
    refused('room_archived'),
  );
  await minsu.call.chat.remove({ id });
  await expect(jiyoung.call.chat.react({ id, emoji: '👍', on })).rejects.toMatchObject(
    refused('message_removed'),
  );
});

test('a message that is not theirs to see takes no reaction', async () => {
  await expectUnseen((call, { id }) => call.chat.react({ id, emoji: '👍', on: true }));
});
