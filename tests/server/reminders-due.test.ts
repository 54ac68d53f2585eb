import { expect, test } from 'vitest';
import { reminderPeople } from '#db/schema/reminders.ts';
import { newId } from '#server/new-id.ts';
import { eventually } from '#tests/support/eventually.ts';
import { MONDAY_MORNING, testApp } from '#tests/support/test-app.ts';

type TestApp = Awaited<ReturnType<typeof testApp>>;
type TestPerson = Awaited<ReturnType<TestApp['person']>>;

const HOUR_MS = 3_600_000;
const at = (hours: number) => new Date(MONDAY_MORNING.getTime() + hours * HOUR_MS);

function call(person: TestPerson, more: object = {}) {
  return person.call.reminders.create({ id: newId(), title: '거래처 전화', dueAt: at(1), ...more });
}

/** Moves the clock and waits until the reminder has fallen due. */
async function fallDue(app: TestApp, person: TestPerson, id: string) {
  const { item } = await person.call.reminders.get({ id });
  app.clock.moveTo(item.dueAt);
  return eventually(async () => {
    const now = await person.call.reminders.get({ id });
    expect(now.item.state).toBe('due');
    return now.item;
  });
}

test('due, it stands in the banner of those it is for, with its original time', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await call(minsu, { forUserIds: [minsu.id, jiyoung.id] });
  expect((await jiyoung.call.reminders.banner()).items).toEqual([]);
  const due = await fallDue(app, minsu, item.id);
  expect(due).toMatchObject({ state: 'due', dueAt: at(1), version: 2 });
  expect((await jiyoung.call.reminders.banner()).items).toEqual([due]);
  expect((await minsu.call.reminders.banner()).items).toEqual([due]);
});

test('it fell due late only if it was missed, not if it was set or came back after its time', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { item } = await call(minsu);
  app.clock.moveTo(at(3));
  const due = (id: string) =>
    eventually(async () => {
      const now = await minsu.call.reminders.get({ id });
      expect(now.item.state).toBe('due');
      return now.item;
    });
  expect(await due(item.id)).toMatchObject({ dueAt: at(1), firedAt: at(3) });

  const past = await call(minsu, { dueAt: at(2) });
  expect(await due(past.item.id)).toMatchObject({ dueAt: at(2), firedAt: at(2) });

  await minsu.call.reminders.complete({ id: past.item.id });
  app.clock.moveTo(at(4));
  await minsu.call.reminders.reopen({ id: past.item.id });
  expect(await due(past.item.id)).toMatchObject({ dueAt: at(2), firedAt: at(2) });
  const { items } = await minsu.call.reminders.banner();
  expect(items.map(({ firedAt }) => firedAt)).toEqual([at(3), at(2)]);
});

test('of a team, those are reminded who were in it when it fell due', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const teamId = minsu.viewer.teamId ?? '';
  const { item } = await call(minsu, { forTeamId: teamId });
  const due = await fallDue(app, minsu, item.id);
  expect(due.teamUserIds).toEqual([minsu.id, jiyoung.id].toSorted());
  const newcomer = await app.person('newcomer', { teamId });
  expect((await newcomer.call.reminders.list()).items).toHaveLength(1);
  expect((await newcomer.call.reminders.banner()).items).toEqual([]);
  expect((await jiyoung.call.reminders.banner()).items).toEqual([due]);
});

test('snoozing takes it out of my banner alone, and only my own screens hear of it', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await call(minsu, { forUserIds: [minsu.id, jiyoung.id] });
  await fallDue(app, minsu, item.id);
  await app.settled();
  const feeds = { minsu: minsu.feed(), jiyoung: jiyoung.feed() };

  const snoozed = await jiyoung.call.reminders.snooze({ id: item.id, until: at(2) });

  expect(snoozed.item).toMatchObject({ state: 'due', mySnoozedUntil: at(2), version: 2 });
  expect((await jiyoung.call.reminders.banner()).items).toEqual([]);
  expect((await jiyoung.call.reminders.get({ id: item.id })).item.mySnoozedUntil).toEqual(at(2));
  expect((await minsu.call.reminders.banner()).items).toMatchObject([{ mySnoozedUntil: null }]);
  expect((await minsu.call.reminders.get({ id: item.id })).item.mySnoozedUntil).toBeNull();
  expect(await feeds.jiyoung.changes()).toMatchObject([
    { kind: 'reminder.snoozed', id: item.id, data: { mySnoozedUntil: at(2) } },
  ]);
  expect(await feeds.minsu.changes()).toEqual([]);
});

