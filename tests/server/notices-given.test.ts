// Notices of a task given to somebody and of one that was finished, and a reminder's early warning.
import { expect, test } from 'vitest';
import type { Db } from '#db/database.ts';
import { newId } from '#server/new-id.ts';
import { noticeEarlyWarning } from '#server/notifications/notifications.clock.ts';
import { during, told } from '#tests/support/during.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;
type Task = Parameters<Person['call']['tasks']['create']>[0];

async function make(maker: Person, more: Partial<Task> = {}) {
  const teamId = maker.viewer.teamId ?? '';
  const { item } = await maker.call.tasks.create({ id: newId(), title: '견적서', teamId, ...more });
  return item;
}

/** Oldest first. */
async function kindsOf({ call }: Person) {
  return (await call.notifications.list()).items.map(({ kind }) => kind).toReversed();
}

test('whoever gets a new task is told in the same write, its maker is not', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  await app.settled();
  const feed = jiyoung.feed();

  const { answer, events, labels } = await during(app, () =>
    make(minsu, { assigneeId: jiyoung.id }),
  );

  const notice = {
    kind: 'assigned',
    subjectKind: 'task',
    subjectId: answer.id,
    actorId: minsu.id,
    title: '견적서',
    body: '',
  };
  expect(events.map(told).at(-1)).toMatchObject({
    kind: 'notification.created',
    audience: [`user:${jiyoung.id}`],
    data: notice,
  });
  expect(labels).toEqual(['task.create']);
  expect((await jiyoung.call.notifications.list()).items).toMatchObject([
    { ...notice, readAt: null },
  ]);
  expect((await feed.changes()).map(({ kind }) => kind)).toEqual([
    'task.created',
    'notification.created',
  ]);
  expect(await kindsOf(minsu)).toEqual([]);
});

test('a task handed on later tells, by whatever way; one taken by oneself does not', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const { id } = await make(minsu);
  const give = (by: Person, to: Person) =>
    by.call.tasks.update({ id, version: 1_000, patch: { assigneeId: to.id } });

  await give(jiyoung, jiyoung);
  expect(await kindsOf(jiyoung)).toEqual([]);
  await give(minsu, harin);
  await minsu.call.tasks.move({ id, status: 'todo', assigneeId: jiyoung.id });
  await minsu.call.tasks.bulkUpdate({ ids: [id], patch: { assigneeId: harin.id } });
  await minsu.call.tasks.bulkUpdate({ ids: [id], patch: { assigneeId: harin.id } });

  expect(await kindsOf(harin)).toEqual(['assigned', 'assigned']);
  expect(await kindsOf(jiyoung)).toEqual(['assigned']);
});

test('whoever made or watches a task is told when somebody else finishes it, each time', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const { id } = await make(minsu, { watcherIds: [harin.id, jiyoung.id] });
  const move = (by: Person, status: 'todo' | 'done') => by.call.tasks.move({ id, status });

  await move(jiyoung, 'done');
  await move(jiyoung, 'done');
  for (const person of [minsu, harin]) expect(await kindsOf(person)).toEqual(['task_done']);
  expect(await kindsOf(jiyoung)).toEqual([]);

  app.clock.advance(1000);
  await move(jiyoung, 'todo');
  await move(minsu, 'done');
  expect(await kindsOf(minsu)).toEqual(['task_done']);
  expect(await kindsOf(harin)).toEqual(['task_done', 'task_done']);
});

test('a task given to somebody when it is done already is nothing to do', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  await make(minsu, { assigneeId: jiyoung.id, status: 'done' });
  expect(await kindsOf(jiyoung)).toEqual([]);
});

async function remindTeam(minsu: Person) {
  const { item } = await minsu.call.reminders.create({
    id: newId(),
    title: '회의',
    dueAt: new Date('2026-11-25T02:00:00Z'),
    forTeamId: minsu.viewer.teamId ?? '',
  });
  return item;
}

function warn(db: Db, reminder: Awaited<ReturnType<typeof remindTeam>>, to: Person[]) {
  const userIds = to.map(({ id }) => id);
  return db.write({ actorId: null }, async (tx) => {
    await noticeEarlyWarning(tx, reminder, userIds);
    tx.audit('test.warn', { kind: 'reminder', id: reminder.id });
  });
}

test('an early warning comes once for each time, with the time, and goes with the reminder', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const reminder = await remindTeam(minsu);
  const nextWeek = { ...reminder, dueAt: new Date('2026-12-02T02:00:00Z') };
  await warn(app.db, reminder, [minsu, jiyoung]);
  await warn(app.db, reminder, [minsu, jiyoung]);
  app.clock.advance(1000);
  await warn(app.db, nextWeek, [minsu, jiyoung]);

  const about = { kind: 'reminder_soon', subjectKind: 'reminder', subjectId: reminder.id };
  expect((await jiyoung.call.notifications.list()).items).toMatchObject([
    { ...about, title: '회의', actorId: null, dueAt: nextWeek.dueAt },
    { ...about, title: '회의', actorId: null, dueAt: reminder.dueAt },
  ]);
  await minsu.call.reminders.remove({ id: reminder.id });
  await app.settled();
  for (const person of [minsu, jiyoung]) {
    expect(await kindsOf(person)).toEqual([]);
    expect((await person.call.nav.counts()).notifications).toBe(0);
  }
});

test('whoever no longer sees a reminder keeps none of its notices', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const others = await app.team('others');
  const admin = await app.person('admin', { role: 'admin' });
  const reminder = await remindTeam(minsu);
  await warn(app.db, reminder, [jiyoung, harin]);

  await admin.call.admin.users.update({ id: jiyoung.id, patch: { teamId: others.id } });
  expect(await kindsOf(jiyoung)).toEqual([]);
  expect(await kindsOf(harin)).toEqual(['reminder_soon']);

  const patch = { forTeamId: null, forUserIds: [minsu.id] };
  const { id, version } = reminder;
  await minsu.call.reminders.update({ id, version, patch });
  await app.settled();
  expect(await kindsOf(harin)).toEqual([]);
  expect((await harin.call.nav.counts()).notifications).toBe(0);
});
