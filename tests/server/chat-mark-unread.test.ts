import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { roomMembers } from '#db/schema/chat.ts';
import { newGroup, say, talk } from '#tests/support/chat-rooms.ts';
import { during, told } from '#tests/support/during.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';
import { archive, expectUnseen } from '#tests/support/unseen-message.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

async function badgeOf(app: TestApp, person: Person, roomId: string): Promise<number> {
  await app.settled();
  return (await person.call.nav.counts()).rooms[roomId] ?? 0;
}

test('"unread from here" raises the own badge and is told to nobody else', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await talk(minsu, roomId, 3);
  await jiyoung.call.chat.markRead({ roomId, no: 3 });
  await app.settled();
  const feeds = { minsu: minsu.feed(), phone: jiyoung.feed() };

  const { answer, events, labels } = await during(app, () =>
    jiyoung.call.chat.markUnread({ roomId, no: 2 }),
  );

  expect(answer.unreadFromNo).toBe(2);
  const [me] = await app.db.read((tx) =>
    tx
      .select()
      .from(roomMembers)
      .where(and(eq(roomMembers.roomId, roomId), eq(roomMembers.userId, jiyoung.id))),
  );
  expect(me).toMatchObject({ unreadFromNo: 2, readNo: 3 });
  const own = { muted: false, pinned: false, notify: 'all', unreadFromNo: 2 };
  const data = { roomId, userId: jiyoung.id, ...own };
  expect(events.map(told)).toEqual([
    { kind: 'membership.changed', id: roomId, audience: [`user:${jiyoung.id}`], data },
  ]);
  expect(labels).toEqual(['room.mark_unread']);
  expect(await feeds.phone.changes()).toMatchObject([{ kind: 'membership.changed', data }]);
  expect(await feeds.minsu.changes()).toEqual([]);
  expect(await badgeOf(app, jiyoung, roomId)).toBe(2);
  expect(await badgeOf(app, minsu, roomId)).toBe(0);
  expect((await jiyoung.call.chat.rooms()).items[0]).toMatchObject(own);
  expect((await minsu.call.chat.room({ id: roomId })).item).toMatchObject({ unreadFromNo: null });
});

test('reading, or saying something, takes it back', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await talk(minsu, roomId, 3);
  for (const take of [
    () => jiyoung.call.chat.markRead({ roomId, no: 3 }),
    () => say(jiyoung, roomId, '네'),
  ]) {
    await jiyoung.call.chat.markUnread({ roomId, no: 1 });
    expect(await badgeOf(app, jiyoung, roomId)).toBe(3);
    await take();
    expect(await badgeOf(app, jiyoung, roomId)).toBe(0);
  }
});

test('the same place twice is once; a place where nothing was said yet is none', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await talk(minsu, roomId, 2);
  await archive(app, roomId);
  await jiyoung.call.chat.markUnread({ roomId, no: 2 });

  const again = await during(app, () => jiyoung.call.chat.markUnread({ roomId, no: 2 }));

  expect(again.answer.unreadFromNo).toBe(2);
  expect([again.events, again.labels]).toEqual([[], []]);
  await expect(jiyoung.call.chat.markUnread({ roomId, no: 3 })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    facts: { reason: 'message_not_found' },
  });
});

test('only members mark, and only what they may see', async () => {
  await expectUnseen(
    (call, { roomId, no }) => call.chat.markUnread({ roomId, no }),
    'room_not_found',
  );
});
