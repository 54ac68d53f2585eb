// A task that came from a message or a promotion leads back to it, for those who may see that.
import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { newGroup, say } from '#tests/support/chat-rooms.ts';
import { newPromotion } from '#tests/support/new-promotion.ts';
import { screen, Screens } from '#tests/support/screens.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

async function talkingOffice(app: TestApp) {
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung);
  const { item: message } = await say(jiyoung, roomId, '금요일까지 견적서 부탁드려요');
  const { item: promotion } = await minsu.call.promotions.create(newPromotion());
  const links = [
    { kind: 'message' as const, id: message.id },
    { kind: 'promotion' as const, id: promotion.id },
  ];
  const task = { id: newId(), title: '견적서', teamId: minsu.viewer.teamId ?? '', links };
  return { minsu, jiyoung, harin, roomId, message, promotion, task };
}

test('leads to where the message stands; who is not in the room sees the task without it', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin, message, promotion, task } = await talkingOffice(app);
  await minsu.call.tasks.create(task);
  await minsu.call.tasks.create(task);

  const toMessage = { kind: 'message', id: message.id, roomId: message.roomId, no: message.no };
  const toPromotion = { kind: 'promotion', id: promotion.id };
  for (const person of [minsu, jiyoung])
    expect((await person.call.tasks.get({ id: task.id })).item.links).toEqual([
      toMessage,
      toPromotion,
    ]);
  expect((await harin.call.tasks.get({ id: task.id })).item.links).toEqual([toPromotion]);
});

test('nobody can link what they do not see', async () => {
  await using app = await testApp();
  const { harin, task } = await talkingOffice(app);
  await expect(harin.call.tasks.create(task)).rejects.toMatchObject({
    code: 'NOT_FOUND',
    facts: { reason: 'message_not_found' },
  });
  const gone = { ...task, links: [{ kind: 'promotion' as const, id: newId() }] };
  await expect(harin.call.tasks.create(gone)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(harin.call.tasks.get({ id: task.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('screens follow who comes to the room, who leaves it, and what is removed', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin, roomId, promotion, task } = await talkingOffice(app);
  await minsu.call.tasks.create(task);
  const screens: Screens[] = [];
  for (const person of [minsu, jiyoung, harin])
    screens.push(await Screens.open(app, person, [screen('tasks.get', { id: task.id })]));
  const expectCurrent = async () => {
    for (const open of screens) await open.expectCurrent();
  };

  await minsu.call.chat.addMembers({ roomId, userIds: [harin.id] });
  await expectCurrent();
  await jiyoung.call.chat.leave({ roomId });
  await expectCurrent();
  await minsu.call.promotions.remove({ id: promotion.id });
  await expectCurrent();
  for (const open of screens) await open.close();
});
