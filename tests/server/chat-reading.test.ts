import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { reads, roomMembers } from '#db/schema/chat.ts';
import { unreadRooms } from '#server/chat/chat.unread.ts';
import { newGroup, say, talk } from '#tests/support/chat-rooms.ts';
import { during, told } from '#tests/support/during.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

async function readNoOf(person: Person, roomId: string): Promise<number | undefined> {
  const { item } = await person.call.chat.room({ id: roomId });
  return item.members.find((member) => member.userId === person.id)?.readNo;
}

async function unreadOf(app: TestApp, person: Person) {
  const rooms = await app.db.read((tx) => unreadRooms(tx, [person.id]));
  return Object.fromEntries(rooms.map(({ roomId, unread }) => [roomId, unread]));
}

test('reading moves the mark, is told to the room, and remembered with its time', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung);
  await talk(minsu, roomId, 3);
  await app.settled();
  const feeds = [minsu.feed(), jiyoung.feed()];
  const outside = harin.feed();

  const { answer, events, labels } = await during(app, () =>
    jiyoung.call.chat.markRead({ roomId, no: 2 }),
  );

  expect(answer.readNo).toBe(2);
  expect(await readNoOf(jiyoung, roomId)).toBe(2);
  const data = { roomId, userId: jiyoung.id, readNo: 2 };
  expect(events.map(told)).toEqual([
    { kind: 'read.moved', id: roomId, audience: [`room:${roomId}`], data },
  ]);
  expect(labels).toEqual(['room.read']);
  for (const feed of feeds)
    expect(await feed.changes()).toMatchObject([{ kind: 'read.moved', data }]);
  expect(await outside.changes()).toEqual([]);
  const remembered = await app.db.read((tx) =>
    tx.select().from(reads).where(eq(reads.userId, jiyoung.id)).orderBy(asc(reads.upToNo)),
  );
  expect(remembered).toEqual([{ roomId, userId: jiyoung.id, upToNo: 2, at: app.clock.now() }]);
});

test('a read mark only moves forward, and not beyond the last message', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await talk(minsu, roomId, 3);

  expect((await jiyoung.call.chat.markRead({ roomId, no: 1_000_000 })).readNo).toBe(3);
  const back = await during(app, () => jiyoung.call.chat.markRead({ roomId, no: 1 }));

  expect(back.answer.readNo).toBe(3);
  expect(back.events).toEqual([]);
  expect(back.labels).toEqual([]);
});

test('answering reads up to the answer', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await talk(minsu, roomId, 3);
  expect(await unreadOf(app, jiyoung)).toEqual({ [roomId]: 3 });

  await say(jiyoung, roomId, '네');

  expect(await readNoOf(jiyoung, roomId)).toBe(4);
  expect(await unreadOf(app, jiyoung)).toEqual({});
  expect(await unreadOf(app, minsu)).toEqual({ [roomId]: 1 });
});

test('unread counts what others said after the mark, up to a hundred', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const busy = await newGroup(minsu, jiyoung);
  const quiet = await newGroup(minsu, jiyoung);
  await talk(minsu, busy, 105);
  await talk(minsu, quiet, 2);
  await minsu.call.chat.addMembers({ roomId: busy, userIds: [harin.id] });

  expect(await unreadOf(app, jiyoung)).toEqual({ [busy]: 100, [quiet]: 2 });
  expect(await unreadOf(app, harin)).toEqual({});
  await jiyoung.call.chat.markRead({ roomId: busy, no: 103 });
  expect(await unreadOf(app, jiyoung)).toEqual({ [busy]: 2, [quiet]: 2 });
});

test('reading takes back what was marked unread, on the own badge only', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await talk(minsu, roomId, 3);
  await jiyoung.call.chat.markRead({ roomId, no: 3 });
  await app.db.write({ actorId: jiyoung.id }, async (tx) => {
    await tx.update(roomMembers).set({ unreadFromNo: 2 }).where(eq(roomMembers.userId, jiyoung.id));
    tx.audit('test.mark_unread', { kind: 'room', id: roomId });
  });
  expect(await unreadOf(app, jiyoung)).toEqual({ [roomId]: 2 });

  const { events } = await during(app, () => jiyoung.call.chat.markRead({ roomId, no: 3 }));

  expect(await unreadOf(app, jiyoung)).toEqual({});
  expect(events.map(told)).toMatchObject([
    { kind: 'read.moved', audience: [`user:${jiyoung.id}`], data: { readNo: 3 } },
  ]);
});

test('reading on two devices at once ends at the furthest', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await talk(minsu, roomId, 8);

  await Promise.all([8, 3, 6, 1].map((no) => jiyoung.call.chat.markRead({ roomId, no })));

  expect(await readNoOf(jiyoung, roomId)).toBe(8);
});
