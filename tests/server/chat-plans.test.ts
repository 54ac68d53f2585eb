import { expect, test } from 'vitest';
import { unreadRooms } from '#server/chat/chat.unread.ts';
import { newId } from '#server/new-id.ts';
import { newGroup, say } from '#tests/support/chat-rooms.ts';
import { expectNoFullScan, recordStatements } from '#tests/support/explain.ts';
import { testApp } from '#tests/support/test-app.ts';

test('everything chat asks of the database is answered from an index', async () => {
  const seen = recordStatements();
  await using app = await testApp({ onStatement: seen.add });
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const admin = await app.person('admin', { role: 'admin' });
  seen.take();
  const roomId = await newGroup(minsu, jiyoung);
  const { item } = await say(minsu, roomId, '처음');
  const reply = { id: newId(), roomId, body: '답', replyToId: item.id, mentionIds: [minsu.id] };
  await jiyoung.call.chat.send(reply);
  await minsu.call.chat.markRead({ roomId, no: 2 });
  await minsu.call.chat.addMembers({ roomId, userIds: [harin.id] });
  await minsu.call.chat.createRoom({ id: newId(), kind: 'direct', memberIds: [jiyoung.id] });
  await minsu.call.chat.createRoom({ id: newId(), kind: 'direct', memberIds: [jiyoung.id] });
  await minsu.call.chat.createRoom({ id: newId(), kind: 'team' });
  await minsu.call.chat.rooms();
  await minsu.call.chat.room({ id: roomId });
  await minsu.call.chat.messages({ roomId, around: 1 });
  await app.db.read((tx) => unreadRooms(tx, [minsu.id]));
  await harin.call.chat.leave({ roomId });
  await admin.call.admin.users.deactivate({ id: jiyoung.id });
  await admin.call.admin.users.reactivate({ id: jiyoung.id });

  const asked = new Map(
    seen
      .take()
      .filter(
        ({ sql }) =>
          /^(?!insert).*(room|messages|reads)/.test(sql) && !/"?(events|audit)"?/.test(sql),
      )
      .map((statement) => [statement.sql, statement]),
  );

  expect(asked.size).toBeGreaterThan(20);
  // `counted` is at most a hundred unread messages of one room.
  for (const statement of asked.values()) await expectNoFullScan(app.db, statement, ['counted']);
});
