// How somebody wants to be told: kept for all their devices, and told to nobody else.
import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { FIRST_PREFERENCES } from '#server/notifications/notifications.preferences.schema.ts';
import { newGroup } from '#tests/support/chat-rooms.ts';
import { during, told } from '#tests/support/during.ts';
import { noticesOf, sayTo } from '#tests/support/notices.ts';
import { screen, Screens } from '#tests/support/screens.ts';
import { testApp } from '#tests/support/test-app.ts';

test('whoever never said anything is told of everything, and what they change is kept', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  expect((await minsu.call.notifications.preferences()).item).toEqual(FIRST_PREFERENCES);

  await minsu.call.notifications.setPreferences({ hasWorkHours: true, workDays: [5, 1, 5] });
  await minsu.call.notifications.setPreferences({ summaryMinute: 510 });

  const { item } = await minsu.call.notifications.preferences();
  const said = { hasWorkHours: true, workDays: [1, 5], summaryMinute: 510 };
  expect(item).toEqual({ ...FIRST_PREFERENCES, ...said });
  expect((await jiyoung.call.notifications.preferences()).item).toEqual(FIRST_PREFERENCES);
});

test('two switches turned at the same moment both stay turned', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const set = minsu.call.notifications.setPreferences;
  for (const isOn of [true, false, true]) {
    const offKinds = isOn ? (['comment'] as const) : [];
    const summaryMinute = isOn ? 510 : null;
    await Promise.all([
      set({ hasWorkHours: isOn }),
      set({ offKinds: [...offKinds] }),
      set({ summaryMinute }),
    ]);
    const { item } = await minsu.call.notifications.preferences();
    expect(item).toMatchObject({ hasWorkHours: isOn, offKinds, summaryMinute });
  }
});

test('a change is one event to the person alone, and every screen of theirs follows it', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  await app.settled();
  const elsewhere = await Screens.open(app, minsu, [
    screen('notifications.preferences', undefined),
  ]);
  const other = jiyoung.feed();
  const quietUntil = new Date('2026-11-23T05:00:00Z');

  const { answer, events, labels } = await during(app, () =>
    minsu.call.notifications.setPreferences({ quietUntil }),
  );

  expect(answer.item).toEqual({ ...FIRST_PREFERENCES, quietUntil });
  expect(events.map(told)).toEqual([
    {
      kind: 'preferences.changed',
      id: minsu.id,
      audience: [`user:${minsu.id}`],
      data: answer.item,
    },
  ]);
  expect(labels).toEqual(['notification.preferences']);
  await app.settled();
  await elsewhere.expectCurrent();
  expect([...elsewhere.askedAgain]).toEqual([]);
  await elsewhere.close();
  expect(await other.changes()).toEqual([]);
});

test('hours that begin when they end are refused, and nothing is kept', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const same = { workFromMinute: 540, workToMinute: 540 };
  await expect(minsu.call.notifications.setPreferences(same)).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    facts: { reason: 'no_work_hours' },
  });
  await expect(minsu.call.notifications.setPreferences({ workDays: [8] })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  expect((await minsu.call.notifications.preferences()).item).toEqual(FIRST_PREFERENCES);
});

test('a kind that is off makes no notice at all; the others do', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  await jiyoung.call.notifications.setPreferences({ offKinds: ['comment', 'mention'] });
  const roomId = await newGroup(minsu, jiyoung);
  await sayTo(minsu, roomId, { mentionIds: [jiyoung.id] });
  const teamId = minsu.viewer.teamId ?? '';
  const taskId = newId();
  await minsu.call.tasks.create({ id: taskId, title: '견적', teamId, assigneeId: jiyoung.id });
  app.clock.advance(1000);
  await minsu.call.tasks.addComment({ id: newId(), taskId, body: '네' });
  expect((await noticesOf(jiyoung)).map(({ kind }) => kind)).toEqual(['assigned']);
});

