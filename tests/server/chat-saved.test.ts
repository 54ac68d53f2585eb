import { expect, test } from 'vitest';
import { savedMessages } from '#db/schema/chat.ts';
import { newGroup, say, talk } from '#tests/support/chat-rooms.ts';
import { during, told } from '#tests/support/during.ts';
import { testApp } from '#tests/support/test-app.ts';
import { archive, expectUnseen } from '#tests/support/unseen-message.ts';

test('a message kept for later is told to the own devices, and to nobody else', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const { item } = await say(minsu, roomId, '나중에 볼 것');
  const messageId = item.id;
  await app.settled();
  const feeds = { phone: jiyoung.feed(), minsu: minsu.feed() };

  const { answer, events, labels } = await during(app, () =>
    jiyoung.call.chat.save({ messageId, on: true }),
  );

  const savedAt = app.clock.now();
  expect(answer.savedAt).toEqual(savedAt);
  expect((await jiyoung.call.chat.saved()).items).toEqual([{ message: item, savedAt }]);
  expect((await minsu.call.chat.saved()).items).toEqual([]);
  const data = { roomId, userId: jiyoung.id, messageId, savedAt };
  expect(events.map(told)).toEqual([
    { kind: 'saved.changed', id: messageId, audience: [`user:${jiyoung.id}`], data },
  ]);
  expect(labels).toEqual(['message.save']);
  expect(await feeds.phone.changes()).toMatchObject([{ kind: 'saved.changed', data }]);
  expect(await feeds.minsu.changes()).toEqual([]);
});

test('keeping twice is once, where it was; letting go twice is once', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const { item } = await say(minsu, roomId, '나중에');
  await archive(app, roomId);
  const save = (on: boolean) =>
    during(app, () => jiyoung.call.chat.save({ messageId: item.id, on }));
  const first = await save(true);
  app.clock.advance(60_000);

  const second = await save(true);

  expect(second.answer.savedAt).toEqual(first.answer.savedAt);
  expect([second.events, second.labels]).toEqual([[], []]);
  expect((await save(false)).answer.savedAt).toBeNull();
  const again = await save(false);
  expect([again.events, again.labels]).toEqual([[], []]);
  expect((await jiyoung.call.chat.saved()).items).toEqual([]);
});

test('what was kept last comes first, in pages, however many were kept at one moment', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await talk(minsu, roomId, 9);
  const { items } = await minsu.call.chat.messages({ roomId });
  for (const [at, { id }] of items.entries()) {
    if (at % 3 === 0) app.clock.advance(1000);
    await minsu.call.chat.save({ messageId: id, on: true });
  }
  const whole = (await minsu.call.chat.saved()).items;
  expect(whole.map((item) => Math.floor((item.message.no - 1) / 3))).toEqual([
    2, 2, 2, 1, 1, 1, 0, 0, 0,
  ]);

  const found: typeof whole = [];
  let cursor: string | undefined;
  do {
    const page = await minsu.call.chat.saved({
      limit: 2,
      ...(cursor === undefined ? {} : { cursor }),
    });
    expect(page.items.length).toBeLessThanOrEqual(2);
    found.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);

  expect(found).toEqual(whole);
});

test('only what can still be seen is shown: not what is removed, nor rooms one has left', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const [stays, left] = [await newGroup(minsu, jiyoung), await newGroup(minsu, jiyoung)];
  const kept = (await say(minsu, stays, '남는 말')).item;
  const removed = (await say(minsu, stays, '지울 말')).item;
  const elsewhere = (await say(minsu, left, '다른 방')).item;
  for (const { id } of [kept, removed, elsewhere])
    await jiyoung.call.chat.save({ messageId: id, on: true });

  await minsu.call.chat.remove({ id: removed.id });
  await jiyoung.call.chat.leave({ roomId: left });

  const { items } = await jiyoung.call.chat.saved();
  expect(items.map(({ message }) => message.id)).toEqual([kept.id]);
  const stored = await app.db.read((tx) => tx.select().from(savedMessages));
  expect(stored.map(({ messageId }) => messageId)).not.toContain(removed.id);
  await expect(jiyoung.call.chat.save({ messageId: removed.id, on: true })).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
    facts: { reason: 'message_removed' },
  });
  await minsu.call.chat.addMembers({ roomId: left, userIds: [jiyoung.id] });
  expect((await jiyoung.call.chat.saved()).items).toHaveLength(2);
});

test('nobody signed out has a list, and a strange cursor is refused', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  await expect(app.nobody.chat.saved()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  await expect(minsu.call.chat.saved({ cursor: '["a","b"]' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    facts: { reason: 'invalid_cursor' },
  });
});

test('a message that is not theirs to see cannot be kept', async () => {
  await expectUnseen((call, { id }) => call.chat.save({ messageId: id, on: true }));
});
