import { expect, test } from 'vitest';
import { newGroup, say } from '#tests/support/chat-rooms.ts';
import { during } from '#tests/support/during.ts';
import { Heard } from '#tests/support/heard.ts';
import { testApp } from '#tests/support/test-app.ts';

test('the others of a room see who is writing, and nothing of it is stored', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung);
  await app.settled();
  const heard = {
    minsu: await Heard.of(minsu.call.chat.onTyping()),
    jiyoung: await Heard.of(jiyoung.call.chat.onTyping()),
    harin: await Heard.of(harin.call.chat.onTyping()),
  };

  const { events, labels } = await during(app, () =>
    minsu.call.chat.setTyping({ roomId, typing: true }),
  );

  expect([events, labels]).toEqual([[], []]);
  expect(await heard.jiyoung.since()).toEqual([{ roomId, userIds: [minsu.id] }]);
  expect(await heard.harin.since()).toEqual([]);
  expect((await heard.minsu.since()).flatMap((update) => update.userIds)).toEqual([]);
  const late = await Heard.of(jiyoung.call.chat.onTyping({ roomId }));
  expect(await late.since()).toEqual([{ roomId, userIds: [minsu.id] }]);
  await minsu.call.chat.setTyping({ roomId, typing: false });
  expect(await heard.jiyoung.since()).toEqual([{ roomId, userIds: [] }]);
});

test('a client that crashed while writing stops writing by itself', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await app.settled();
  const heard = await Heard.of(jiyoung.call.chat.onTyping());
  await minsu.call.chat.setTyping({ roomId, typing: true });
  app.clock.advance(4_000);
  await minsu.call.chat.setTyping({ roomId, typing: true });
  app.clock.advance(4_000);
  expect(await heard.since()).toEqual([{ roomId, userIds: [minsu.id] }]);

  app.clock.advance(2_001);

  expect(await heard.since()).toEqual([{ roomId, userIds: [] }]);
});

test('what was sent is no longer being written', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await app.settled();
  await minsu.call.chat.setTyping({ roomId, typing: true });
  await say(minsu, roomId, '다 썼어요');
  expect(app.deps.presence.typing.writersIn(roomId)).toEqual([]);
});

test('somebody who left sees no more of it, and is not seen', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung, harin);
  await app.settled();
  const heard = {
    jiyoung: await Heard.of(jiyoung.call.chat.onTyping()),
    harin: await Heard.of(harin.call.chat.onTyping()),
  };
  await jiyoung.call.chat.setTyping({ roomId, typing: true });
  await jiyoung.call.chat.leave({ roomId });
  await app.settled();
  await heard.jiyoung.since();
  await heard.harin.since();

  await minsu.call.chat.setTyping({ roomId, typing: true });

  expect(await heard.jiyoung.since()).toEqual([]);
  expect(await heard.harin.since()).toEqual([{ roomId, userIds: [minsu.id] }]);
});