test('only an admin says something urgent, as of now', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const admin = await app.person('admin', { role: 'admin' });
  const roomId = await newGroup(minsu, jiyoung, admin);
  const urgent = () => ({ id: newId(), roomId, body: '불이야', isUrgent: true });

  for (const caller of [minsu, minsu.as({ role: 'admin' })])
    await expect(caller.call.chat.send(urgent())).rejects.toMatchObject({
      code: 'FORBIDDEN',
      facts: { reason: 'urgent_admins_only' },
    });
  expect((await jiyoung.call.chat.messages({ roomId })).items).toEqual([]);
  expect((await admin.call.chat.send(urgent())).item.isUrgent).toBe(true);
  expect((await jiyoung.call.chat.messages({ roomId })).items).toMatchObject([{ isUrgent: true }]);
});

test('what is urgent tells those it calls through a muted room and a kind that is off', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const admin = await app.person('admin', { role: 'admin' });
  const roomId = await newGroup(admin, minsu, jiyoung, harin);
  for (const person of [minsu, jiyoung])
    await person.call.chat.setMine({ roomId, muted: true, notify: 'nothing' });
  await jiyoung.call.notifications.setPreferences({ offKinds: ['mention'] });
  const mentionIds = [minsu.id, jiyoung.id];

  await sayTo(admin, roomId, { mentionIds });
  expect(await noticesOf(minsu)).toEqual([]);
  await sayTo(admin, roomId, { mentionIds, isUrgent: true });

  for (const person of [minsu, jiyoung])
    expect((await person.call.notifications.list()).items).toMatchObject([
      { kind: 'mention', isUrgent: true },
    ]);
  expect(await noticesOf(harin)).toEqual([]);
});

test('what is urgent between two calls the other one', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const admin = await app.person('admin', { role: 'admin' });
  const roomId = newId();
  await admin.call.chat.createRoom({ id: roomId, kind: 'direct', memberIds: [minsu.id] });
  await sayTo(admin, roomId);
  expect(await noticesOf(minsu)).toEqual([]);
  await sayTo(admin, roomId, { isUrgent: true });
  expect((await noticesOf(minsu)).map(({ kind }) => kind)).toEqual(['mention']);
  expect(await noticesOf(admin)).toEqual([]);
});

test('what is urgent and names nobody calls everybody in the room but its author, also when its words are put right', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, doyun } = await app.people('minsu', 'jiyoung', 'doyun');
  const admin = await app.person('admin', { role: 'admin' });
  const roomId = await newGroup(admin, minsu, jiyoung);
  await jiyoung.call.chat.setMine({ roomId, muted: true, notify: 'nothing' });

  const said = await sayTo(admin, roomId, { isUrgent: true, mentionIds: [admin.id, doyun.id] });
  expect(said.mentionsAll).toBe(true);
  await sayTo(admin, roomId, { isUrgent: true, mentionIds: [minsu.id] });
  const { id, version } = said;
  const edit = { id, version, body: '더 급해요', mentionIds: [], mentionsAll: false };
  expect((await admin.call.chat.edit(edit)).item.mentionsAll).toBe(true);

  expect(await noticesOf(minsu)).toHaveLength(2);
  expect((await jiyoung.call.notifications.list()).items).toMatchObject([
    { id, kind: 'mention', isUrgent: true, body: '더 급해요' },
  ]);
  for (const other of [admin, doyun]) expect(await noticesOf(other)).toEqual([]);
});

test('urgent messages that wait can be asked for alone, and stop waiting when they are read, put off or taken back', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const admin = await app.person('admin', { role: 'admin' });
  const roomId = await newGroup(admin, minsu);
  await sayTo(admin, roomId, { mentionsAll: true });
  const urgent = [];
  for (const body of ['하나', '둘', '셋', '넷'])
    urgent.push(await sayTo(admin, roomId, { body, isUrgent: true }));
  const waiting = async () => {
    const { items } = await minsu.call.notifications.list({ unread: true, urgent: true });
    return items.map(({ body }) => body).toSorted();
  };
  expect(await waiting()).toEqual(['넷', '둘', '셋', '하나']);

  await minsu.call.notifications.markRead({ ids: [urgent[3]?.id ?? ''] });
  await admin.call.chat.remove({ id: urgent[2]?.id ?? '' });
  const until = new Date(app.clock.now().getTime() + 3_600_000);
  await minsu.call.notifications.snooze({ ids: [urgent[1]?.id ?? ''], until });
  expect(await waiting()).toEqual(['하나']);
  await minsu.call.chat.markRead({ roomId, no: 5 });
  expect(await waiting()).toEqual([]);
});
