import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { eventually } from '#tests/support/eventually.ts';
import { MONDAY_MORNING, testApp } from '#tests/support/test-app.ts';

type TestApp = Awaited<ReturnType<typeof testApp>>;
type TestPerson = Awaited<ReturnType<TestApp['person']>>;

const at = (hours: number) => new Date(MONDAY_MORNING.getTime() + hours * 3_600_000);

/** Due at one hour, for both of the team. */
async function dueForBoth(more: object = {}) {
  const app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await minsu.call.reminders.create({
    id: newId(),
    title: '거래처 전화',
    dueAt: at(1),
    forTeamId: minsu.viewer.teamId,
    ...more,
  });
  app.clock.moveTo(at(1));
  return { app, minsu, jiyoung, id: item.id, due: await whenDue(minsu, item.id) };
}

function whenDue({ call }: TestPerson, id: string) {
  return eventually(async () => {
    const { item } = await call.reminders.get({ id });
    expect(item.state).toBe('due');
    return item;
  });
}

const inBanner = async ({ call }: TestPerson) => (await call.reminders.banner()).items;

test('a snooze that is taken back leaves it due as it was, and only my own screens hear of it', async () => {
  const { app, minsu, jiyoung, id, due } = await dueForBoth();
  await using _ = app;
  await jiyoung.call.reminders.snooze({ id, until: at(2) });
  await app.settled();
  const feeds = { minsu: minsu.feed(), jiyoung: jiyoung.feed() };

  const { item } = await jiyoung.call.reminders.snooze({ id, until: null });

  expect(item).toEqual(due);
  expect(await inBanner(jiyoung)).toEqual([due]);
  expect(await feeds.jiyoung.changes()).toMatchObject([
    { kind: 'reminder.snoozed', id, data: { mySnoozedUntil: null } },
  ]);
  expect(await feeds.minsu.changes()).toEqual([]);

  await jiyoung.call.reminders.snooze({ id, until: null });
  expect(await feeds.jiyoung.changes()).toHaveLength(1);
});

test('of a second snooze the first one is left', async () => {
  const { app, jiyoung, id } = await dueForBoth();
  await using _ = app;
  await jiyoung.call.reminders.snooze({ id, until: at(2) });
  await jiyoung.call.reminders.snooze({ id, until: at(9) });
  await jiyoung.call.reminders.snooze({ id, until: at(2) });
  expect(await inBanner(jiyoung)).toEqual([]);
  app.clock.moveTo(at(2));
  await eventually(async () => expect(await inBanner(jiyoung)).toMatchObject([{ id }]));
});

test('a snooze cannot be taken back once it was done, nor by one it is not for', async () => {
  const { app, minsu, jiyoung, id } = await dueForBoth();
  await using _ = app;
  const other = await app.team('others');
  const harin = await app.person('harin', { teamId: other.id });
  await jiyoung.call.reminders.snooze({ id, until: at(2) });
  await expect(harin.call.reminders.snooze({ id, until: null })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await minsu.call.reminders.complete({ id });
  await expect(jiyoung.call.reminders.snooze({ id, until: null })).rejects.toMatchObject({
    facts: { reason: 'reminder_not_due' },
  });
});

test('a repeating one that was done by mistake is due again at the time that was done', async () => {
  const repeat = 'FREQ=DAILY;COUNT=3';
  const { app, minsu, jiyoung, id, due } = await dueForBoth({ repeat });
  await using _ = app;
  const wasDone = { dueAt: due.dueAt, repeat };
  const { item: next } = await jiyoung.call.reminders.complete({ id, dueAt: due.dueAt });
  expect(next).toMatchObject({ dueAt: at(25), repeat: 'FREQ=DAILY;COUNT=2', doneBy: jiyoung.id });
  await app.settled();
  const feed = minsu.feed();

  const { item: open } = await jiyoung.call.reminders.reopen({ id, wasDone });

  expect(open).toMatchObject({ ...wasDone, state: 'scheduled', doneBy: null, doneAt: null });
  expect((await feed.changes())[0]).toMatchObject({ kind: 'reminder.changed', id, data: open });
  const again = await whenDue(minsu, id);
  expect(again).toEqual({ ...due, version: again.version });
  for (const person of [minsu, jiyoung]) expect(await inBanner(person)).toEqual([again]);
  expect((await jiyoung.call.reminders.reopen({ id, wasDone })).item).toEqual(again);
});

test('nobody takes back what a colleague did, nor to a time that did not lead here', async () => {
  const repeat = 'FREQ=DAILY;COUNT=3';
  const { app, minsu, jiyoung, id, due } = await dueForBoth({ repeat });
  await using _ = app;
  const { item: next } = await jiyoung.call.reminders.complete({ id });
  const refused = { code: 'CONFLICT', facts: { reason: 'changed_since', current: next } };
  const wasDone = { dueAt: due.dueAt, repeat };
  const theirs = { ...next, mySnoozedUntil: null };
  await expect(minsu.call.reminders.reopen({ id, wasDone })).rejects.toMatchObject({
    ...refused,
    facts: { reason: 'changed_since', current: theirs },
  });
  for (const wrong of [
    { dueAt: at(3), repeat },
    { dueAt: due.dueAt, repeat: 'FREQ=DAILY;COUNT=9' },
    { dueAt: due.dueAt, repeat: 'FREQ=WEEKLY' },
    { dueAt: at(-24 * 366 * 30), repeat: 'FREQ=DAILY' },
  ])
    await expect(jiyoung.call.reminders.reopen({ id, wasDone: wrong })).rejects.toMatchObject(
      refused,
    );
  await expect(
    jiyoung.call.reminders.reopen({ id, wasDone: { dueAt: at(1), repeat: 'often' } }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  expect((await minsu.call.reminders.get({ id })).item).toEqual(next);
});

test('what was given another time since, stays at that time', async () => {
  const repeat = 'FREQ=DAILY';
  const { app, minsu, id, due } = await dueForBoth({ repeat });
  await using _ = app;
  const { item: next } = await minsu.call.reminders.complete({ id });
  const patch = { dueAt: at(30) };
  await minsu.call.reminders.update({ id, version: next.version, patch });
  const wasDone = { dueAt: due.dueAt, repeat };
  await expect(minsu.call.reminders.reopen({ id, wasDone })).rejects.toMatchObject({
    facts: { reason: 'changed_since' },
  });
  expect((await minsu.call.reminders.get({ id })).item.dueAt).toEqual(at(30));
});
