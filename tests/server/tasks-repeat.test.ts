// Tasks that repeat: what comes next, and that it comes once.
// oxlint-disable-next-line import/default -- for Node it is CommonJS, whose default is the module itself
import rrule from 'rrule';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { addDays, seoulDay } from '#server/seoul.schema.ts';
import { nextDue } from '#server/tasks/tasks.repeat.ts';
import type { TaskPatch } from '#server/tasks/tasks.schema.ts';
import { auditRows } from '#tests/support/audit-rows.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const WEEKLY = { repeat: 'FREQ=WEEKLY', dueOn: '2026-11-23' };

type Fields = Partial<Parameters<Person['call']['tasks']['create']>[0]>;

async function newTask({ call, viewer }: Person, fields: Fields = {}) {
  const teamId = viewer.teamId ?? '';
  return (await call.tasks.create({ id: newId(), title: '주간 보고', teamId, ...fields })).item;
}

async function openTasks({ call }: Person) {
  return (await call.tasks.list({ status: ['todo', 'doing'] })).items;
}

const someDay = fc.integer({ min: 0, max: 1000 }).map((days) => addDays('2026-01-01', days));
const someRule = fc
  .record({
    interval: fc.integer({ min: 1, max: 5 }),
    kind: fc.oneof(
      fc.constant('FREQ=DAILY'),
      fc.subarray(WEEKDAYS, { minLength: 1 }).map((days) => `FREQ=WEEKLY;BYDAY=${days.join(',')}`),
      fc.constant('FREQ=WEEKLY'),
      fc.integer({ min: 1, max: 28 }).map((day) => `FREQ=MONTHLY;BYMONTHDAY=${day}`),
      fc.constantFrom(...WEEKDAYS).map((day) => `FREQ=MONTHLY;BYDAY=2${day}`),
      fc.constant('FREQ=YEARLY'),
    ),
  })
  .map(({ interval, kind }) => `${kind};INTERVAL=${interval}`);

test('the next day is the one rrule says, on schedule and from the day it was done', () => {
  const check = (repeat: string, dueOn: string, doneAt: Date) => {
    const wall = (day: string) => new Date(`${day}T00:00:00Z`);
    const afterOf = (from: string, after: Date) => {
      const options = { ...rrule.RRule.parseString(repeat), dtstart: wall(from) };
      return new rrule.RRule(options).after(after)?.toISOString().slice(0, 10);
    };
    const doneOn = seoulDay(doneAt);
    const onSchedule = nextDue({ repeat, repeatFrom: 'due', dueOn, dueAt: null }, doneAt);
    const yesterday = addDays(doneOn, -1);
    const beyond = dueOn > yesterday ? dueOn : yesterday;
    expect(onSchedule?.dueOn).toBe(afterOf(dueOn, wall(beyond)));
    expect(onSchedule?.dueAt).toBeNull();
    const fromDone = nextDue({ repeat, repeatFrom: 'done', dueOn, dueAt: null }, doneAt);
    expect(fromDone?.dueOn).toBe(afterOf(doneOn, wall(doneOn)));
  };
  const minutes = fc.integer({ min: -300 * 1440, max: 300 * 1440 });
  fc.assert(
    fc.property(someRule, someDay, minutes, (repeat, dueOn, late) => {
      check(repeat, dueOn, new Date(Date.parse(`${dueOn}T03:00:00Z`) + late * 60_000));
    }),
    { numRuns: 500 },
  );
});

test('what is due at a moment comes next at the same time of the day', () => {
  const dueAt = new Date('2026-11-23T23:30:00+09:00');
  const task = { repeat: 'FREQ=DAILY', dueOn: '2026-11-23', dueAt };
  const done = (at: string, repeatFrom: 'due' | 'done') =>
    nextDue({ ...task, repeatFrom }, new Date(at))?.dueAt;
  expect(done('2026-11-23T08:00:00+09:00', 'due')).toEqual(new Date('2026-11-24T23:30:00+09:00'));
  expect(done('2026-11-26T23:00:00+09:00', 'due')).toEqual(new Date('2026-11-26T23:30:00+09:00'));
  expect(done('2026-11-26T00:10:00+09:00', 'done')).toEqual(new Date('2026-11-27T23:30:00+09:00'));
});

test('a rule that counts ends after as many', () => {
  for (const repeatFrom of ['due', 'done'] as const) {
    let task = { repeat: 'FREQ=DAILY;COUNT=3', repeatFrom, dueOn: '2026-11-23', dueAt: null };
    const days = [];
    for (;;) {
      const next = nextDue(task, new Date(`${task.dueOn}T03:00:00Z`));
      if (next === null) break;
      days.push(next.dueOn);
      task = { ...task, ...next, dueOn: next.dueOn ?? '', dueAt: null };
    }
    expect(days).toEqual(['2026-11-24', '2026-11-25']);
  }
});

