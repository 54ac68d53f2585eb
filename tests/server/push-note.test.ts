// What a push says, as of the moment it is sent: nothing that was read or taken back, nothing to whoever wants quiet.
import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { eventually } from '#tests/support/eventually.ts';
import {
  addressOf,
  afterAWhile,
  openPushOffice,
  SECONDS,
  signedIn,
  waiting,
} from '#tests/support/push-office.ts';

test('what was read or taken back within the moment is not pushed', async () => {
  await using office = await openPushOffice();
  const { app, jiyoung, phone, room, say } = office;
  const { item: message } = await say('읽을 말');
  await jiyoung.call.chat.markRead({ roomId: room, no: message.no });
  const { item: second } = await say('지울 말');
  await office.minsu.call.chat.remove({ id: second.id });
  await afterAWhile(app);
  await eventually(async () => expect(await waiting(app)).toEqual([]));
  expect(phone.notes()).toEqual([]);
});

test('a muted room says nothing, and the author hears nothing of their own', async () => {
  await using office = await openPushOffice();
  const { app, service, minsu, jiyoung, phone, room, say } = office;
  await signedIn(app, minsu);
  const own = service.browser('own');
  await minsu.call.push.subscribe(addressOf(own));
  await jiyoung.call.chat.setMine({ roomId: room, muted: true });
  await say('조용한 말');
  await afterAWhile(app);
  await eventually(async () => expect(await waiting(app)).toEqual([]));
  expect([...phone.notes(), ...own.notes()]).toEqual([]);
});

test('who asked for quiet is pushed nothing but what is urgent', async () => {
  await using office = await openPushOffice();
  const { app, jiyoung, phone, say } = office;
  const quietUntil = new Date(app.clock.now().getTime() + 3_600 * SECONDS);
  await jiyoung.call.notifications.setPreferences({ quietUntil });
  await say('조용히 지나갈 말');
  await afterAWhile(app);
  await eventually(async () => expect(await waiting(app)).toEqual([]));
  expect(phone.notes()).toEqual([]);
  const admin = await app.person('admin', { role: 'admin' });
  const room = newId();
  const memberIds = [jiyoung.id];
  await admin.call.chat.createRoom({ id: room, kind: 'direct', title: null, memberIds });
  await admin.call.chat.send({
    id: newId(),
    roomId: room,
    body: '서버가 멈췄어요',
    isUrgent: true,
  });
  await afterAWhile(app);
  await eventually(() =>
    expect(phone.notes()).toMatchObject([{ title: '[긴급] admin', body: '서버가 멈췄어요' }]),
  );
});

test('what is urgent between two stays urgent for the other when its words are put right', async () => {
  await using office = await openPushOffice();
  const { app, jiyoung, phone } = office;
  const admin = await app.person('admin', { role: 'admin' });
  const room = newId();
  const memberIds = [jiyoung.id];
  await admin.call.chat.createRoom({ id: room, kind: 'direct', title: null, memberIds });
  await jiyoung.call.chat.setMine({ roomId: room, muted: true });
  const id = newId();
  const { chat } = admin.call;
  await chat.send({ id, roomId: room, body: '서버가 멈춰써요', isUrgent: true });
  const called = { mentionIds: [], mentionsAll: false };
  const { item } = await chat.edit({ id, version: 1, body: '서버가 멈췄어요', ...called });
  expect(item).toMatchObject({ isUrgent: true, mentionsAll: true });
  const { items } = await jiyoung.call.notifications.list();
  expect(items).toMatchObject([{ id, isUrgent: true, body: '서버가 멈췄어요' }]);
  await afterAWhile(app);
  await eventually(() =>
    expect(phone.notes()).toMatchObject([{ title: '[긴급] admin', body: '서버가 멈췄어요' }]),
  );
});

test.each([
  ['ko', '챙길 일이 남아 있어요\n늦은 일 2 · 오늘 1'],
  ['en', 'Some things are still open\nLate 2 · Today 1'],
] as const)('the summary of the day is pushed with its numbers (%s)', async (locale, body) => {
  await using office = await openPushOffice();
  const { app, jiyoung, phone } = office;
  await jiyoung.call.people.updateProfile({ locale });
  const teamId = jiyoung.viewer.teamId ?? '';
  for (const dueOn of ['2026-11-20', '2026-11-22', '2026-11-23'])
    await jiyoung.call.tasks.create({
      id: newId(),
      title: '견적',
      teamId,
      assigneeId: jiyoung.id,
      dueOn,
    });
  await jiyoung.call.notifications.setPreferences({ summaryMinute: 10 * 60 + 30 });
  await app.settled();
  app.clock.moveTo(new Date('2026-11-23T10:30:00+09:00'));
  await eventually(async () =>
    expect((await jiyoung.call.notifications.list()).items).toHaveLength(1),
  );
  await afterAWhile(app);
  await eventually(() =>
    expect(phone.notes()).toMatchObject([{ tag: '2026-11-23', body, path: '/#now+rest' }]),
  );
});
