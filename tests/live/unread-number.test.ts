// The unread number beside each message: whatever five people do, every screen's number, kept by events alone, is what a
// query over the stored rows says; and nobody's coming back raises it. So are everybody's badges, cached as they are.
import { inArray, sql } from 'drizzle-orm';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { unreadNumber } from '#client/features/chat/unread-number.ts';
import { messages, roomMembers } from '#db/schema/chat.ts';
import { isPostgres } from '#db/schema/kit.ts';
import { newId } from '#server/new-id.ts';
import { newGroup, say } from '#tests/support/chat-rooms.ts';
import { screen, Screens } from '#tests/support/screens.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

const RUNS = isPostgres ? 6 : 25;
const NAMES = ['minsu', 'jiyoung', 'harin', 'doyun', 'sora'] as const;
const LIMIT = 200;

type Person = Awaited<ReturnType<TestApp['person']>>;
type Act =
  | { do: 'send' | 'reply' | 'leave' | 'deactivate' | 'return'; who: number }
  | { do: 'read' | 'remove' | 'edit' | 'react' | 'markUnread'; who: number; no: number }
  | { do: 'add'; who: number; whom: number };

const who = fc.integer({ min: 0, max: NAMES.length - 1 });
const no = fc.integer({ min: 1, max: 12 });
const one = (what: 'send' | 'reply' | 'leave' | 'deactivate' | 'return') =>
  fc.record({ do: fc.constant(what), who });
const about = (what: 'read' | 'remove' | 'edit' | 'react' | 'markUnread') =>
  fc.record({ do: fc.constant(what), who, no });
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { arbitrary: one('send'), weight: 5 },
    { arbitrary: one('reply'), weight: 2 },
    { arbitrary: about('read'), weight: 5 },
    { arbitrary: about('remove'), weight: 2 },
    { arbitrary: about('markUnread'), weight: 2 },
    { arbitrary: about('edit'), weight: 1 },
    { arbitrary: about('react'), weight: 1 },
    { arbitrary: fc.record({ do: fc.constant('add' as const), who, whom: who }), weight: 4 },
    { arbitrary: one('leave'), weight: 2 },
    { arbitrary: one('deactivate'), weight: 1 },
    { arbitrary: one('return'), weight: 2 },
  ),
  { minLength: 15, maxLength: 30 },
);

test('every screen counts as the query does, and coming back never raises a number', async () => {
  await fc.assert(fc.asyncProperty(acts, holds), { numRuns: RUNS, seed: 20_261_122 });
}, 180_000);

async function holds(given: Act[]): Promise<void> {
  await using app = await testApp();
  const everybody = Object.values(await app.people(...NAMES));
  const admin = await app.person('admin', { role: 'admin' });
  const [minsu, jiyoung] = everybody as [Person, Person];
  const group = await newGroup(minsu, ...everybody.slice(1, 3));
  const direct = newId();
  await minsu.call.chat.createRoom({ id: direct, kind: 'direct', memberIds: [jiyoung.id] });
  for (const roomId of [group, direct]) await say(minsu, roomId, '처음');
  await app.settled();
  const queries = [group, direct].flatMap((roomId) => [
    screen('chat.room', { id: roomId }),
    screen('chat.messages', { roomId, limit: LIMIT }),
  ]);
  const looking = new Map<string, Screens>();
  const look = async (person: Person) => {
    looking.set(person.id, await Screens.open(app, person, queries));
  };
  for (const person of everybody) await look(person);
  for (const act of given) {
    app.clock.advance(1000);
    const person = everybody[act.who] as Person;
    const before = await numbersByQuery(app, [group, direct]);
    // Whoever is let go has no open screens; they open them again when they are back.
    const isBack = await tryTo(act, { everybody, admin, rooms: [group, direct] });
    await app.settled();
    if (act.do === 'deactivate' && isBack) {
      await looking.get(person.id)?.close();
      looking.delete(person.id);
    }
    if (act.do === 'return' && isBack && !looking.has(person.id)) await look(person);
    const numbers = await numbersByQuery(app, [group, direct]);
    if (act.do !== 'send' && act.do !== 'reply')
      for (const [id, number] of numbers)
        expect(number, act.do).toBeLessThanOrEqual(before.get(id) ?? 0);
    const badges = await badgesByHand(app, [group, direct]);
    for (const { id, call } of everybody.filter(({ id }) => looking.has(id)))
      expect((await call.nav.counts()).rooms, act.do).toEqual(badges.get(id) ?? {});
    for (const screens of looking.values()) {
      await screens.expectCurrent();
      for (const [id, number] of numbersOnScreen(screens)) expect(number).toBe(numbers.get(id));
    }
  }
  for (const screens of looking.values()) await screens.close();
}