test('a snooze is refused before it is due, into the past, and by one it is not for', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await call(minsu, { forUserIds: [jiyoung.id] });
  const { id } = item;
  await expect(jiyoung.call.reminders.snooze({ id, until: at(2) })).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
  });
  await fallDue(app, minsu, id);
  await expect(jiyoung.call.reminders.snooze({ id, until: at(1) })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  await expect(minsu.call.reminders.snooze({ id, until: at(2) })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('done by one is done for all, with who and when, and leaves every banner', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await call(minsu, { forTeamId: minsu.viewer.teamId });
  await fallDue(app, minsu, item.id);
  await minsu.call.reminders.snooze({ id: item.id, until: at(9) });
  await app.settled();
  const feed = minsu.feed();

  const done = await jiyoung.call.reminders.complete({ id: item.id });

  expect(done.item).toMatchObject({ state: 'done', doneBy: jiyoung.id, doneAt: at(1), version: 3 });
  expect(await feed.changes()).toMatchObject([{ kind: 'reminder.done', data: done.item }]);
  expect((await minsu.call.reminders.get({ id: item.id })).item).toEqual(done.item);
  for (const person of [minsu, jiyoung])
    expect((await person.call.reminders.banner()).items).toEqual([]);
  expect((await minsu.call.reminders.complete({ id: item.id })).item).toEqual(done.item);
  expect(await feed.changes()).toHaveLength(1);
});

test('reopened, it is due again for everybody, also for those who had snoozed it', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await call(minsu, { forUserIds: [minsu.id, jiyoung.id] });
  await fallDue(app, minsu, item.id);
  await jiyoung.call.reminders.snooze({ id: item.id, until: at(9) });
  await minsu.call.reminders.complete({ id: item.id });
  const { item: open } = await minsu.call.reminders.reopen({ id: item.id });
  expect(open).toMatchObject({ state: 'scheduled', doneBy: null, doneAt: null });
  await eventually(async () =>
    expect((await jiyoung.call.reminders.banner()).items).toMatchObject([{ id: item.id }]),
  );
  expect((await minsu.call.reminders.reopen({ id: item.id })).item.state).toBe('due');
});

test('a repeating reminder goes on to its next time, once for each time it is done', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await call(minsu, {
    forTeamId: minsu.viewer.teamId,
    repeat: 'FREQ=DAILY;COUNT=3',
  });
  const due = await fallDue(app, minsu, item.id);

  const { item: next } = await minsu.call.reminders.complete({ id: item.id, dueAt: due.dueAt });

  expect(next).toMatchObject({
    state: 'scheduled',
    dueAt: at(25),
    repeat: 'FREQ=DAILY;COUNT=2',
    doneBy: minsu.id,
    doneAt: at(1),
    teamUserIds: [],
  });
  const again = await jiyoung.call.reminders.complete({ id: item.id, dueAt: due.dueAt });
  expect(again.item).toEqual(next);
  expect((await jiyoung.call.reminders.complete({ id: item.id })).item).toEqual(next);
  await fallDue(app, minsu, item.id);
  await minsu.call.reminders.complete({ id: item.id });
  await fallDue(app, minsu, item.id);
  expect((await minsu.call.reminders.complete({ id: item.id })).item.state).toBe('done');
});

test('falling due in between is no conflict with an edit of its title', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { item } = await call(minsu);
  await fallDue(app, minsu, item.id);
  const { item: edited } = await minsu.call.reminders.update({
    id: item.id,
    version: item.version,
    patch: { title: '은행 전화' },
  });
  expect(edited).toMatchObject({ title: '은행 전화', state: 'due', version: 3 });
});

