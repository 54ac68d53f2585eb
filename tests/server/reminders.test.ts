import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { audit } from '#db/schema/audit.ts';
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

test('a reminder somebody sets for themselves is stored, answered and told to nobody else', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const feeds = { minsu: minsu.feed(), jiyoung: jiyoung.feed() };
  const mutationId = newId();

  const { item, asOf } = await call(minsu, { mutationId });

  expect(item).toEqual({
    id: item.id,
    title: '거래처 전화',
    dueAt: at(1),
    repeat: null,
    warnMinutes: null,
    subject: null,
    ownerId: minsu.id,
    forUserIds: [minsu.id],
    forTeamId: null,
    state: 'scheduled',
    firedAt: null,
    teamUserIds: [],
    mySnoozedUntil: null,
    doneBy: null,
    doneAt: null,
    version: 1,
  });
  expect((await minsu.call.reminders.get({ id: item.id })).item).toEqual(item);
  expect((await minsu.call.reminders.list()).items).toEqual([item]);
  expect(await feeds.minsu.changes()).toMatchObject([
    { kind: 'reminder.created', id: item.id, data: item, mutationId, actorId: minsu.id },
  ]);
  expect(feeds.minsu.position).toBe(asOf);
  expect(await feeds.jiyoung.changes()).toEqual([]);
  await expect(jiyoung.call.reminders.get({ id: item.id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('setting the same reminder twice sets it once, and an id in use is refused without content', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const feed = minsu.feed();
  const { item } = await call(minsu);
  expect((await call(minsu, { id: item.id, title: '다른 것' })).item).toEqual(item);
  expect(await feed.changes()).toHaveLength(1);
  const refusal = await call(jiyoung, { id: item.id }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'CONFLICT', facts: { reason: 'id_in_use' } });
  expect(refusal).not.toHaveProperty('facts.current');
  expect(await feed.changes()).toHaveLength(1);
});

test('the same reminder sent twice at once is there once', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const feed = minsu.feed();
  const id = newId();
  const made = await Promise.all([1, 2, 3, 4].map(() => call(minsu, { id })));
  for (const { item } of made) expect(item).toEqual(made[0]?.item);
  expect(await feed.changes()).toHaveLength(1);
});

test('a reminder for a colleague and one for a team reach those they are for', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const boss = await app.person('boss');
  const feeds = { jiyoung: jiyoung.feed(), harin: harin.feed() };
  const colleague = await call(boss, { forUserIds: [jiyoung.id] });
  const team = await call(boss, { forTeamId: minsu.viewer.teamId });
  expect((await jiyoung.call.reminders.list()).items.map(({ id }) => id).toSorted()).toEqual(
    [colleague.item.id, team.item.id].toSorted(),
  );
  expect(await feeds.harin.changes()).toMatchObject([
    { kind: 'reminder.created', id: team.item.id, data: { title: '거래처 전화' } },
  ]);
  expect(await feeds.jiyoung.changes()).toHaveLength(2);
  expect((await boss.call.reminders.banner()).items).toEqual([]);
});

test('nobody is reminded who is not there: unknown and former colleagues and teams are refused', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  await expect(call(minsu, { forUserIds: [newId()] })).rejects.toMatchObject({
    facts: { reason: 'person_not_found' },
  });
  await expect(call(minsu, { forTeamId: newId() })).rejects.toMatchObject({
    facts: { reason: 'team_not_found' },
  });
});

test('two edits of different fields merge; of the same field the later one is a conflict with the current row', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const feed = minsu.feed();
  const { item } = await call(minsu);
  const { id, version } = item;
  await minsu.call.reminders.update({ id, version, patch: { title: '은행 전화' } });
  const { item: merged } = await minsu.call.reminders.update({
    id,
    version,
    patch: { repeat: 'freq=daily' },
  });
  expect(merged).toMatchObject({ title: '은행 전화', repeat: 'FREQ=DAILY', version: 3 });
  const refusal = await minsu.call.reminders
    .update({ id, version, patch: { title: '세무서 전화' } })
    .catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    code: 'CONFLICT',
    facts: { reason: 'field_conflict', current: merged },
  });
  const same = await minsu.call.reminders.update({ id, version, patch: { title: '은행 전화' } });
  expect(same.item).toEqual(merged);
  expect((await feed.changes()).map((event) => event.kind)).toEqual([
    'reminder.created',
    'reminder.changed',
    'reminder.changed',
  ]);
});

