// Saved views, and how many tasks they find: everybody's screens, kept current by events, are what fresh answers say.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPostgres } from '#db/schema/kit.ts';
import { newId } from '#server/new-id.ts';
import { screen, Screens } from '#tests/support/screens.ts';
import { testApp } from '#tests/support/test-app.ts';

const NAMES = ['급한 일', 'A', 'a', '😀', 'Ａ'];
const acts = fc.array(
  fc.record({
    kind: fc.constantFrom('create', 'create', 'update', 'update', 'remove', 'restore'),
    who: fc.nat(2),
    which: fc.nat(1_000),
    name: fc.constantFrom(...NAMES),
    isShared: fc.boolean(),
    screen: fc.constantFrom('tasks' as const, 'promotions' as const),
  }),
  { minLength: 30, maxLength: 30 },
);

test.each(fc.sample(acts, { numRuns: isPostgres ? 1 : 3, seed: 7 }).map((todo) => [todo] as const))(
  'whatever three people do with views, each sees what a fresh answer says',
  async (todo) => {
    await using app = await testApp();
    const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
    const people = [minsu, jiyoung, await app.person('admin', { role: 'admin' })];
    const views: { id: string; version: number }[] = [];
    const screens: Screens[] = [];
    for (const person of people)
      screens.push(
        await Screens.open(app, person, [
          screen('views.list', { screen: 'tasks' }),
          screen('views.list', { screen: 'promotions' }),
        ]),
      );
    for (const { kind, who, which, ...given } of todo) {
      const call = (people[who] ?? minsu).call.views;
      const view = views[which % Math.max(views.length, 1)];
      if (kind === 'create' || view === undefined) {
        const { item } = await call.create({ id: newId(), query: 'mine=true', ...given });
        views.push({ id: item.id, version: 1 });
      } else {
        const { name, isShared } = given;
        const changing = () =>
          kind === 'restore'
            ? call.restore(view)
            : call.update({ ...view, patch: { name, isShared } });
        const done =
          kind === 'remove'
            ? call.remove(view)
            : changing().then(({ item }) => Object.assign(view, { version: item.version }));
        await done.catch((error: unknown) =>
          expect(error).toMatchObject({ code: expect.stringMatching(/NOT_FOUND|FORBIDDEN/) }),
        );
      }
      for (const open of screens) await open.expectCurrent();
    }
    for (const open of screens) {
      expect([...open.askedAgain]).toEqual([]);
      await open.close();
    }
  },
);

const filters = [
  {},
  { mine: true },
  { watching: true, status: ['todo' as const, 'doing' as const] },
  { label: '견적', text: '견' },
  { overdue: true },
  { dueTo: '2026-11-23', unassigned: true },
];

test('the numbers of tasks follow every change of those who see them and those who do not', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const loner = await app.person('loner');
  const screens: Screens[] = [];
  for (const person of [minsu, jiyoung, loner])
    screens.push(await Screens.open(app, person, [screen('tasks.counts', { filters })]));
  const expectCurrent = async () => {
    for (const open of screens) await open.expectCurrent();
  };
  const teamId = minsu.viewer.teamId ?? '';
  const id = newId();
  await minsu.call.tasks.create({
    id,
    title: '견적서',
    teamId,
    labels: ['견적'],
    dueOn: '2026-11-20',
  });
  await expectCurrent();
  const patches = [
    { assigneeId: loner.id },
    { watcherIds: [minsu.id] },
    { assigneeId: jiyoung.id, labels: [] },
    { status: 'done' as const },
    { status: 'todo' as const, dueOn: null, title: '계약서' },
  ];
  for (const patch of patches) {
    const { item } = await minsu.call.tasks.get({ id });
    await minsu.call.tasks.update({ id, version: item.version, patch });
    await expectCurrent();
  }
  expect([...(screens[0]?.askedAgain ?? [])]).toEqual([]);
  await minsu.call.tasks.remove({ id });
  await expectCurrent();
  await minsu.call.tasks.restore({ id });
  await expectCurrent();
  const [answer] = screens[0]?.answersOf('tasks.counts') ?? [];
  expect(answer?.counts).toEqual([1, 0, 1, 0, 0, 0]);
  for (const open of screens) await open.close();
});
