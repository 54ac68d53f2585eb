import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { newGroup, say, talk } from '#tests/support/chat-rooms.ts';
import { testApp } from '#tests/support/test-app.ts';
import { expectUnseen } from '#tests/support/unseen-message.ts';

test('a message says who has read it and when, and who has not', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin, doyun } = await app.people('minsu', 'jiyoung', 'harin', 'doyun');
  const roomId = await newGroup(minsu, jiyoung, harin, doyun);
  const { item } = await say(minsu, roomId, '공지');
  await talk(minsu, roomId, 3);
  const { id: messageId } = item;
  app.clock.advance(60_000);
  const first = app.clock.now();
  await harin.call.chat.markRead({ roomId, no: 2 });
  app.clock.advance(60_000);
  const second = app.clock.now();
  await harin.call.chat.markRead({ roomId, no: 4 });
  await jiyoung.call.chat.markRead({ roomId, no: 4 });

  expect(await minsu.call.chat.readers({ messageId })).toEqual({
    roomId,
    no: 1,
    read: [
      { userId: harin.id, at: first },
      { userId: jiyoung.id, at: second },
    ],
    unread: [doyun.id],
    asOf: expect.any(String),
  });
});

test('answering reads up to the answer, with its time', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const { item } = await say(minsu, roomId, '점심?');
  app.clock.advance(60_000);
  await jiyoung.call.chat.send({ id: newId(), roomId, body: '네', replyToId: item.id });

  const readers = await minsu.call.chat.readers({ messageId: item.id });

  expect(readers.read).toEqual([{ userId: jiyoung.id, at: app.clock.now() }]);
  expect(readers.unread).toEqual([]);
});

test('it is about members of now who were there when it was said', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin, doyun } = await app.people('minsu', 'jiyoung', 'harin', 'doyun');
  const admin = await app.person('admin', { role: 'admin' });
  const sora = await app.person('sora');
  const roomId = await newGroup(minsu, jiyoung, harin, sora);
  const { item } = await say(minsu, roomId, '공지');
  await minsu.call.chat.addMembers({ roomId, userIds: [doyun.id] });
  await jiyoung.call.chat.leave({ roomId });
  await admin.call.admin.users.deactivate({ id: sora.id });
  const readers = async () => {
    const { read, unread } = await doyun.call.chat.readers({ messageId: item.id });
    return [read.map(({ userId }) => userId), unread];
  };
  expect(await readers()).toEqual([[], [harin.id]]);

  await minsu.call.chat.addMembers({ roomId, userIds: [jiyoung.id] });
  await admin.call.admin.users.reactivate({ id: sora.id });

  expect(await readers()).toEqual([[], [harin.id]]);
});

test('whoever comes back to a room of two has read what was said meanwhile, nobody knows when', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const admin = await app.person('admin', { role: 'admin' });
  const { item: room } = await minsu.call.chat.createRoom({
    id: newId(),
    kind: 'direct',
    memberIds: [jiyoung.id],
  });
  await admin.call.admin.users.deactivate({ id: jiyoung.id });
  const { item } = await say(minsu, room.id, '잘 지내요?');
  await admin.call.admin.users.reactivate({ id: jiyoung.id });

  const readers = await minsu.call.chat.readers({ messageId: item.id });

  expect(readers).toMatchObject({ read: [{ userId: jiyoung.id, at: null }], unread: [] });
});

test('in a room of more than a hundred nobody is counted', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const crowd = [];
  for (let at = 0; at < 100; at += 1) crowd.push(await app.person(`person${at}`));
  const roomId = await newGroup(minsu, ...crowd);
  const { item } = await say(minsu, roomId, '모두에게');

  const readers = await minsu.call.chat.readers({ messageId: item.id });

  expect(readers).toMatchObject({ read: [], unread: [] });
});

test('only those who may see a message are told who has read it', async () => {
  await expectUnseen((call, { id }) => call.chat.readers({ messageId: id }));
});
