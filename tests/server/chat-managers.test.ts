import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { newGroup, say } from '#tests/support/chat-rooms.ts';
import { during, told } from '#tests/support/during.ts';
import { Heard } from '#tests/support/heard.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

const precondition = (reason: string) => ({ code: 'PRECONDITION_FAILED', facts: { reason } });
const forbidden = { code: 'FORBIDDEN', facts: { reason: 'room_not_yours' } };

async function managers(person: Person, roomId: string): Promise<string[]> {
  const { item } = await person.call.chat.room({ id: roomId });
  return item.members.filter(({ isManager }) => isManager).map(({ userId }) => userId);
}

test('somebody who is removed hears that it is gone, and nothing of the room after it', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung, harin);
  await app.settled();
  const feeds = { jiyoung: jiyoung.feed(), harin: harin.feed() };

  const { answer, events, labels } = await during(app, () =>
    minsu.call.chat.removeMember({ roomId, userId: jiyoung.id }),
  );
  await say(minsu, roomId, '둘만의 이야기');

  const left = [minsu.id, harin.id].toSorted();
  expect(answer.item).toMatchObject({ memberIds: left, version: 2 });
  expect(events.map(told)).toMatchObject([
    { kind: 'room.changed', audience: [`room:${roomId}`, `user:${jiyoung.id}`] },
    { kind: 'member.changed', data: { roomId, userId: jiyoung.id, member: null } },
    { kind: 'rights.changed', audience: [`user:${jiyoung.id}`] },
  ]);
  expect(labels).toEqual(['room.remove_member']);
  expect(await feeds.jiyoung.changes()).toMatchObject([
    { kind: 'room.changed', id: roomId, gone: true },
    { kind: 'rights.changed', data: { scope: 'rooms' } },
  ]);
  expect((await feeds.harin.changes()).map((event) => event.kind)).toEqual([
    'room.changed',
    'member.changed',
    'message.posted',
  ]);
  const gone = { code: 'NOT_FOUND' };
  await expect(jiyoung.call.chat.room({ id: roomId })).rejects.toMatchObject(gone);
  await expect(jiyoung.call.chat.messages({ roomId })).rejects.toMatchObject(gone);
  await expect(say(jiyoung, roomId, '저도요')).rejects.toMatchObject(gone);
  expect((await jiyoung.call.chat.rooms()).items).toEqual([]);
});

test('removing somebody twice is removing them once, and says nothing the second time', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const remove = () => minsu.call.chat.removeMember({ roomId, userId: jiyoung.id });
  await remove();

  const { answer, events, labels } = await during(app, remove);

  expect(answer.item).toMatchObject({ memberIds: [minsu.id], version: 2 });
  expect([events, labels]).toEqual([[], []]);
});

test('only managers remove people, only from groups, and nobody themselves', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const admin = await app.person('admin', { role: 'admin' });
  const roomId = await newGroup(minsu, jiyoung, admin);
  const remove = (who: Person, from: string, whom: Person) =>
    who.call.chat.removeMember({ roomId: from, userId: whom.id });

  await expect(remove(jiyoung, roomId, minsu)).rejects.toMatchObject(forbidden);
  await expect(remove(admin, roomId, minsu)).rejects.toMatchObject(forbidden);
  await expect(remove(harin, roomId, minsu)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(remove(minsu, roomId, minsu)).rejects.toMatchObject(
    precondition('room_leave_instead'),
  );
  const direct = { id: newId(), kind: 'direct' as const, memberIds: [jiyoung.id] };
  const team = { id: newId(), kind: 'team' as const };
  for (const room of [direct, team]) {
    await minsu.call.chat.createRoom(room);
    await expect(remove(minsu, room.id, jiyoung)).rejects.toMatchObject(
      precondition('room_members_fixed'),
    );
  }
});

