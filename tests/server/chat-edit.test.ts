import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { messages } from '#db/schema/chat.ts';
import { HISTORY_MAX } from '#server/chat/chat.message.schema.ts';
import { newId } from '#server/new-id.ts';
import { newGroup, say } from '#tests/support/chat-rooms.ts';
import { during, told } from '#tests/support/during.ts';
import { testApp } from '#tests/support/test-app.ts';
import { archive, expectUnseen } from '#tests/support/unseen-message.ts';

test('an edit is stored, answered and told to the members; what it said before is kept', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung);
  const { item } = await say(minsu, roomId, '두 시에 만나요');
  const { id } = item;
  await app.settled();
  const feeds = { jiyoung: jiyoung.feed(), harin: harin.feed() };
  app.clock.advance(60_000);

  const { answer, events, labels, audit } = await during(app, () =>
    minsu.call.chat.edit({ id, version: 1, body: ' 세 시에 만나요 ' }),
  );

  const edited = { ...item, body: '세 시에 만나요', version: 2, editedAt: app.clock.now() };
  expect(answer.item).toEqual(edited);
  expect((await jiyoung.call.chat.messages({ roomId })).items).toEqual([edited]);
  expect(events.map(told)).toEqual([
    { kind: 'message.edited', id, audience: [`room:${roomId}`], data: edited },
  ]);
  expect(labels).toEqual(['message.edit']);
  expect(JSON.stringify(audit)).not.toMatch(/만나요/);
  expect(await feeds.jiyoung.changes()).toMatchObject([{ kind: 'message.edited', data: edited }]);
  expect(await feeds.harin.changes()).toEqual([]);
  expect((await jiyoung.call.chat.history({ id })).items).toEqual([
    { version: 1, body: '두 시에 만나요', replacedAt: app.clock.now() },
  ]);
});

test('an edit shows in the list of rooms and in what quotes it, and raises nobody’s number', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const { item } = await say(minsu, roomId, '두 시');
  await jiyoung.call.chat.markRead({ roomId, no: 1 });
  await app.settled();

  await minsu.call.chat.edit({ id: item.id, version: 1, body: '세 시' });
  await app.settled();

  expect((await jiyoung.call.nav.counts()).rooms).toEqual({});
  expect((await minsu.call.chat.readers({ messageId: item.id })).unread).toEqual([]);
  expect((await jiyoung.call.chat.rooms()).items[0]?.lastMessage?.body).toBe('세 시');
  const reply = { id: newId(), roomId, body: '네', replyToId: item.id };
  expect((await jiyoung.call.chat.send(reply)).item.replyTo?.body).toBe('세 시');
});

test('the same text changed elsewhere meanwhile is a conflict; a reaction or the same text is none', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const { item } = await say(minsu, roomId, '처음');
  const { id } = item;
  await jiyoung.call.chat.react({ id, emoji: '👍', on: true });
  const { item: onThePhone } = await minsu.call.chat.edit({ id, version: 1, body: '전화기에서' });
  expect(onThePhone.version).toBe(3);

  const late = () => minsu.call.chat.edit({ id, version: 1, body: '컴퓨터에서' });
  await expect(late()).rejects.toMatchObject({
    code: 'CONFLICT',
    facts: { reason: 'field_conflict', current: onThePhone },
  });
  for (const body of ['전화기에서', '처음']) {
    const same = await during(app, () => minsu.call.chat.edit({ id, version: 1, body }));
    expect(same.answer.item).toEqual(onThePhone);
    expect([same.events, same.labels]).toEqual([[], []]);
  }
  const { item: again } = await minsu.call.chat.edit({ id, version: 3, body: '컴퓨터에서' });
  expect(again).toMatchObject({ body: '컴퓨터에서', version: 4 });
  const { items } = await jiyoung.call.chat.history({ id });
  expect(items.map(({ version, body }) => [version, body])).toEqual([
    [2, '처음'],
    [3, '전화기에서'],
  ]);
});

test('who is called upon may be said anew, members only', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung);
  const sent = { id: newId(), roomId, body: '@모두', mentionsAll: true };
  await minsu.call.chat.send(sent);
  const { id } = sent;
  const kept = await minsu.call.chat.edit({ id, version: 1, body: '@모두!' });
  expect(kept.item).toMatchObject({ mentionsAll: true, mentionIds: [] });
  const mentionIds = [jiyoung.id, harin.id];
  const mentions = { mentionIds, mentionsAll: false };
  const { item } = await minsu.call.chat.edit({ id, version: 2, body: '@지영', ...mentions });
  expect(item).toMatchObject({ mentionsAll: false, mentionIds: [jiyoung.id] });
});

test('of many earlier texts the latest are shown', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const { id } = (await say(minsu, roomId, '0')).item;
  for (let version = 1; version <= HISTORY_MAX + 2; version += 1)
    await minsu.call.chat.edit({ id, version, body: `${version}` });

  const { items } = await jiyoung.call.chat.history({ id });

  expect(items).toHaveLength(HISTORY_MAX);
  expect([items[0]?.body, items.at(-1)?.body]).toEqual(['2', `${HISTORY_MAX + 1}`]);
});

test('only its author edits a message, only while it is there, in a room that is open', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const { item } = await say(minsu, roomId, '내 말');
  const { item: removed } = await say(minsu, roomId, '지울 말');
  await minsu.call.chat.remove({ id: removed.id });
  const before = await app.db.read(async (tx) => tx.seq);

  const edit = { id: item.id, version: 1, body: '다른 말' };
  const refusals = [
    [() => jiyoung.call.chat.edit(edit), 'FORBIDDEN', 'message_not_yours'],
    [
      () => minsu.call.chat.edit({ ...edit, id: removed.id }),
      'PRECONDITION_FAILED',
      'message_removed',
    ],
    [() => minsu.call.chat.edit({ ...edit, body: ' ' }), 'BAD_REQUEST', 'message_empty'],
  ] as const;
  for (const [act, code, reason] of refusals)
    await expect(act()).rejects.toMatchObject({ code, facts: { reason } });
  await archive(app, roomId);
  for (const act of [() => minsu.call.chat.edit(edit), () => say(minsu, roomId, '아직')])
    await expect(act()).rejects.toMatchObject({
      code: 'PRECONDITION_FAILED',
      facts: { reason: 'room_archived' },
    });
  expect(await app.db.read(async (tx) => tx.seq)).toBe(before);
  const [row] = await app.db.read((tx) =>
    tx.select({ body: messages.body }).from(messages).where(eq(messages.id, item.id)),
  );
  expect(row?.body).toBe('내 말');
});

test('a message that is not theirs to see cannot be edited, nor its earlier texts read', async () => {
  await expectUnseen((call, { id }) => call.chat.edit({ id, version: 1, body: '바꿔' }));
  await expectUnseen((call, { id }) => call.chat.history({ id }));
});
