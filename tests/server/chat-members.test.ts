import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { newGroup, say, talk } from '#tests/support/chat-rooms.ts';
import { during, told } from '#tests/support/during.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

async function memberIds(person: Person, roomId: string): Promise<string[]> {
  const { item } = await person.call.chat.room({ id: roomId });
  expect(item.members.map((member) => member.userId)).toEqual(item.memberIds);
  return item.memberIds;
}

test('somebody who is added sees the room, and has nothing to catch up with', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung);
  await talk(minsu, roomId, 3);
  await app.settled();
  const feed = harin.feed();

  const { answer, events, labels } = await during(app, () =>
    minsu.call.chat.addMembers({ roomId, userIds: [harin.id, jiyoung.id, harin.id] }),
  );

  const all = [minsu.id, jiyoung.id, harin.id].toSorted();
  expect(answer.item).toMatchObject({ memberIds: all, version: 2 });
  expect(await memberIds(harin, roomId)).toEqual(all);
  const member = { userId: harin.id, isManager: false, joinedNo: 4, readNo: 3 };
  expect(events.map(told)).toMatchObject([
    { kind: 'room.changed', audience: [`room:${roomId}`], data: { memberIds: all, version: 2 } },
    { kind: 'member.changed', data: { roomId, userId: harin.id, member } },
    { kind: 'rights.changed', audience: [`user:${harin.id}`], data: { scope: 'rooms' } },
  ]);
  expect(labels).toEqual(['room.add_members']);
  expect((await feed.changes()).map((event) => event.kind)).toEqual([
    'room.changed',
    'member.changed',
    'rights.changed',
  ]);
  expect((await harin.call.chat.messages({ roomId })).items).toHaveLength(3);
});

