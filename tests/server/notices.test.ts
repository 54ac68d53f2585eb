// A notice is made in the write of the message that calls somebody, and goes when they read it or it is taken back.
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { notifications } from '#db/schema/notifications.ts';
import { roomMembers } from '#db/schema/chat.ts';
import { people } from '#db/schema/people.ts';
import { newId } from '#server/new-id.ts';
import { newGroup, say } from '#tests/support/chat-rooms.ts';
import { during, told } from '#tests/support/during.ts';
import { recordStatements } from '#tests/support/explain.ts';
import { noticesOf, sayTo } from '#tests/support/notices.ts';
import { testApp } from '#tests/support/test-app.ts';

test('whoever a message names gets a notice in the same write, and nobody else', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung, harin);
  await app.settled();
  const [feed, other] = [jiyoung.feed(), harin.feed()];

  const { answer, events, labels } = await during(app, () =>
    sayTo(minsu, roomId, { body: '@지영 견적', mentionIds: [jiyoung.id] }),
  );

  const notice = {
    id: answer.id,
    kind: 'mention',
    subjectKind: 'room',
    subjectId: roomId,
    actorId: minsu.id,
    no: 1,
    title: null,
    body: '@지영 견적',
    file: null,
    isUrgent: false,
    dueAt: null,
    overdue: null,
    createdAt: app.clock.now(),
  };
  expect(events.map(told).at(-1)).toEqual({
    kind: 'notification.created',
    id: answer.id,
    audience: [`user:${jiyoung.id}`],
    data: { ...notice, scope: null },
  });
  expect(labels).toEqual(['message.send']);
  const stored = await app.db.read((tx) => tx.select().from(notifications));
  expect(stored).toMatchObject([
    { userId: jiyoung.id, facts: { no: '1' }, readAt: null, snoozedUntil: null },
  ]);
  expect(JSON.stringify(stored)).not.toContain('견적');
  expect(await feed.changes()).toMatchObject([
    { kind: 'message.posted' },
    { kind: 'notification.created' },
  ]);
  expect(await other.changes()).toMatchObject([{ kind: 'message.posted' }]);
  const { items } = await jiyoung.call.notifications.list();
  expect(items).toEqual([{ ...notice, readAt: null, snoozedUntil: null }]);
  expect((await jiyoung.call.nav.counts()).notifications).toBe(1);
});

test('an answer tells the one it answers, once even if it names them; nobody is told of their own', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const { item: first } = await say(jiyoung, roomId, '처음');
  const expected: { id: string; kind: string; isUnread: boolean }[] = [];
  for (const more of [{}, { mentionIds: [jiyoung.id] }, { mentionsAll: true }]) {
    app.clock.advance(1000);
    const { id } = await sayTo(minsu, roomId, { ...more, replyToId: first.id });
    expected.unshift({ id, kind: expected.length === 0 ? 'reply' : 'mention', isUnread: true });
  }
  const mine = { replyToId: expected[0]?.id ?? null, mentionIds: [minsu.id] };
  await sayTo(minsu, roomId, mine);

  expect(await noticesOf(minsu)).toEqual([]);
  expect(await noticesOf(jiyoung)).toEqual(expected);
});

test('a message sent twice tells once', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const message = { id: newId(), roomId, body: '네', mentionIds: [jiyoung.id] };
  await minsu.call.chat.send(message);
  const again = await during(app, () => minsu.call.chat.send(message));
  expect(again.events).toEqual([]);
  expect(await noticesOf(jiyoung)).toHaveLength(1);
});

test('a room that is muted or says nothing tells nobody; one that tells of mentions does', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin, doyun } = await app.people('minsu', 'jiyoung', 'harin', 'doyun');
  const roomId = await newGroup(minsu, jiyoung, harin, doyun);
  await jiyoung.call.chat.setMine({ roomId, muted: true });
  await harin.call.chat.setMine({ roomId, notify: 'nothing' });
  await doyun.call.chat.setMine({ roomId, notify: 'mentions' });
  await sayTo(minsu, roomId, { mentionsAll: true });
  const counts = [jiyoung, harin, doyun].map(async (person) => (await noticesOf(person)).length);
  expect(await Promise.all(counts)).toEqual([0, 0, 1]);
});

