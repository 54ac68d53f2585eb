import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { messageEdits, messages } from '#db/schema/chat.ts';
import { newId } from '#server/new-id.ts';
import { newGroup, say, talk } from '#tests/support/chat-rooms.ts';
import { during, told } from '#tests/support/during.ts';
import { testApp } from '#tests/support/test-app.ts';
import { archive, expectUnseen } from '#tests/support/unseen-message.ts';

test('a removed message leaves only who said something, and when', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const { item: first } = await say(jiyoung, roomId, '처음');
  const { item } = await minsu.call.chat.send({
    id: newId(),
    roomId,
    body: '비밀',
    replyToId: first.id,
    mentionIds: [jiyoung.id],
  });
  const { id } = item;
  await minsu.call.chat.edit({ id, version: 1, body: '더 큰 비밀' });
  await jiyoung.call.chat.react({ id, emoji: '😮', on: true });
  await jiyoung.call.chat.pin({ id, on: true });
  await app.settled();
  const feed = jiyoung.feed();
  app.clock.advance(60_000);

  const { answer, events, labels, audit } = await during(app, () => minsu.call.chat.remove({ id }));

  const trace = {
    ...item,
    body: '',
    replyTo: null,
    mentionIds: [],
    removedAt: app.clock.now(),
    version: 5,
  };
  expect(answer.item).toEqual(trace);
  const stored = await app.db.read((tx) => tx.select().from(messages).where(eq(messages.id, id)));
  expect(stored).toMatchObject([{ body: '', files: [], reactions: [], pinnedAt: null, no: 2 }]);
  expect(JSON.stringify(stored)).not.toContain('비밀');
  expect(await app.db.read((tx) => tx.select().from(messageEdits))).toEqual([]);
  // Whom it called is told, too, that there is nothing to look at any more.
  const inChat = ({ feature }: { feature: string }) => feature === 'chat';
  expect(events.filter(inChat).map(told)).toEqual([
    { kind: 'message.removed', id, audience: [`room:${roomId}`], data: trace },
  ]);
  expect(labels).toEqual(['message.remove']);
  expect(JSON.stringify(audit)).not.toContain('비밀');
  const heard = (await feed.changes()).filter(inChat);
  expect(heard).toMatchObject([{ kind: 'message.removed', data: trace }]);
  expect((await jiyoung.call.chat.pinned({ roomId })).items).toEqual([]);
  expect((await jiyoung.call.chat.history({ id })).items).toEqual([]);
  const { lastMessage } = (await jiyoung.call.chat.room({ id: roomId })).item;
  expect(lastMessage).toMatchObject({ id, body: '', removedAt: app.clock.now() });
});

test('a removed message is not counted as unread, and what answered it shows that it is gone', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await talk(minsu, roomId, 2);
  const { item } = await say(minsu, roomId, '지울 말');
  await minsu.call.chat.send({ id: newId(), roomId, body: '답', replyToId: item.id });
  await app.settled();
  expect((await jiyoung.call.nav.counts()).rooms).toEqual({ [roomId]: 4 });

  await minsu.call.chat.remove({ id: item.id });
  await app.settled();

  expect((await jiyoung.call.nav.counts()).rooms).toEqual({ [roomId]: 3 });
  const { items } = await jiyoung.call.chat.messages({ roomId });
  expect(items.at(-1)?.replyTo).toMatchObject({ body: '', removedAt: app.clock.now() });
});

test('removing twice is once, also in an archived room; only the author removes', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const { item } = await say(minsu, roomId, '지울 말');
  const { id } = item;
  await archive(app, roomId);
  await expect(jiyoung.call.chat.remove({ id })).rejects.toMatchObject({
    code: 'FORBIDDEN',
    facts: { reason: 'message_not_yours' },
  });
  const first = await minsu.call.chat.remove({ id });

  const again = await during(app, () => minsu.call.chat.remove({ id }));

  expect(again.answer.item).toEqual(first.item);
  expect([again.events, again.labels]).toEqual([[], []]);
});

test('a message that is not theirs to see cannot be removed', async () => {
  await expectUnseen((call, { id }) => call.chat.remove({ id }));
});