test('only managers add people, only to groups, and only colleagues of now', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const admin = await app.person('admin', { role: 'admin' });
  const roomId = await newGroup(minsu, jiyoung);
  const add = (who: Person, to: string, userId: string) =>
    who.call.chat.addMembers({ roomId: to, userIds: [userId] });

  await expect(add(jiyoung, roomId, harin.id)).rejects.toMatchObject({
    code: 'FORBIDDEN',
    facts: { reason: 'room_not_yours' },
  });
  await expect(add(minsu, roomId, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await admin.call.admin.users.deactivate({ id: harin.id });
  await expect(add(minsu, roomId, harin.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const direct = await minsu.call.chat.createRoom({
    id: newId(),
    kind: 'direct',
    memberIds: [jiyoung.id],
  });
  await expect(add(minsu, direct.item.id, admin.id)).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
    facts: { reason: 'room_members_fixed' },
  });
});

test('somebody who leaves gets `gone`, and nothing of the room after it', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung, harin);
  await app.settled();
  const feeds = { jiyoung: jiyoung.feed(), harin: harin.feed() };

  const { events, labels } = await during(app, () => jiyoung.call.chat.leave({ roomId }));
  await say(minsu, roomId, '이제 셋이 아니에요');

  const left = [minsu.id, harin.id].toSorted();
  expect(await memberIds(minsu, roomId)).toEqual(left);
  expect(events.map(told)).toMatchObject([
    {
      kind: 'room.changed',
      audience: [`room:${roomId}`, `user:${jiyoung.id}`],
      data: { memberIds: left, version: 2 },
    },
    { kind: 'member.changed', data: { roomId, userId: jiyoung.id, member: null } },
    { kind: 'rights.changed', audience: [`user:${jiyoung.id}`] },
  ]);
  expect(labels).toEqual(['room.leave']);
  expect(await feeds.jiyoung.changes()).toMatchObject([
    { kind: 'room.changed', id: roomId, gone: true },
    { kind: 'rights.changed', data: { scope: 'rooms' } },
  ]);
  expect((await feeds.harin.changes()).map((event) => event.kind)).toEqual([
    'room.changed',
    'member.changed',
    'message.posted',
  ]);
  await expect(jiyoung.call.chat.messages({ roomId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(jiyoung.call.chat.leave({ roomId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('somebody who was away while they were removed hears that it is gone, and none of what was said', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await app.settled();
  const cursor = app.deps.hub.position;
  await say(minsu, roomId, '곧 나가실 분께');
  await jiyoung.call.chat.leave({ roomId });
  await say(minsu, roomId, '혼잣말');
  await app.settled();

  const changes = await jiyoung.feed(cursor).changes();

  expect(changes.filter((event) => event.gone !== true).map((event) => event.kind)).toEqual([
    'rights.changed',
  ]);
  expect(changes).toContainEqual(expect.objectContaining({ kind: 'room.changed', gone: true }));
});

test('when the last manager leaves, whoever has been there longest takes over', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung);
  app.clock.advance(1000);
  await minsu.call.chat.addMembers({ roomId, userIds: [harin.id] });

  const { events } = await during(app, () => minsu.call.chat.leave({ roomId }));

  expect(events.map(told)).toContainEqual(
    expect.objectContaining({
      kind: 'member.changed',
      data: expect.objectContaining({ member: expect.objectContaining({ isManager: true }) }),
    }),
  );
  await jiyoung.call.chat.addMembers({ roomId, userIds: [minsu.id] });
  expect(await memberIds(harin, roomId)).toContain(minsu.id);
});

test("rooms of two and of teams cannot be left: they are their people's", async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const direct = { id: newId(), kind: 'direct' as const, memberIds: [jiyoung.id] };
  const team = { id: newId(), kind: 'team' as const };
  for (const given of [direct, team]) {
    await minsu.call.chat.createRoom(given);
    await expect(minsu.call.chat.leave({ roomId: given.id })).rejects.toMatchObject({
      code: 'PRECONDITION_FAILED',
    });
  }
});

test("a team's room follows those who come to the team and go from it", async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const admin = await app.person('admin', { role: 'admin' });
  const others = await app.team('others');
  const harin = await app.person('harin', { teamId: others.id });
  const teamId = minsu.viewer.teamId ?? '';
  const { item } = await minsu.call.chat.createRoom({ id: newId(), kind: 'team' });
  await app.settled();
  const feed = jiyoung.feed();

  await admin.call.admin.users.update({ id: harin.id, patch: { teamId } });
  await admin.call.admin.users.update({ id: jiyoung.id, patch: { teamId: others.id } });
  const newcomer = await admin.call.admin.users.create({
    id: newId(),
    username: 'newcomer',
    password: 'quite-a-good-one-7',
    name: '새내기',
    teamId,
  });

  expect(await memberIds(harin, item.id)).toEqual(
    [minsu.id, harin.id, newcomer.item.id].toSorted(),
  );
  expect((await jiyoung.call.chat.rooms()).items).toEqual([]);
  expect(await feed.changes()).toContainEqual(
    expect.objectContaining({ kind: 'room.changed', id: item.id, gone: true }),
  );
});

test('a former colleague counts nowhere, and coming back raises no number', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const admin = await app.person('admin', { role: 'admin' });
  const group = await newGroup(minsu, jiyoung, admin);
  const direct = (
    await minsu.call.chat.createRoom({ id: newId(), kind: 'direct', memberIds: [jiyoung.id] })
  ).item.id;
  const team = (await minsu.call.chat.createRoom({ id: newId(), kind: 'team' })).item.id;
  const membersOf = async (id: string) => (await minsu.call.chat.room({ id })).item.members;

  await admin.call.admin.users.deactivate({ id: jiyoung.id });

  for (const roomId of [group, direct, team])
    expect((await membersOf(roomId)).map((member) => member.userId)).not.toContain(jiyoung.id);
  expect((await minsu.call.chat.room({ id: direct })).item.memberIds).toContain(jiyoung.id);
  await expect(say(jiyoung, direct, '아직 있어요')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await say(minsu, direct, '잘 지내세요');

  await admin.call.admin.users.reactivate({ id: jiyoung.id });

  expect(await membersOf(direct)).toContainEqual(
    expect.objectContaining({ userId: jiyoung.id, readNo: 1 }),
  );
  expect((await jiyoung.call.chat.rooms()).items.map((room) => room.id).toSorted()).toEqual(
    [direct, team].toSorted(),
  );
});

test('somebody who is let go while being added is not in the room', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const admin = await app.person('admin', { role: 'admin' });
  const roomId = await newGroup(minsu, jiyoung);

  await Promise.allSettled([
    minsu.call.chat.addMembers({ roomId, userIds: [harin.id] }),
    admin.call.admin.users.deactivate({ id: harin.id }),
  ]);

  expect(await memberIds(minsu, roomId)).toEqual([minsu.id, jiyoung.id].toSorted());
});
