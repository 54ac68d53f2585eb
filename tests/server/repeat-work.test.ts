// How much is looked at to find the next time of a rule: never more than there is until the times end.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { canonicalRepeat, nextTime } from '#server/repeat.ts';
import { findTime, ruleOf } from '#server/repeat.times.ts';
import { testApp } from '#tests/support/test-app.ts';

/** Each of them from a day on which it never comes again. */
const NEVER = [
  ['FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30', '2027-02-01'],
  ['FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31', '2026-11-23'],
  ['FREQ=MONTHLY;INTERVAL=24;BYMONTHDAY=29', '2027-02-01'],
  ['FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29', '2027-01-01'],
  ['FREQ=YEARLY;INTERVAL=999;BYMONTH=1;BYMONTHDAY=1', '2026-11-23'],
] as const;

const wallOf = (day: string) => new Date(`${day}T09:00:00Z`);
const at = (day: string) => new Date(`${day}T09:00:00+09:00`);

test.for(NEVER)('%s from %s on never comes, and that is soon known', ([repeat, day]) => {
  expect(canonicalRepeat(repeat)).toBe(repeat);
  const found = findTime(ruleOf(repeat), wallOf(day), wallOf(day));
  expect(found.at).toBeNull();
  expect(found.periods).toBeLessThanOrEqual(174);
  expect(nextTime({ repeat, dueAt: at(day) }, at(day))).toBeNull();
});

test('no rule that is accepted needs more than the months until the times end, whatever its start', () => {
  const parts = fc.record({
    FREQ: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    INTERVAL: fc.option(fc.integer({ min: 1, max: 999 }), { nil: undefined }),
    BYDAY: fc.option(fc.constantFrom('MO', 'SU,SA', '5FR', '-5MO'), { nil: undefined }),
    BYMONTHDAY: fc.option(fc.constantFrom('31', '-31', '30', '29,30'), { nil: undefined }),
    BYMONTH: fc.option(fc.constantFrom('2', '4,6', '1,2'), { nil: undefined }),
    BYSETPOS: fc.option(fc.constantFrom('4', '-4'), { nil: undefined }),
    COUNT: fc.option(fc.integer({ min: 1, max: 999 }), { nil: undefined }),
  });
  const days = fc.integer({ min: 0, max: 250 * 365 });
  fc.assert(
    fc.property(parts, days, days, (given, first, later) => {
      const rule = Object.entries(given)
        .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
        .join(';');
      if (canonicalRepeat(rule) === undefined) return;
      const start = new Date(Date.UTC(1920, 0, 1 + first));
      const beyond = new Date(start.getTime() + later * 86_400_000);
      const { periods } = findTime(ruleOf(rule), start, beyond);
      const months = 12 * (2200 - 1920);
      const counted = given.COUNT === undefined ? 0 : given.COUNT * 7;
      expect(periods).toBeLessThanOrEqual(Math.max(months, counted));
    }),
    { numRuns: 3_000 },
  );
});

test('a rule that goes on every day is not counted through from a start long ago', () => {
  const start = wallOf('1950-01-01');
  for (const repeat of ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO', 'FREQ=MONTHLY', 'FREQ=YEARLY'])
    expect(findTime(ruleOf(repeat), start, wallOf('2026-11-23')).periods).toBeLessThanOrEqual(2);
});

test('a rule that never comes again is not taken, for tasks and for reminders', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const refused = { code: 'BAD_REQUEST', facts: { reason: 'repeat_never_comes' } };
  const task = { title: '결산', teamId: minsu.viewer.teamId ?? '' };
  for (const [repeat, dueOn] of NEVER) {
    const { tasks, reminders } = minsu.call;
    await expect(tasks.create({ id: newId(), ...task, repeat, dueOn })).rejects.toMatchObject(
      refused,
    );
    const id = newId();
    await tasks.create({ id, ...task, dueOn });
    const change = (patch: { repeat: string; dueOn?: string }) =>
      tasks.update({ id, version: 1_000_000, patch });
    await expect(change({ repeat })).rejects.toMatchObject(refused);
    const dueAt = at(dueOn);
    await expect(
      reminders.create({ id: newId(), title: '결산', dueAt, forUserIds: [minsu.id], repeat }),
    ).rejects.toMatchObject(refused);
    expect((await tasks.get({ id })).item.repeat).toBeNull();
  }
});

test('what is counted from the day it is done may come from another day on, and is taken', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const [[repeat, dueOn]] = NEVER;
  const task = { id: newId(), title: '결산', teamId: minsu.viewer.teamId ?? '', repeat, dueOn };
  const { item } = await minsu.call.tasks.create({ ...task, repeatFrom: 'done' });
  expect(item.repeat).toBe(repeat);
});

test('one that never comes and is stored all the same ends when it is done', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const [[repeat, dueOn]] = NEVER;
  const task = { id: newId(), title: '결산', teamId: minsu.viewer.teamId ?? '', repeat };
  await minsu.call.tasks.create(task);
  await minsu.call.tasks.update({ id: task.id, version: 1, patch: { dueOn } });
  await minsu.call.tasks.bulkUpdate({ ids: [task.id], patch: { status: 'done' } });
  expect((await minsu.call.tasks.list({ status: ['todo', 'doing'] })).items).toEqual([]);
});
