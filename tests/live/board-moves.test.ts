// Several people move cards at once, of columns by status and of columns by person: whatever comes first, every screen
// ends in the same order, which is the order of a fresh answer, and no two cards share a place.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPostgres } from '#db/schema/kit.ts';
import { newId } from '#server/new-id.ts';
import { TASK_STATUSES } from '#server/tasks/tasks.schema.ts';
import { screen, Screens } from '#tests/support/screens.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

const CARDS = 7;
const PEOPLE = 3;
const RUNS = isPostgres ? 4 : 12;

const card = fc.nat(CARDS - 1);
const move = fc.record({
  mover: fc.nat(PEOPLE - 1),
  card,
  beside: card,
  side: fc.constantFrom('beforeId', 'afterId', 'end'),
  to: fc.oneof(
    fc.record({ status: fc.constantFrom(...TASK_STATUSES) }),
    fc.record({ assignee: fc.option(fc.nat(PEOPLE - 1)) }),
    fc.constant({}),
  ),
});
type Move = typeof move extends fc.Arbitrary<infer One> ? One : never;
type Act = Move | 'add' | 'trash' | 'restore';

/** Those of one round are under way at the same time. */
const rounds = fc.array(
  fc.array(
    fc.oneof(
      { weight: 8, arbitrary: move },
      fc.constantFrom<Act>('add'),
      fc.constantFrom<Act>('trash', 'restore'),
    ),
    { minLength: 2, maxLength: 5 },
  ),
  { minLength: 2, maxLength: 6 },
);

test('cards moved at the same time end in one order on every screen', async () => {
  await fc.assert(
    fc.asyncProperty(rounds, async (played) => {
      await using app = await testApp();
      const people = Object.values(await app.people('minsu', 'jiyoung', 'sumin'));
      const teamId = people[0]?.viewer.teamId ?? '';
      const ids = Array.from({ length: CARDS }, () => newId());
      for (const id of ids)
        await people[0]?.call.tasks.create({ id, title: id.slice(0, 4), teamId });
      const screens: Screens[] = [];
      for (const person of people) screens.push(await Screens.open(app, person, columns(people)));
      for (const round of played) {
        app.clock.advance(1000);
        const acts = round.map((act) => play({ people, ids, teamId }, act));
        for (const outcome of await Promise.allSettled(acts))
          if (outcome.status === 'rejected')
            expect(outcome.reason).toMatchObject({ code: 'NOT_FOUND' });
        for (const open of screens) await open.expectCurrent();
        await expectPlacesOfTheirOwn(people);
      }
      for (const open of screens) await open.close();
    }),
    { numRuns: RUNS, seed: 20_261_123 },
  );
}, 120_000);

type Person = Awaited<ReturnType<TestApp['person']>>;
type Table = { people: Person[]; ids: string[]; teamId: string };

function columns(people: Person[]) {
  return [
    ...TASK_STATUSES.map((status) => screen('tasks.list', { status: [status] })),
    ...people.map(({ id }) => screen('tasks.list', { assigneeId: id })),
    screen('tasks.list', { unassigned: true }),
  ];
}

async function play({ people, ids, teamId }: Table, act: Act): Promise<unknown> {
  const [first] = people;
  const id = ids[0] ?? '';
  if (act === 'add') return first?.call.tasks.create({ id: newId(), title: '새 일', teamId });
  if (act === 'trash') return first?.call.tasks.remove({ id });
  if (act === 'restore') return first?.call.tasks.restore({ id });
  const { side, to } = act;
  return people[act.mover]?.call.tasks.move({
    id: ids[act.card] ?? '',
    ...(side === 'end' ? {} : { [side]: ids[act.beside] }),
    ...('status' in to ? { status: to.status } : {}),
    ...('assignee' in to
      ? { assigneeId: to.assignee === null ? null : (people[to.assignee]?.id ?? null) }
      : {}),
  });
}

async function expectPlacesOfTheirOwn(people: Person[]): Promise<void> {
  const { items } = (await people[0]?.call.tasks.list({ limit: 200 })) ?? { items: [] };
  const ranks = items.map(({ rank }) => rank);
  expect(new Set(ranks).size).toBe(ranks.length);
  expect(ranks.toSorted()).toEqual(ranks);
}
