// For every way a task can change: the screens of everybody who saw it before or sees it after, kept current by events
// alone, are what fresh answers say.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPostgres } from '#db/schema/kit.ts';
import { newId } from '#server/new-id.ts';
import type { BulkPatch } from '#server/tasks/tasks.bulk.schema.ts';
import { TASK_GROUPINGS } from '#server/tasks/tasks.groups.schema.ts';
import { TASK_PRIORITIES, TASK_SORTS, TASK_STATUSES } from '#server/tasks/tasks.schema.ts';
import { screen, Screens } from '#tests/support/screens.ts';
import { storedFile } from '#tests/support/stored-file.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

const RUNS = isPostgres ? 2 : 5;
const ACTS = isPostgres ? 30 : 60;

type Person = Awaited<ReturnType<typeof office>>['everybody'][number];

async function office(app: Awaited<ReturnType<typeof testApp>>) {
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const other = await app.team('others');
  const harin = await app.person('harin', { teamId: other.id });
  const loner = await app.person('loner', { teamId: null });
  const admin = await app.person('admin', { role: 'admin', teamId: null });
  const teamIds = [minsu.viewer.teamId ?? '', other.id];
  return { everybody: [minsu, jiyoung, harin, loner, admin], teamIds };
}

function queriesOf(person: Person, teamIds: string[]) {
  return [
    ...TASK_SORTS.map((sort) => screen('tasks.list', { sort })),
    ...TASK_STATUSES.map((status) => screen('tasks.list', { status: [status] })),
    ...teamIds.map((teamId) => screen('tasks.list', { teamId, sort: 'due' as const })),
    screen('tasks.list', { mine: true }),
    screen('tasks.list', { watching: true }),
    screen('tasks.list', { assigneeId: person.id, status: ['todo', 'doing'] }),
    screen('tasks.list', { label: '견적' }),
    screen('tasks.list', { dueFrom: '2026-11-22', dueTo: '2026-11-24' }),
    screen('tasks.list', { overdue: true }),
    screen('tasks.list', { text: 'A%' }),
    screen('tasks.unseen', undefined),
    screen('tasks.list', { unassigned: true, noDue: true }),
    ...TASK_GROUPINGS.map((by) => screen('tasks.groups', { by })),
    screen('tasks.groups', { by: 'due', mine: true, status: ['todo', 'doing'] }),
    screen('tasks.groups', { by: 'assignee', label: '견적', text: 'a' }),
  ];
}

const seeds = fc.sample(fc.integer(), { numRuns: RUNS, seed: 20_261_122 });

test.each(seeds)(
  'random acts of five people leave every screen as a fresh one (%i)',
  async (seed) => {
    await using app = await testApp();
    const { everybody, teamIds } = await office(app);
    const random = randomOf(seed);
    const taskIds: string[] = [];
    const screens = [];
    for (const person of everybody)
      screens.push(await Screens.open(app, person, queriesOf(person, teamIds)));
    for (let act = 0; act < ACTS; act += 1) {
      app.clock.advance(1000);
      const person = random.of(everybody);
      await actAtRandom({ app, person, everybody, teamIds, taskIds, random });
      for (const open of screens) await open.expectCurrent();
    }
    for (const open of screens) {
      // Who no longer sees a task is not told in which group it was.
      expect([...open.askedAgain].filter((path) => path !== 'tasks.groups')).toEqual([]);
      await open.close();
    }
  },
);

type Turn = {
  app: TestApp;
  person: Person;
  everybody: Person[];
  teamIds: string[];
  taskIds: string[];
  random: ReturnType<typeof randomOf>;
};

async function actAtRandom(turn: Turn): Promise<void> {
  const { app, person, everybody, teamIds, taskIds, random } = turn;
  const { call } = person;
  const anybody = () => random.of([null, ...everybody.map(({ id }) => id)]);
  const id = taskIds.length === 0 ? newId() : random.of(taskIds);
  const patches = [
    { title: random.of(['a%b', 'A_b', '견적서', '거래처 A%']) },
    { status: random.of([...TASK_STATUSES]) },
    { repeat: random.of([null, 'FREQ=DAILY', 'FREQ=MONTHLY']), repeatFrom: 'done' as const },
    { priority: random.of([...TASK_PRIORITIES]) },
    { teamId: random.of(teamIds) },
    { assigneeId: anybody() },
    { dueOn: random.of([null, '2026-11-22', '2026-11-23', '2026-11-30']) },
    {
      dueAt: random.of([null, new Date('2026-11-22T05:00:00Z'), new Date('2026-11-24T05:00:00Z')]),
    },
    { labels: random.of([[], ['견적'], ['급함', '견적']]) },
    { watcherIds: random.of([[], [random.of(everybody).id], everybody.map((one) => one.id)]) },
    {
      description: '길게',
      checklistItems: [{ id: newId(), title: '하나', isDone: random.of([true, false]) }],
    },
  ];
  const create = () => {
    taskIds.push(newId());
    return call.tasks.create({
      id: taskIds.at(-1) ?? '',
      title: '새 일',
      teamId: random.of(teamIds),
      assigneeId: anybody(),
    });
  };
  const acts = [
    create,
    create,
    ...patches.map((patch) => () => call.tasks.update({ id, version: 1_000_000, patch })),
    () =>
      call.tasks.move({
        id,
        status: random.of([...TASK_STATUSES]),
        afterId: random.of([null, ...taskIds]),
      }),
    () => call.tasks.move({ id, assigneeId: anybody(), afterId: random.of([null, ...taskIds]) }),
    () => call.tasks.move({ id, status: 'doing', beforeId: random.of([null, ...taskIds]) }),
    () =>
      call.tasks.bulkUpdate({
        ids: [id, random.of([id, ...taskIds])],
        patch: random.of<BulkPatch>([
          { status: 'done', assigneeId: anybody() },
          { teamId: random.of(teamIds), addLabels: ['견적'] },
          { dueOn: '2026-11-23', removeLabels: ['견적'] },
        ]),
      }),
    () => call.tasks.addComment({ id: newId(), taskId: id, body: '네' }),
    async () => {
      const fileIds = [await storedFile(app, person.id)];
      await call.tasks.addComment({ id: newId(), taskId: id, body: '', fileIds });
    },
    () => {
      taskIds.push(newId());
      return call.tasks.duplicate({ id, newId: taskIds.at(-1) ?? '' });
    },
    () => call.tasks.markSeen({ ids: [id, random.of([id, ...taskIds])] }),
    () => call.tasks.remove({ id }),
    () => call.tasks.restore({ id }),
  ];
  try {
    await random.of<() => Promise<unknown>>(acts)();
  } catch (error) {
    expect(error).toMatchObject({ code: expect.stringMatching(/NOT_FOUND|FORBIDDEN|CONFLICT/) });
  }
}

/** The same choices for the same seed. */
function randomOf(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return { of: <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T };
}
