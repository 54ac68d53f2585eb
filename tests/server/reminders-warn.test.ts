// The early warning: once, before its time, to those it is for; whatever happens to the reminder meanwhile.
import { and, eq, isNotNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { audit } from '#db/schema/audit.ts';
import { notifications } from '#db/schema/notifications.ts';
import { reminders } from '#db/schema/reminders.ts';
import { newId } from '#server/new-id.ts';
import { eventually } from '#tests/support/eventually.ts';
import { MONDAY_MORNING, testApp } from '#tests/support/test-app.ts';

type TestApp = Awaited<ReturnType<typeof testApp>>;
type TestPerson = Awaited<ReturnType<TestApp['person']>>;

const at = (minutes: number) => new Date(MONDAY_MORNING.getTime() + minutes * 60_000);

async function set(person: TestPerson, more: object = {}) {
  const input = { id: newId(), title: '거래처 전화', dueAt: at(60), warnMinutes: 10, ...more };
  return (await person.call.reminders.create(input)).item;
}

/** Who has been warned, one entry a warning. */
async function warned(app: TestApp): Promise<string[]> {
  const rows = await app.db.read((tx) =>
    tx
      .select({ userId: notifications.userId })
      .from(notifications)
      .where(eq(notifications.kind, 'reminder_soon')),
  );
  return rows.map((row) => row.userId).toSorted();
}

/** The clock stands at `minutes`, and everything that was to happen by then has. */
async function moveTo(app: TestApp, minutes: number): Promise<void> {
  app.clock.moveTo(at(minutes));
  await hasHappened(app);
  await app.settled();
}

async function hasHappened(app: TestApp): Promise<void> {
  await eventually(async () => {
    const waiting = await app.db.read((tx) =>
      tx
        .select({ at: reminders.warnAt })
        .from(reminders)
        .where(and(isNotNull(reminders.warnAt))),
    );
    const due = await app.db.read((tx) =>
      tx.select({ at: reminders.dueAt }).from(reminders).where(eq(reminders.state, 'scheduled')),
    );
    for (const { at: moment } of [...waiting, ...due])
      expect(moment?.getTime()).toBeGreaterThan(app.clock.now().getTime());
  });
}

test('those it is for are told once, so many minutes before, a team as it is then', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const boss = await app.person('boss');
  const item = await set(minsu, { forUserIds: [boss.id], forTeamId: minsu.viewer.teamId });
  expect(item).toMatchObject({ warnMinutes: 10, state: 'scheduled' });
  await moveTo(app, 49);
  expect(await warned(app)).toEqual([]);
  const newcomer = await app.person('newcomer', { teamId: minsu.viewer.teamId });
  await moveTo(app, 50);
  const everybody = [minsu.id, jiyoung.id, boss.id, newcomer.id].toSorted();
  expect(await warned(app)).toEqual(everybody);
  expect((await boss.call.notifications.list()).items).toMatchObject([
    { kind: 'reminder_soon', subjectId: item.id, title: '거래처 전화' },
  ]);
  for (const minutes of [51, 59, 60, 61]) await moveTo(app, minutes);
  expect(await warned(app)).toEqual(everybody);
  expect((await minsu.call.reminders.get({ id: item.id })).item.state).toBe('due');
});

test('moved, it warns before its new time; without a warning it warns no more', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { id } = await set(minsu);
  await minsu.call.reminders.update({ id, version: 1, patch: { dueAt: at(120) } });
  await moveTo(app, 55);
  expect(await warned(app)).toEqual([]);
  await minsu.call.reminders.update({ id, version: 2, patch: { warnMinutes: 30 } });
  await moveTo(app, 90);
  expect(await warned(app)).toEqual([minsu.id]);
  await minsu.call.reminders.update({ id, version: 3, patch: { title: '은행 전화' } });
  await moveTo(app, 119);
  expect(await warned(app)).toEqual([minsu.id]);
  const other = await set(minsu, { dueAt: at(200) });
  await minsu.call.reminders.update({ id: other.id, version: 1, patch: { warnMinutes: null } });
  await moveTo(app, 199);
  expect(await warned(app)).toEqual([minsu.id]);
});

test('a repeating one warns before each of its times', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { id } = await set(minsu, { repeat: 'FREQ=DAILY' });
  for (const minutes of [50, 60]) await moveTo(app, minutes);
  expect(await warned(app)).toEqual([minsu.id]);
  await minsu.call.reminders.complete({ id });
  await moveTo(app, 24 * 60 + 49);
  expect(await warned(app)).toHaveLength(1);
  await moveTo(app, 24 * 60 + 50);
  expect(await warned(app)).toEqual([minsu.id, minsu.id]);
});

test('done, removed, or set for too soon, nobody is warned; reopened and restored they are', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const [done, removed, reopened, restored] = await Promise.all([
    set(minsu, { title: '1' }),
    set(minsu, { title: '2' }),
    set(minsu, { title: '3' }),
    set(minsu, { title: '4' }),
  ]);
  await set(minsu, { title: '5', dueAt: at(5) });
  await minsu.call.reminders.complete({ id: done.id });
  await minsu.call.reminders.complete({ id: reopened.id });
  await minsu.call.reminders.reopen({ id: reopened.id });
  await minsu.call.reminders.remove({ id: removed.id });
  await minsu.call.reminders.remove({ id: restored.id });
  await minsu.call.reminders.restore({ id: restored.id });
  await moveTo(app, 50);
  const told = (await minsu.call.notifications.list()).items.map(({ subjectId }) => subjectId);
  expect(told.toSorted()).toEqual([reopened.id, restored.id].toSorted());
});

test('missed while no server ran, it is told late, but not after its time', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const soon = await set(minsu, { dueAt: at(60) });
  await set(minsu, { dueAt: at(40), title: '벌써' });
  await app.stop();
  app.clock.moveTo(at(55));
  await app.process();
  await moveTo(app, 55);
  const { items } = await minsu.call.notifications.list();
  expect(items.map(({ subjectId }) => subjectId)).toEqual([soon.id]);
  expect((await minsu.call.reminders.banner()).items).toMatchObject([{ title: '벌써' }]);
});

test('of several processes one warns, and one lets it fall due, at the same moment', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  await app.process();
  await app.process();
  const ids: string[] = [];
  for (let minutes = 1; minutes <= 12; minutes += 1) {
    // The tenth minute warns of what is due in the twentieth while others fall due.
    const dueAt = at(minutes % 2 === 0 ? 20 : 10);
    ids.push((await set(minsu, { dueAt, warnMinutes: 10, forTeamId: minsu.viewer.teamId })).id);
  }
  await app.settled();
  await moveTo(app, 10);
  await moveTo(app, 11);
  expect(await warned(app)).toHaveLength(12);
  expect((await jiyoung.call.reminders.banner()).items).toHaveLength(6);
  await moveTo(app, 20);
  await moveTo(app, 21);
  expect(await warned(app)).toHaveLength(12);
  const lines = await app.db.read((tx) => tx.select({ label: audit.label }).from(audit));
  const count = (label: string) => lines.filter((line) => line.label === label).length;
  expect([count('reminder.warn'), count('reminder.due')]).toEqual([6, 12]);
  expect((await jiyoung.call.reminders.banner()).items.map(({ id }) => id).toSorted()).toEqual(
    ids.toSorted(),
  );
});

test('how early is between a minute and thirty days', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  for (const warnMinutes of [0, -5, 1.5, 43_201])
    await expect(set(minsu, { warnMinutes })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  expect(await set(minsu, { warnMinutes: 43_200, dueAt: at(43_300) })).toMatchObject({
    warnMinutes: 43_200,
  });
});