test('removed, it is gone for everybody it was for', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await call(minsu, { forUserIds: [jiyoung.id] });
  await fallDue(app, minsu, item.id);
  expect((await jiyoung.call.reminders.banner()).items).toHaveLength(1);
  await app.settled();
  const feed = jiyoung.feed();
  await minsu.call.reminders.remove({ id: item.id });
  expect(await feed.changes()).toMatchObject([
    { kind: 'reminder.removed', id: item.id, gone: true },
  ]);
  expect((await jiyoung.call.reminders.banner()).items).toEqual([]);
  expect((await minsu.call.reminders.list()).items).toEqual([]);
  await expect(minsu.call.reminders.remove({ id: item.id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('brought back by its owner, it is there for everybody again, and falls due again', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await call(minsu, { forUserIds: [jiyoung.id] });
  const { id } = item;
  await fallDue(app, minsu, id);
  await minsu.call.reminders.remove({ id });
  const boss = await app.person('boss', { role: 'admin' });
  await app.settled();
  const feed = jiyoung.feed();
  for (const person of [jiyoung, boss])
    await expect(person.call.reminders.restore({ id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  const { item: back } = await minsu.call.reminders.restore({ id });
  expect(back).toEqual({ ...item, version: 4 });
  await eventually(async () =>
    expect((await jiyoung.call.reminders.banner()).items).toMatchObject([{ id, state: 'due' }]),
  );
  expect(await feed.changes()).toMatchObject([
    { kind: 'reminder.created', id, data: { title: '거래처 전화' } },
    { kind: 'reminder.due', id },
  ]);
  expect((await minsu.call.reminders.restore({ id })).item).toMatchObject({ version: 5 });
  await expect(jiyoung.call.reminders.restore({ id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('a list is paged by when it is due, filtered by state and time, and the done ones come last done first', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const ids: string[] = [];
  for (const hours of [3, 1, 2]) ids.push((await call(minsu, { dueAt: at(hours) })).item.id);
  const [third, first, second] = ids;
  const page = await minsu.call.reminders.list({ limit: 2 });
  expect(page.items.map(({ id }) => id)).toEqual([first, second]);
  const rest = await minsu.call.reminders.list({ limit: 2, cursor: page.nextCursor ?? '' });
  expect(rest).toMatchObject({ items: [{ id: third }], nextCursor: null });
  const between = await minsu.call.reminders.list({ from: at(2), to: at(3) });
  expect(between.items.map(({ id }) => id)).toEqual([second]);
  for (const id of [second, first]) {
    app.clock.advance(1000);
    await minsu.call.reminders.complete({ id: id ?? '' });
  }
  const done = await minsu.call.reminders.list({ state: 'done', sort: 'done', limit: 1 });
  expect(done.items.map(({ id }) => id)).toEqual([first]);
  const before = await minsu.call.reminders.list({
    state: 'done',
    sort: 'done',
    cursor: done.nextCursor ?? '',
  });
  expect(before.items.map(({ id }) => id)).toEqual([second]);
  const open = await minsu.call.reminders.list({ state: ['scheduled', 'due'] });
  expect(open.items.map(({ id }) => id)).toEqual([third]);
});

test('the audit names ids and lengths, never what a reminder says', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { item } = await call(minsu, { title: '비밀 병원 예약' });
  await minsu.call.reminders.update({
    id: item.id,
    version: 1,
    patch: { title: '비밀 치과 예약' },
  });
  await fallDue(app, minsu, item.id);
  await minsu.call.reminders.snooze({ id: item.id, until: at(2) });
  await minsu.call.reminders.complete({ id: item.id });
  await minsu.call.reminders.reopen({ id: item.id });
  await minsu.call.reminders.remove({ id: item.id });
  await minsu.call.reminders.restore({ id: item.id });
  const lines = await app.db.read((tx) =>
    tx.select().from(audit).where(eq(audit.subjectId, item.id)),
  );
  expect(lines.map(({ label }) => label)).toEqual(
    expect.arrayContaining(
      ['create', 'update', 'due', 'snooze', 'complete', 'reopen', 'remove', 'restore'].map(
        (verb) => `reminder.${verb}`,
      ),
    ),
  );
  expect(lines.filter(({ line }) => line.includes('비밀'))).toEqual([]);
});
