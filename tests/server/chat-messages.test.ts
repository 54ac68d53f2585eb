import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { newGroup, say, talk } from '#tests/support/chat-rooms.ts';
import { during, told } from '#tests/support/during.ts';
import { recordStatements } from '#tests/support/explain.ts';
import { testApp } from '#tests/support/test-app.ts';

test('a message is stored, answered, and told to the members, once', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung);
  await app.settled();
  const feeds = { minsu: minsu.feed(), jiyoung: jiyoung.feed(), harin: harin.feed() };
  const id = newId();
  const mutationId = newId();

  const { answer, events, labels } = await during(app, () =>
    minsu.call.chat.send({ id, roomId, body: '  점심 먹을까요?\n좋아요 ', mutationId }),
  );

  expect(answer.item).toEqual({
    id,
    roomId,
    no: 1,
    authorId: minsu.id,
    body: '점심 먹을까요?\n좋아요',
    replyTo: null,
    mentionIds: [],
    mentionsAll: false,
    isUrgent: false,
    files: [],
    forwardedFromId: null,
    reactions: [],
    editedAt: null,
    removedAt: null,
    pinnedAt: null,
    pinnedById: null,
    createdAt: app.clock.now(),
    version: 1,
  });
  expect((await jiyoung.call.chat.messages({ roomId })).items).toEqual([answer.item]);
  expect(events.map(told)).toEqual([
    { kind: 'message.posted', id, audience: [`room:${roomId}`], data: answer.item },
  ]);
  expect(labels).toEqual(['message.send']);
  for (const feed of [feeds.minsu, feeds.jiyoung])
    expect(await feed.changes()).toMatchObject([
      { kind: 'message.posted', data: answer.item, mutationId, actorId: minsu.id },
    ]);
  expect(await feeds.harin.changes()).toEqual([]);
});

test('the audit of a message holds its length, never its text', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const { audit } = await during(app, () => say(minsu, roomId, '비밀 이야기'));
  expect(JSON.stringify(audit)).toContain('length\\":6');
  expect(JSON.stringify(audit)).not.toContain('비밀');
});

test('sending the same message twice shows it once', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const given = { id: newId(), roomId, body: '한 번만' };
  const [first, second] = await Promise.all([
    minsu.call.chat.send(given),
    minsu.call.chat.send(given),
  ]);

  const again = await during(app, () => minsu.call.chat.send(given));

  expect(second.item).toEqual(first.item);
  expect(again.answer.item).toEqual(first.item);
  expect(again.events).toEqual([]);
  expect((await jiyoung.call.chat.messages({ roomId })).items).toHaveLength(1);
  const elsewhere = await newGroup(minsu, jiyoung);
  for (const attempt of [
    () => jiyoung.call.chat.send(given),
    () => minsu.call.chat.send({ ...given, roomId: elsewhere }),
  ])
    await expect(attempt()).rejects.toMatchObject({
      code: 'CONFLICT',
      facts: { reason: 'id_in_use' },
    });
});

test('messages sent at once are numbered without gaps', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);

  const sent = await Promise.all(
    Array.from({ length: 30 }, (_, at) => say(at % 2 === 0 ? minsu : jiyoung, roomId, `${at}번째`)),
  );

  const numbers = sent.map(({ item }) => item.no).toSorted((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
  const { items } = await minsu.call.chat.messages({ roomId });
  expect(items.map((message) => message.no)).toEqual(numbers);
});

test('a message of somebody who leaves at the same time is either before it or refused', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  for (const isSendFirst of [true, false]) {
    const roomId = await newGroup(minsu, jiyoung);
    const send = () => say(jiyoung, roomId, '잠깐만요');
    const leave = () => jiyoung.call.chat.leave({ roomId });
    const [sent, left] = isSendFirst
      ? await Promise.allSettled([send(), leave()])
      : (await Promise.allSettled([leave(), send()])).toReversed();

    expect(left?.status).toBe('fulfilled');
    const { items } = await minsu.call.chat.messages({ roomId });
    expect(items).toHaveLength(sent?.status === 'fulfilled' ? 1 : 0);
    if (sent?.status === 'rejected')
      expect(sent.reason).toMatchObject({ code: 'NOT_FOUND', facts: { reason: 'room_not_found' } });
  }
});