test('a removed member stops writing on the screens of the others', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await app.settled();
  const typing = await Heard.of(minsu.call.chat.onTyping());
  await jiyoung.call.chat.setTyping({ roomId, typing: true });
  expect((await typing.since()).at(-1)).toEqual({ roomId, userIds: [jiyoung.id] });

  await minsu.call.chat.removeMember({ roomId, userId: jiyoung.id });
  await app.settled();

  expect((await typing.since()).at(-1)).toEqual({ roomId, userIds: [] });
  await expect(jiyoung.call.chat.setTyping({ roomId, typing: true })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test.each(['removed first', 'sent first'])(
  'removed while they send (%s): what counts is what came first',
  async (order) => {
    await using app = await testApp();
    const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
    const roomId = await newGroup(minsu, jiyoung);
    const acts = [
      () => minsu.call.chat.removeMember({ roomId, userId: jiyoung.id }),
      () => say(jiyoung, roomId, '잠깐만요'),
    ];

    const [first, second] = order === 'removed first' ? acts : acts.toReversed();
    const outcomes = await Promise.allSettled([first?.(), second?.()]);

    const sent = outcomes[order === 'removed first' ? 1 : 0];
    const { items } = await minsu.call.chat.messages({ roomId });
    expect(items).toHaveLength(sent?.status === 'fulfilled' ? 1 : 0);
    expect((await minsu.call.chat.room({ id: roomId })).item.memberIds).toEqual([minsu.id]);
    await expect(say(jiyoung, roomId, '저기요')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  },
);

test('of two managers who remove each other at once, one stays, and manages', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung, harin);
  await minsu.call.chat.setManager({ roomId, userId: jiyoung.id, isManager: true });

  const outcomes = await Promise.allSettled([
    minsu.call.chat.removeMember({ roomId, userId: jiyoung.id }),
    jiyoung.call.chat.removeMember({ roomId, userId: minsu.id }),
  ]);

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const stayed = outcomes[0]?.status === 'fulfilled' ? minsu : jiyoung;
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'NOT_FOUND' },
  });
  expect(await managers(harin, roomId)).toEqual([stayed.id]);
});

test('a room is handed over: made manager, the next one can do it all, and the first steps back', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung, harin);

  const { answer, events, labels } = await during(app, () =>
    minsu.call.chat.setManager({ roomId, userId: jiyoung.id, isManager: true }),
  );
  await jiyoung.call.chat.setManager({ roomId, userId: minsu.id, isManager: false });

  expect(answer.item.version).toBe(2);
  expect(events.map(told)).toMatchObject([
    { kind: 'room.changed', data: { version: 2 } },
    { kind: 'member.changed', data: { userId: jiyoung.id, member: { isManager: true } } },
  ]);
  expect(labels).toEqual(['room.set_manager']);
  expect(await managers(harin, roomId)).toEqual([jiyoung.id]);
  await expect(minsu.call.chat.removeMember({ roomId, userId: harin.id })).rejects.toMatchObject(
    forbidden,
  );
});

test('who manages is set by managers, for members, and never to nobody', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung);
  const set = (who: Person, whom: Person, isManager: boolean) =>
    who.call.chat.setManager({ roomId, userId: whom.id, isManager });

  await expect(set(jiyoung, jiyoung, true)).rejects.toMatchObject(forbidden);
  await expect(set(minsu, harin, true)).rejects.toMatchObject({
    code: 'NOT_FOUND',
    facts: { reason: 'person_not_found' },
  });
  const { events, labels } = await during(app, async () => {
    await set(minsu, minsu, true);
    await set(minsu, jiyoung, false);
    await expect(set(minsu, minsu, false)).rejects.toMatchObject(precondition('room_last_manager'));
  });
  expect([events, labels]).toEqual([[], []]);
  expect(await managers(jiyoung, roomId)).toEqual([minsu.id]);
  const direct = { id: newId(), kind: 'direct' as const, memberIds: [jiyoung.id] };
  await minsu.call.chat.createRoom(direct);
  await expect(
    minsu.call.chat.setManager({ roomId: direct.id, userId: jiyoung.id, isManager: true }),
  ).rejects.toMatchObject(precondition('room_of_two'));
});

test('two managers who step back at once leave one', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await minsu.call.chat.setManager({ roomId, userId: jiyoung.id, isManager: true });

  const outcomes = await Promise.allSettled(
    [minsu, jiyoung].map(({ call, id }) =>
      call.chat.setManager({ roomId, userId: id, isManager: false }),
    ),
  );

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await managers(minsu, roomId)).toHaveLength(1);
});
