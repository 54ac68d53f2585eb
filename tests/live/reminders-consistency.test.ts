// For every way a reminder can change, also by the clock: the screens of everybody who saw it before or sees it after,
// kept current by events alone, are what fresh answers say.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPostgres } from '#db/schema/kit.ts';
import { newId } from '#server/new-id.ts';
import { endSnoozes, fallDue } from '#server/reminders/reminders.fall-due.ts';
import { eventually } from '#tests/support/eventually.ts';
import { randomOf } from '#tests/support/random-of.ts';
import { screen, Screens } from '#tests/support/screens.ts';
import { MONDAY_MORNING, testApp } from '#tests/support/test-app.ts';

const RUNS = isPostgres ? 2 : 5;
const ACTS = isPostgres ? 20 : 80;

type App = Awaited<ReturnType<typeof testApp>>;
type Person = Awaited<ReturnType<App['person']>>;

const at = (minutes: number) => new Date(MONDAY_MORNING.getTime() + minutes * 60_000);

const seeds = fc.sample(fc.integer(), { numRuns: RUNS, seed: 20_261_123 });

test.each(seeds)(
  'random acts of four people and of time leave every screen as a fresh one (%i)',
  async (seed) => {
    await using app = await testApp();
    const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
    const other = await app.team('others');
    const harin = await app.person('harin', { teamId: other.id });
    const admin = await app.person('admin', { role: 'admin' });
    const everybody = [minsu, jiyoung, harin, admin];
    const teamIds = [minsu.viewer.teamId ?? '', other.id];
    const random = randomOf(seed);
    const reminderIds: string[] = [];
    const screens = [];
    for (const person of everybody) screens.push(await Screens.open(app, person, queries()));
    for (let act = 0; act < ACTS; act += 1) {
      app.clock.advance(random.of([1, 1, 5, 20, 60]) * 60_000);
      await whatTheClockBrings(app);
      await actAtRandom({
        app,
        person: random.of(everybody),
        everybody,
        teamIds,
        reminderIds,
        random,
      });
      await whatTheClockBrings(app);
      for (const open of screens) await open.expectCurrent();
    }
    for (const open of screens) {
      expect([...open.askedAgain].filter((path) => path !== 'reminders.get')).toEqual([]);
      await open.close();
    }
  },
);

test('a snooze of mine outlasts an edit of the title by its owner, on every screen', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const [id, forUserIds] = [newId(), [minsu.id, jiyoung.id]];
  await minsu.call.reminders.create({ id, title: '전화', dueAt: at(-1), forUserIds });
  await whatTheClockBrings(app);
  const open = await Screens.open(app, jiyoung, [...queries(), screen('reminders.get', { id })]);
  await jiyoung.call.reminders.snooze({ id, until: at(30) });
  await open.expectCurrent();
  await minsu.call.reminders.update({ id, version: 1, patch: { title: '은행에 전화' } });
  await open.expectCurrent();
  app.clock.moveTo(at(30));
  await whatTheClockBrings(app);
  await open.expectCurrent();
  await open.close();
});

function queries() {
  return [
    screen('reminders.list', undefined),
    screen('reminders.list', { state: 'scheduled' as const }),
    screen('reminders.list', { state: ['scheduled', 'due'] as ('scheduled' | 'due')[] }),
    screen('reminders.list', { state: 'done' as const, sort: 'done' as const }),
    screen('reminders.list', { from: at(60), to: at(600) }),
    screen('reminders.banner', undefined),
  ];
}

/** Nothing is scheduled any more, or snoozed, whose time has come. */
async function whatTheClockBrings(app: App): Promise<void> {
  await eventually(async () => {
    for (const next of [await fallDue(app.deps), await endSnoozes(app.deps)])
      expect(next === null || next > app.clock.now()).toBe(true);
  });
}

type Turn = {
  app: App;
  person: Person;
  everybody: Person[];
  teamIds: string[];
  reminderIds: string[];
  random: ReturnType<typeof randomOf>;
};

async function actAtRandom({ app, person, everybody, teamIds, reminderIds, random }: Turn) {
  const { reminders } = person.call;
  const soon = () => new Date(app.clock.now().getTime() + random.of([-30, 5, 40, 300]) * 60_000);
  const later = (minutes: number) => new Date(app.clock.now().getTime() + minutes * 60_000);
  const people = () => random.of([[], [random.of(everybody).id], everybody.map(({ id }) => id)]);
  const id = reminderIds.length === 0 ? newId() : random.of(reminderIds);
  const update = (patch: Parameters<typeof reminders.update>[0]['patch']) => () =>
    reminders.update({ id, version: 1_000_000, patch });
  const create = () => {
    reminderIds.push(newId());
    return reminders.create({
      id: reminderIds.at(-1) ?? '',
      title: '전화',
      dueAt: soon(),
      repeat: random.of([null, null, null, 'FREQ=DAILY', 'FREQ=WEEKLY;COUNT=2']),
      warnMinutes: random.of([null, 5, 60]),
      forUserIds: people(),
      forTeamId: random.of([null, ...teamIds]),
    });
  };
  const acts = [
    reminderIds.length < 8 ? create : update({ title: '자주' }),
    create,
    update({ title: '약속' }),
    update({ title: random.of(['전화', '택배', '회의']) }),
    update({ dueAt: soon() }),
    update({ warnMinutes: random.of([null, 10]) }),
    update({ forUserIds: people() }),
    update({ forTeamId: random.of([null, ...teamIds]) }),
    () => reminders.complete({ id }),
    () => reminders.complete({ id }),
    () => reminders.reopen({ id }),
    () => doneByMistake(person, id),
    () => reminders.snooze({ id, until: null }),
    () => reminders.snooze({ id, until: soon() }),
    ...[60, 600].map((minutes) => () => reminders.snooze({ id, until: later(minutes) })),
    () => reminders.remove({ id }),
    () => reminders.restore({ id }),
  ];
  try {
    await random.of<() => Promise<unknown>>(acts)();
  } catch (error) {
    expect(error).toMatchObject({
      code: expect.stringMatching(/NOT_FOUND|FORBIDDEN|CONFLICT|PRECONDITION_FAILED|BAD_REQUEST/),
    });
  }
}

async function doneByMistake({ call }: Person, id: string): Promise<void> {
  const { dueAt, repeat } = (await call.reminders.get({ id })).item;
  await call.reminders.complete({ id, dueAt });
  await call.reminders.reopen({ id, ...(repeat === null ? {} : { wasDone: { dueAt, repeat } }) });
}
