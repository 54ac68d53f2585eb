// A group of a list holds exactly the tasks that are counted in it, whatever the filters are.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterOfGroup, inOrder } from '#client/features/tasks/task-groups.ts';
import type { TaskFilter } from '#client/features/tasks/tasks.search.ts';
import { addDays } from '#server/seoul.schema.ts';
import { endOfWeek, groupKeyOf, TASK_GROUPINGS } from '#server/tasks/tasks.groups.schema.ts';
import { matchesTaskFilter } from '#server/tasks/tasks.order.schema.ts';
import { TASK_STATUSES, type TaskItem } from '#server/tasks/tasks.schema.ts';

const TODAY = '2026-11-25'; // a Wednesday
const at = { viewerId: 'ana', now: new Date('2026-11-25T03:00:00Z') };

const status = fc.constantFrom(...TASK_STATUSES);
const person = fc.constantFrom('ana', 'ben', null);
const day = fc.integer({ min: -8, max: 12 }).map((days) => addDays(TODAY, days));
const facts = fc.record({
  status,
  assigneeId: person,
  teamId: fc.constantFrom('sales', 'design'),
  dueOn: fc.option(day),
});
const filter: fc.Arbitrary<TaskFilter> = fc.record(
  {
    status: fc.uniqueArray(status, { minLength: 1 }),
    teamId: fc.constantFrom('sales', 'design'),
    assigneeId: fc.constantFrom('ana', 'ben'),
    dueFrom: day,
    dueTo: day,
    mine: fc.constant(true),
  },
  { requiredKeys: [] },
);

function taskOf(known: Partial<TaskItem>): TaskItem {
  return { dueAt: null, title: '', labels: [], watcherIds: [], ...known } as unknown as TaskItem;
}

test.each(TASK_GROUPINGS)('each task stands in the one group by %s that counts it', (by) => {
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 30 }), filter, (known, asked) => {
      const listed = known.map(taskOf).filter((task) => matchesTaskFilter(task, asked, at));
      const keys = new Set(listed.map((task) => groupKeyOf(task, by, TODAY)));
      for (const key of keys) {
        const own = filterOfGroup(asked, { by, key, day: TODAY });
        const shown = known.map(taskOf).filter((task) => matchesTaskFilter(task, own, at));
        expect(shown).toEqual(listed.filter((task) => groupKeyOf(task, by, TODAY) === key));
      }
    }),
  );
});

test('a week goes on until Sunday', () => {
  expect(endOfWeek('2026-11-23')).toBe('2026-11-29');
  expect(endOfWeek('2026-11-28')).toBe('2026-11-29');
  expect(endOfWeek('2026-11-29')).toBe('2026-11-29');
});

test('people stand by name, oneself first and nobody last; times as they come', () => {
  const count = 1;
  const names: Record<string, string> = { a: '하린', b: '가온', me: '민수' };
  const order = (keys: (string | null)[], by: 'assignee' | 'due') =>
    inOrder(
      keys.map((key) => ({ key, count })),
      by,
      { viewerId: 'me', nameOf: (key) => names[key] ?? '' },
    ).map(({ key }) => key);
  expect(order([null, 'a', 'b', 'me'], 'assignee')).toEqual(['me', 'b', 'a', null]);
  expect(order(['past', 'none', 'week', 'late'], 'due')).toEqual(['late', 'week', 'none', 'past']);
});
