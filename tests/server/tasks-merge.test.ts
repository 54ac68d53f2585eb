// Patches made from old versions: different fields merge, the same field changed twice is for people to decide.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applied, changesOf, conflictsOf } from '#server/tasks/tasks.change.ts';
import { NO_DATE } from '#server/tasks/tasks.order.schema.ts';
import type { TaskRow } from '#server/tasks/tasks.row.ts';
import type { TaskPatch } from '#server/tasks/tasks.schema.ts';

const NOW = new Date('2026-11-23T01:00:00Z');

const empty: TaskRow = {
  id: 'task',
  title: '처음',
  titleFold: '처음',
  searchKey: null,
  description: '',
  status: 'todo',
  priority: 'normal',
  teamId: 'team',
  assigneeId: null,
  creatorId: 'minsu',
  watcherIds: [],
  labels: [],
  dueOn: null,
  dueAt: null,
  dueBy: NO_DATE,
  repeat: null,
  repeatFrom: 'due',
  rank: 'a0',
  commentCount: 0,
  checklistTotal: 0,
  checklistDone: 0,
  version: 1,
  fieldVersions: {},
  createdAt: NOW,
  updatedAt: NOW,
  doneAt: null,
  removedAt: null,
  removedById: null,
};

/** Few values, so that two people often mean the same. */
const somePatch: fc.Arbitrary<TaskPatch> = fc.record(
  {
    title: fc.constantFrom('하나', '둘', '셋'),
    description: fc.constantFrom('', '길게'),
    priority: fc.constantFrom('normal', 'high'),
    assigneeId: fc.constantFrom(null, 'minsu', 'jiyoung'),
    labels: fc.constantFrom([], ['견적'], ['급함', '견적']),
    dueOn: fc.constantFrom(null, '2026-11-24', '2026-11-25'),
    repeat: fc.constantFrom(null, 'FREQ=DAILY'),
  },
  { requiredKeys: [] },
);

const somebodysTurn = fc.record({ patch: somePatch, behind: fc.integer({ min: 0, max: 4 }) });

test('a patch is refused exactly when a field of it was changed differently since; else all of it is there', () => {
  const outcomes = { merged: 0, refused: 0, agreed: 0 };
  fc.assert(
    fc.property(fc.array(somebodysTurn, { minLength: 1, maxLength: 20 }), (turns) => {
      let row = empty;
      /** What each version of the task was: the model knows nothing of the versions of fields. */
      const was = new Map([[row.version, row]]);
      for (const { patch, behind } of turns) {
        const since = Math.max(1, row.version - behind);
        const begun = was.get(since) ?? empty;
        const fields = Object.keys(patch) as (keyof typeof patch & keyof TaskRow)[];
        const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
        const wanted = fields.filter((field) => !same(row[field], patch[field]));
        const touched = (field: keyof TaskRow) =>
          [...was].some(([version, then]) => version > since && !same(then[field], begun[field]));
        const disputed = wanted.filter(touched);

        const changes = changesOf(row, [], patch);
        const refused = conflictsOf(row, changes, since);
        expect(changes.map(({ field }) => (field === 'due' ? 'dueOn' : field)).toSorted()).toEqual(
          wanted.toSorted(),
        );
        expect(refused.map((field) => (field === 'due' ? 'dueOn' : field)).toSorted()).toEqual(
          disputed.toSorted(),
        );
        if (refused.length > 0) outcomes.refused += 1;
        if (refused.length > 0 || changes.length === 0) continue;
        const before = row;
        row = applied(row, changes, NOW);
        was.set(row.version, row);
        for (const field of fields) expect(row[field]).toEqual(patch[field]);
        const others = [
          'title',
          'description',
          'priority',
          'assigneeId',
          'labels',
          'repeat',
        ] as const;
        for (const field of others)
          if (!fields.includes(field)) expect(row[field]).toEqual(before[field]);
        if (since < before.version) outcomes.merged += 1;
        if (wanted.length < fields.length) outcomes.agreed += 1;
      }
    }),
    { numRuns: 300 },
  );
  for (const count of Object.values(outcomes)) expect(count).toBeGreaterThan(20);
});

test('the same change sent again, or made by another meanwhile, is no conflict', () => {
  const patch = { title: '하나' };
  const row = applied(empty, changesOf(empty, [], patch), NOW);
  expect(changesOf(row, [], patch)).toEqual([]);
  const more = changesOf(row, [], { ...patch, priority: 'high' });
  expect(conflictsOf(row, more, 1)).toEqual([]);
});