test('given to somebody else while due, it leaves one banner and enters the other', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await call(minsu);
  const due = await fallDue(app, minsu, item.id);
  const patch = { forUserIds: [jiyoung.id] };
  await minsu.call.reminders.update({ id: item.id, version: due.version, patch });
  await eventually(async () =>
    expect((await jiyoung.call.reminders.banner()).items).toMatchObject([{ id: item.id }]),
  );
  expect((await minsu.call.reminders.banner()).items).toEqual([]);
});

test('given another time, it waits for that one', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { item } = await call(minsu);
  const due = await fallDue(app, minsu, item.id);
  await minsu.call.reminders.snooze({ id: item.id, until: at(1.5) });
  const moved = await minsu.call.reminders.update({
    id: item.id,
    version: due.version,
    patch: { dueAt: at(5) },
  });
  expect(moved.item).toMatchObject({ state: 'scheduled', dueAt: at(5), mySnoozedUntil: null });
  app.clock.moveTo(at(4.9));
  expect((await minsu.call.reminders.get({ id: item.id })).item.state).toBe('scheduled');
  expect(await fallDue(app, minsu, item.id)).toMatchObject({ dueAt: at(5) });
});

test('a team is taken again each time a repeating reminder falls due', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const teamId = minsu.viewer.teamId ?? '';
  const { item } = await call(minsu, { forTeamId: teamId, repeat: 'FREQ=DAILY' });
  await fallDue(app, minsu, item.id);
  const newcomer = await app.person('newcomer', { teamId });
  await minsu.call.reminders.complete({ id: item.id });
  const rows = await app.db.read((tx) => tx.select().from(reminderPeople));
  expect(rows).toEqual([]);
  const due = await fallDue(app, minsu, item.id);
  expect(due.teamUserIds).toEqual([minsu.id, newcomer.id].toSorted());
});

test('done by two at once, it is done once, and a repeating one goes on by one time', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const forTeamId = minsu.viewer.teamId;
  const once = await fallDue(app, minsu, (await call(minsu, { forTeamId })).item.id);
  const daily = await call(minsu, { forTeamId, repeat: 'FREQ=DAILY', dueAt: at(2) });
  const { dueAt } = await fallDue(app, minsu, daily.item.id);
  await app.settled();
  const feed = minsu.feed();
  const both = await Promise.all(
    [minsu, jiyoung].flatMap((person) => [
      person.call.reminders.complete({ id: once.id }),
      person.call.reminders.complete({ id: daily.item.id, dueAt }),
    ]),
  );
  expect(both[0]?.item).toEqual(both[2]?.item);
  expect(both[1]?.item).toEqual(both[3]?.item);
  expect(both[1]?.item.dueAt).toEqual(at(26));
  expect((await feed.changes()).map(({ kind }) => kind)).toEqual([
    'reminder.done',
    'reminder.done',
  ]);
});

test('two who edit the same field at once: one of them is told of a conflict', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { item } = await call(minsu);
  const { id, version } = item;
  const edits = ['은행 전화', '세무서 전화'].map((title) =>
    minsu.call.reminders.update({ id, version, patch: { title } }),
  );
  const ends = await Promise.allSettled(edits);
  expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await minsu.call.reminders.get({ id })).item.version).toBe(2);
});

test('put off and done at once, nothing is left of the snooze', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await call(minsu, { forTeamId: minsu.viewer.teamId });
  await fallDue(app, minsu, item.id);
  await Promise.allSettled([
    minsu.call.reminders.snooze({ id: item.id, until: at(3) }),
    jiyoung.call.reminders.complete({ id: item.id }),
  ]);
  const { item: done } = await minsu.call.reminders.get({ id: item.id });
  expect(done).toMatchObject({ state: 'done', mySnoozedUntil: null });
});

test('a done one that gets another time is to be done again', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { item } = await call(minsu);
  await minsu.call.reminders.complete({ id: item.id });
  const patch = { dueAt: at(5) };
  const { item: anew } = await minsu.call.reminders.update({ id: item.id, version: 2, patch });
  expect(anew).toMatchObject({ state: 'scheduled', doneBy: null, doneAt: null });
  expect((await minsu.call.reminders.complete({ id: item.id })).item.state).toBe('done');
});