test('calling a room of 500 is one event and as many statements as calling one', async () => {
  const seen = recordStatements();
  await using app = await testApp({ onStatement: seen.add });
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await app.db.write({ actorId: null }, async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, jiyoung.id));
    const [member] = await tx.select().from(roomMembers).where(eq(roomMembers.userId, jiyoung.id));
    if (person === undefined || member === undefined) throw new Error('nobody is here');
    const copies = Array.from({ length: 498 }, () => ({
      ...person,
      id: newId(),
      username: newId(),
    }));
    await tx.insert(people).values(copies);
    await tx.insert(roomMembers).values(copies.map(({ id }) => ({ ...member, userId: id })));
    tx.audit('test.people', { kind: 'person', id: jiyoung.id });
  });
  await app.settled();
  seen.take();
  const { events } = await during(app, () => sayTo(minsu, roomId, { mentionsAll: true }));
  const inserts = seen.take().filter(({ sql }) => sql.startsWith('insert into "notifications"'));
  expect(inserts).toHaveLength(1);
  expect(events.map(({ kind }) => kind)).toEqual(['message.posted', 'notification.created']);
  expect(events.at(-1)?.audience).toHaveLength(499);
});

test('reading the room up to a message, or answering there, reads the notices up to it', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const elsewhere = await newGroup(minsu, jiyoung);
  await sayTo(minsu, elsewhere, { mentionIds: [jiyoung.id] });
  const first = await sayTo(minsu, roomId, { mentionIds: [jiyoung.id] });
  await sayTo(minsu, roomId, { mentionIds: [jiyoung.id] });
  await app.settled();
  const feed = jiyoung.feed();

  const { events, labels } = await during(app, () => jiyoung.call.chat.markRead({ roomId, no: 1 }));

  expect(events.map(told)).toContainEqual({
    kind: 'notification.changed',
    id: jiyoung.id,
    audience: [`user:${jiyoung.id}`],
    data: { ids: [first.id], readAt: app.clock.now() },
  });
  expect(labels).toEqual(['room.read']);
  expect((await feed.changes()).map(({ kind }) => kind)).toContain('notification.changed');
  expect((await jiyoung.call.nav.counts()).notifications).toBe(2);
  await say(jiyoung, roomId, '네');
  await app.settled();
  expect((await jiyoung.call.nav.counts()).notifications).toBe(1);
});

test('a message that is taken back takes its notices with it, and an edited one is told as it is now', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const { id } = await sayTo(minsu, roomId, { mentionIds: [jiyoung.id] });
  await minsu.call.chat.edit({ id, version: 1, body: '고친 말' });
  expect((await jiyoung.call.notifications.list()).items).toMatchObject([{ body: '고친 말' }]);

  const { events } = await during(app, () => minsu.call.chat.remove({ id }));

  expect(events.map(told)).toContainEqual({
    kind: 'notification.removed',
    id,
    audience: [`user:${jiyoung.id}`],
    data: null,
  });
  expect(await app.db.read((tx) => tx.select().from(notifications))).toEqual([]);
  await app.settled();
  expect((await jiyoung.call.nav.counts()).notifications).toBe(0);
});

test('whoever leaves a room or is taken out of it keeps none of its notices', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung, harin);
  await sayTo(minsu, roomId, { mentionsAll: true });
  await jiyoung.call.chat.leave({ roomId });
  await minsu.call.chat.removeMember({ roomId, userId: harin.id });
  await app.settled();
  for (const person of [jiyoung, harin]) {
    expect(await noticesOf(person)).toEqual([]);
    expect((await person.call.nav.counts()).notifications).toBe(0);
  }
  await sayTo(minsu, roomId, { mentionIds: [jiyoung.id] });
  expect(await noticesOf(jiyoung)).toEqual([]);
});

test('what was told before they were taken out does not reach them afterwards', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await app.settled();
  const before = app.deps.hub.position;
  await sayTo(minsu, roomId, { body: '비밀', mentionIds: [jiyoung.id] });
  await minsu.call.chat.removeMember({ roomId, userId: jiyoung.id });
  await app.settled();
  const late = await jiyoung.feed(before).changes();
  expect(late.filter(({ kind }) => kind === 'notification.created')).toMatchObject([
    { gone: true },
  ]);
  expect(JSON.stringify(late)).not.toContain('비밀');
});
