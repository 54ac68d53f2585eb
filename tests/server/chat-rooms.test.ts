import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { newGroup, say } from '#tests/support/chat-rooms.ts';
import { during, told } from '#tests/support/during.ts';
import { testApp } from '#tests/support/test-app.ts';

test('a group somebody makes is there for those in it, and for nobody else', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const admin = await app.person('admin', { role: 'admin' });
  const feeds = { jiyoung: jiyoung.feed(), harin: harin.feed(), admin: admin.feed() };
  const id = newId();

  const { answer, events, labels } = await during(app, () =>
    minsu.call.chat.createRoom({ id, kind: 'group', title: '신제품', memberIds: [jiyoung.id] }),
  );

  const room = {
    id,
    kind: 'group',
    title: '신제품',
    description: null,
    pictureId: null,
    history: 'all',
    archivedAt: null,
    teamId: null,
    memberIds: [minsu.id, jiyoung.id].toSorted(),
    lastMessage: null,
    activeAt: app.clock.now(),
    version: 1,
    createdAt: app.clock.now(),
  };
  expect(answer.item).toEqual({
    ...room,
    muted: false,
    pinned: false,
    notify: 'all',
    unreadFromNo: null,
  });
  expect((await jiyoung.call.chat.rooms()).items).toEqual([answer.item]);
  expect((await jiyoung.call.chat.room({ id })).item).toEqual({
    ...answer.item,
    members: [
      { userId: minsu.id, isManager: true, joinedNo: 1, seesFromNo: 1, readNo: 0 },
      { userId: jiyoung.id, isManager: false, joinedNo: 1, seesFromNo: 1, readNo: 0 },
    ].toSorted((a, b) => (a.userId < b.userId ? -1 : 1)),
  });
  expect(events.map(told)[0]).toEqual({
    kind: 'room.created',
    id,
    audience: [`room:${id}`],
    data: room,
  });
  expect(labels).toEqual(['room.create']);
  expect(await feeds.jiyoung.changes()).toMatchObject([
    { kind: 'room.created', data: room },
    { kind: 'rights.changed', data: { scope: 'rooms' } },
  ]);
  for (const outsider of [harin, admin]) {
    expect((await outsider.call.chat.rooms()).items).toEqual([]);
    await expect(outsider.call.chat.room({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  expect(await feeds.harin.changes()).toEqual([]);
  expect(await feeds.admin.changes()).toEqual([]);
});

test('making the same room twice is making it once', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const given = { id: newId(), kind: 'group' as const, memberIds: [jiyoung.id] };
  const first = await minsu.call.chat.createRoom(given);

  const again = await during(app, () => minsu.call.chat.createRoom({ ...given, title: '다른' }));

  expect(again.answer.item).toEqual(first.item);
  expect(again.events).toEqual([]);
  await expect(
    jiyoung.call.chat.createRoom({ ...given, memberIds: [minsu.id] }),
  ).rejects.toMatchObject({ code: 'CONFLICT', facts: { reason: 'id_in_use' } });
});

test('two people share one direct room, whoever asks, even at once', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');

  const [one, other] = await Promise.all([
    minsu.call.chat.createRoom({ id: newId(), kind: 'direct', memberIds: [jiyoung.id] }),
    jiyoung.call.chat.createRoom({ id: newId(), kind: 'direct', memberIds: [minsu.id] }),
  ]);
  const later = await during(app, () =>
    jiyoung.call.chat.createRoom({ id: newId(), kind: 'direct', memberIds: [minsu.id] }),
  );

  expect(other.item.id).toBe(one.item.id);
  expect(later.answer.item.id).toBe(one.item.id);
  expect(later.events).toEqual([]);
  expect((await minsu.call.chat.rooms()).items).toHaveLength(1);
});

test('a direct room is for exactly two, and a group for somebody besides oneself', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const create = (kind: 'direct' | 'group', memberIds: string[]) =>
    minsu.call.chat.createRoom({ id: newId(), kind, memberIds });

  for (const memberIds of [[], [minsu.id], [jiyoung.id, harin.id]])
    await expect(create('direct', memberIds)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  for (const memberIds of [[], [minsu.id]])
    await expect(create('group', memberIds)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(create('group', [newId()])).rejects.toMatchObject({
    code: 'NOT_FOUND',
    facts: { reason: 'person_not_found' },
  });
});

test("a team's room has the team's people", async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const harin = await app.person('harin', { teamId: (await app.team('others')).id });

  const { item } = await minsu.call.chat.createRoom({ id: newId(), kind: 'team' });

  expect(item).toMatchObject({ kind: 'team', teamId: minsu.viewer.teamId });
  expect(item.memberIds).toEqual([minsu.id, jiyoung.id].toSorted());
  expect((await harin.call.chat.rooms()).items).toEqual([]);
  const loner = await app.person('loner');
  await expect(loner.call.chat.createRoom({ id: newId(), kind: 'team' })).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
    facts: { reason: 'no_team' },
  });
});

test('rooms come with the latest talk first and their last line', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const quiet = await newGroup(minsu, jiyoung);
  app.clock.advance(1000);
  const busy = await newGroup(minsu, harin);
  app.clock.advance(1000);
  const { item } = await say(jiyoung, quiet, '가'.repeat(300));

  const { items } = await minsu.call.chat.rooms();

  expect(items.map((room) => room.id)).toEqual([quiet, busy]);
  expect(items[0]?.lastMessage).toMatchObject({ id: item.id, no: 1, body: '가'.repeat(200) });
  expect(items[1]?.lastMessage).toBeNull();
});

test('nobody, a stranger and a read-only token are refused, whatever they try', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const stranger = await app.person('stranger', { role: 'admin' });
  const roomId = await newGroup(minsu, jiyoung);
  const tries = (call: typeof minsu.call) => [
    () => call.chat.room({ id: roomId }),
    () => call.chat.messages({ roomId }),
    () => call.chat.addMembers({ roomId, userIds: [stranger.id] }),
    () => call.chat.leave({ roomId }),
    () => call.chat.send({ id: newId(), roomId, body: '안녕' }),
    () => call.chat.markRead({ roomId, no: 1 }),
    () => call.chat.setTyping({ roomId, typing: true }),
  ];

  for (const attempt of tries(stranger.call))
    await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  for (const attempt of [...tries(app.nobody), () => app.nobody.chat.rooms()])
    await expect(attempt()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  const reader = minsu.withToken('read');
  for (const attempt of tries(reader).slice(2))
    await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect((await reader.chat.messages({ roomId })).items).toEqual([]);
});

test('malformed requests are refused by the field', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const { chat } = minsu.call;
  const bad = [
    () => chat.room({ id: 'x' }),
    () => chat.messages({ roomId, before: -1 }),
    () => chat.messages({ roomId, before: 1, after: 2 }),
    () => chat.messages({ roomId, cursor: 'sideways:1' }),
    () => chat.messages({ roomId, limit: 201 }),
    () => chat.send({ id: newId(), roomId, body: ' \n ' }),
    () => chat.send({ id: newId(), roomId, body: '가'.repeat(8001) }),
    () => chat.send({ id: newId(), roomId, body: 'a\0b' }),
    () => chat.send({ id: newId(), roomId, body: '\ud800' }),
    () => chat.send({ id: newId(), roomId, body: '파일', fileIds: ['x'] }),
    () => chat.markRead({ roomId, no: 1.5 }),
    () => chat.addMembers({ roomId, userIds: [] }),
    () => chat.createRoom({ id: newId(), kind: 'group', title: ' ', memberIds: [jiyoung.id] }),
  ];
  for (const attempt of bad) await expect(attempt()).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});