test('a task due before anybody can remember is counted from the day it was done', () => {
  const task = { repeat: 'FREQ=DAILY', repeatFrom: 'due' as const, dueOn: '1900-01-01' };
  expect(nextDue({ ...task, dueAt: null }, new Date('2026-11-23T03:00:00Z'))?.dueOn).toBe(
    '2026-11-24',
  );
});

test('when a repeating task is done, the next one is there with all that belongs to it', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const fields = {
    ...WEEKLY,
    description: '지난주 숫자부터',
    priority: 'high' as const,
    labels: ['보고'],
    assigneeId: jiyoung.id,
    watcherIds: [minsu.id],
  };
  const task = await newTask(minsu, fields);
  const checklistItems = [{ id: newId(), title: '숫자', isDone: true }];
  await minsu.call.tasks.update({ id: task.id, version: 1, patch: { checklistItems } });
  await app.settled();
  const feed = minsu.feed();
  const done = await jiyoung.call.tasks.update({
    id: task.id,
    version: 2,
    patch: { status: 'done' },
  });
  expect(done.item).toMatchObject({ status: 'done', repeat: null, dueOn: '2026-11-23' });
  const [next] = await openTasks(minsu);
  const { item } = await minsu.call.tasks.get({ id: next?.id ?? '' });
  expect(item).toMatchObject({
    ...fields,
    title: '주간 보고',
    status: 'todo',
    creatorId: minsu.id,
    dueOn: '2026-11-30',
    checklist: { done: 0, total: 1 },
    checklistItems: [{ title: '숫자', isDone: false }],
    version: 1,
  });
  expect((await feed.changes()).filter((event) => event.feature === 'tasks')).toMatchObject([
    { kind: 'task.changed', id: task.id, data: { repeat: null } },
    { kind: 'task.created', id: next?.id, data: { dueOn: '2026-11-30' }, actorId: jiyoung.id },
  ]);
  expect((await auditRows(app.db)).map((row) => row.label)).toContain('task.repeat');
});

test('two who finish it at the same moment, and one who opens it again, make one next', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { id } = await newTask(minsu, WEEKLY);
  const finish = { id, version: 1, patch: { status: 'done' as const } };
  await Promise.all([
    minsu.call.tasks.update(finish),
    jiyoung.call.tasks.update(finish),
    jiyoung.call.tasks.move({ id, status: 'done' }),
    minsu.call.tasks.bulkUpdate({ ids: [id], patch: { status: 'done' } }),
  ]);
  expect(await openTasks(minsu)).toHaveLength(1);
  await minsu.call.tasks.move({ id, status: 'todo' });
  await minsu.call.tasks.move({ id, status: 'done' });
  expect(await openTasks(minsu)).toHaveLength(1);
});

test('done by moving it, or together with others, it goes on as well', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const moved = await newTask(minsu, WEEKLY);
  const bulk = [await newTask(minsu, { ...WEEKLY, dueOn: null }), await newTask(minsu)];
  await minsu.call.tasks.move({ id: moved.id, status: 'done' });
  await minsu.call.tasks.bulkUpdate({
    ids: bulk.map((task) => task.id),
    patch: { status: 'done' },
  });
  const days = (await openTasks(minsu)).map((task) => task.dueOn);
  expect(days).toEqual(['2026-11-30', '2026-11-30']);
});

test('a rule that is taken away with the last stroke, or that is none, leads to nothing', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { id } = await newTask(minsu, WEEKLY);
  const change = (patch: TaskPatch) => minsu.call.tasks.update({ id, version: 1, patch });
  for (const repeat of ['FREQ=HOURLY', '매주', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'])
    await expect(change({ repeat })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      facts: { reason: 'invalid_repeat' },
    });
  await change({ status: 'done', repeat: null });
  expect(await openTasks(minsu)).toEqual([]);
});

test('a rule given to a task that was done meanwhile is a conflict', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { id } = await newTask(minsu, WEEKLY);
  await jiyoung.call.tasks.update({ id, version: 1, patch: { status: 'done' } });
  await expect(
    minsu.call.tasks.update({ id, version: 1, patch: { repeat: 'FREQ=DAILY' } }),
  ).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('what comes next is nobody’s when the one who did it has left', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const admin = await app.person('admin', { role: 'admin' });
  const fields = { ...WEEKLY, assigneeId: jiyoung.id, watcherIds: [jiyoung.id] };
  const { id } = await newTask(minsu, fields);
  await admin.call.admin.users.deactivate({ id: jiyoung.id });
  await minsu.call.tasks.move({ id, status: 'done' });
  expect(await openTasks(minsu)).toMatchObject([
    { title: '주간 보고', dueOn: '2026-11-30', assigneeId: null, watcherIds: [] },
  ]);
});