test('a reply quotes a message of the same room, however long that is', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const elsewhere = await newGroup(minsu, jiyoung);
  const { item } = await say(minsu, roomId, `${'가'.repeat(199)}😀 길어요`);
  const foreign = await say(minsu, elsewhere, '다른 방');

  const reply = await jiyoung.call.chat.send({
    id: newId(),
    roomId,
    body: '네',
    replyToId: item.id,
  });

  const quote = { id: item.id, no: 1, authorId: minsu.id, body: '가'.repeat(199) };
  expect(reply.item.replyTo).toMatchObject(quote);
  const { items } = await minsu.call.chat.messages({ roomId });
  expect(items[1]).toEqual(reply.item);
  await expect(
    jiyoung.call.chat.send({ id: newId(), roomId, body: '네', replyToId: foreign.item.id }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND', facts: { reason: 'message_not_found' } });
});

test('only members can be mentioned', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung);
  const mentionIds = [jiyoung.id, harin.id, jiyoung.id];
  const { item } = await minsu.call.chat.send({ id: newId(), roomId, body: '@지영', mentionIds });
  expect(item.mentionIds).toEqual([jiyoung.id]);
});

test('history is read in pages of numbers, in any direction', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await talk(minsu, roomId, 25);
  const page = async (where: object) => {
    const found = await jiyoung.call.chat.messages({ roomId, limit: 10, ...where });
    const { items, hasBefore, hasAfter, nextCursor } = found;
    return [items[0]?.no, items.at(-1)?.no, hasBefore, hasAfter, nextCursor];
  };

  expect(await page({})).toEqual([16, 25, true, false, 'before:16']);
  expect(await page({ cursor: 'before:16' })).toEqual([6, 15, true, true, 'before:6']);
  expect(await page({ before: 6 })).toEqual([1, 5, false, true, null]);
  expect(await page({ after: 5 })).toEqual([6, 15, true, true, 'after:15']);
  expect(await page({ cursor: 'after:15' })).toEqual([16, 25, true, false, null]);
  expect(await page({ around: 12 })).toEqual([7, 16, true, true, 'before:7']);
  expect(await page({ around: 1 })).toEqual([1, 5, false, true, null]);
  expect(await page({ after: 25 })).toEqual([undefined, undefined, true, false, null]);
  expect(await page({ before: 1 })).toEqual([undefined, undefined, false, true, null]);
  expect(await page({ before: 99 })).toEqual([16, 25, true, false, 'before:16']);
});

test('the number of statements does not grow with rooms, members or messages', async () => {
  const statements = recordStatements();
  await using app = await testApp({ onStatement: statements.add });
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const countOf = async (work: () => Promise<unknown>) => {
    statements.take();
    await work();
    return statements.take().filter(({ sql }) => /room|messages/.test(sql)).length;
  };
  const roomId = await newGroup(minsu, jiyoung);
  const { item } = await say(minsu, roomId, '처음');
  const reply = () =>
    jiyoung.call.chat.send({ id: newId(), roomId, body: '답', replyToId: item.id });
  await reply();
  const reads = async () => [
    await countOf(() => minsu.call.chat.rooms()),
    await countOf(() => minsu.call.chat.room({ id: roomId })),
    await countOf(() => minsu.call.chat.messages({ roomId })),
  ];
  const few = await reads();
  for (let at = 0; at < 10; at += 1) {
    const other = await newGroup(minsu, jiyoung, harin);
    await say(jiyoung, other, '여기도');
    await reply();
  }
  expect(await reads()).toEqual(few);
});