type Office = { everybody: Person[]; admin: Person; rooms: [group: string, direct: string] };

/** Whether it was allowed. The number of a message picks the room, too. */
async function tryTo(act: Act, { everybody, admin, rooms }: Office): Promise<boolean> {
  const person = everybody[act.who] as Person;
  const { call, id } = person;
  const [group, direct] = rooms;
  const roomId = act.who < 2 && 'no' in act && act.no % 3 === 0 ? direct : group;
  const oneOfMine = async (at: number) => {
    const { items } = await call.chat.messages({ roomId, limit: LIMIT });
    const mine = items.filter((item) => item.authorId === id && item.removedAt === null);
    return mine[at % mine.length]?.id ?? newId();
  };
  const doIt = async (): Promise<unknown> => {
    switch (act.do) {
      case 'send':
        return say(person, group, '한마디');
      case 'reply':
        return say(person, act.who < 2 ? direct : group, '네');
      case 'read':
        return call.chat.markRead({ roomId, no: act.no });
      case 'remove':
        return call.chat.remove({ id: await oneOfMine(act.no) });
      case 'edit':
        return call.chat.edit({ id: await oneOfMine(act.no), version: 1, body: '고침' });
      case 'react':
        return call.chat.react({ id: await oneOfMine(act.no), emoji: '👍', on: true });
      case 'markUnread':
        return call.chat.markUnread({ roomId, no: act.no });
      case 'add':
        return call.chat.addMembers({ roomId: group, userIds: [everybody[act.whom]?.id ?? ''] });
      case 'leave':
        return call.chat.leave({ roomId: group });
      case 'deactivate':
        return admin.call.admin.users.deactivate({ id });
      case 'return':
        return admin.call.admin.users.reactivate({ id });
    }
  };
  try {
    await doIt();
    return true;
  } catch (error) {
    expect(error).toMatchObject({
      code: expect.stringMatching(/NOT_FOUND|FORBIDDEN|PRECON|UNAUTH|CONFLICT/),
    });
    return false;
  }
}

/** By message id: members of now, but its author, who were there and have not read so far. */
async function numbersByQuery(app: TestApp, roomIds: string[]): Promise<Map<string, number>> {
  const rows = await app.db.read((tx) =>
    tx.rows<{ id: string; unread: number | string }>(sql`
      select m.id, (
        select count(*) from room_members r join people p on p.id = r.user_id
        where r.room_id = m.room_id and p.status = 'active' and r.user_id <> m.author_id
          and r.joined_no <= m.no and r.read_no < m.no
      ) as unread
      from messages m where m.room_id in (${roomIds[0]}, ${roomIds[1]})`),
  );
  return new Map(rows.map(({ id, unread }) => [id, Number(unread)]));
}

/** By person, then by room: what others said, and is there still, after what they have read or marked. */
async function badgesByHand(
  app: TestApp,
  roomIds: string[],
): Promise<Map<string, Record<string, number>>> {
  const { said, members } = await app.db.read(async (tx) => ({
    said: await tx.select().from(messages).where(inArray(messages.roomId, roomIds)),
    members: await tx.select().from(roomMembers).where(inArray(roomMembers.roomId, roomIds)),
  }));
  const badges = new Map<string, Record<string, number>>();
  for (const { roomId, userId, readNo, joinedNo, unreadFromNo } of members) {
    const readUpTo = unreadFromNo === null ? Math.max(readNo, joinedNo - 1) : unreadFromNo - 1;
    const unread = said.filter(
      (message) =>
        message.roomId === roomId &&
        message.no > readUpTo &&
        message.authorId !== userId &&
        message.removedAt === null,
    ).length;
    if (unread > 0) badges.set(userId, { ...badges.get(userId), [roomId]: unread });
  }
  return badges;
}

/** As the web app computes them, from answers that only events have changed. */
function numbersOnScreen(screens: Screens): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { item: room } of screens.answersOf('chat.room'))
    for (const { items } of screens.answersOf('chat.messages'))
      for (const message of items)
        if (message.roomId === room.id)
          numbers.set(message.id, unreadNumber(message, room.members));
  return numbers;
}
