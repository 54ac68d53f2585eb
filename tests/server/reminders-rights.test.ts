// Every procedure of reminders, asked by everybody who might ask.
import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { eventually } from '#tests/support/eventually.ts';
import { expectNoFullScan, recordStatements } from '#tests/support/explain.ts';
import { MONDAY_MORNING, testApp } from '#tests/support/test-app.ts';

const at = (minutes: number) => new Date(MONDAY_MORNING.getTime() + minutes * 60_000);

async function office(options: Parameters<typeof testApp>[0] = {}) {
  const app = await testApp(options);
  const { owner, recipient } = await app.people('owner', 'recipient');
  const stranger = await app.person('stranger');
  const admin = await app.person('admin', { role: 'admin' });
  const { item } = await owner.call.reminders.create({
    id: newId(),
    title: '전화',
    dueAt: at(1),
    forUserIds: [recipient.id],
  });
  app.clock.moveTo(at(1));
  await eventually(async () =>
    expect((await recipient.call.reminders.banner()).items).toHaveLength(1),
  );
  return { app, owner, recipient, stranger, admin, id: item.id };
}

type Call = Awaited<ReturnType<typeof office>>['owner']['call']['reminders'];
type Verdict = 'ok' | 'NOT_FOUND' | 'FORBIDDEN' | 'empty';

const queries: Record<
  string,
  { ask: (call: Call, id: string) => Promise<unknown>; stranger: Verdict }
> = {
  list: { ask: (call) => call.list(), stranger: 'empty' },
  get: { ask: (call, id) => call.get({ id }), stranger: 'NOT_FOUND' },
  banner: { ask: (call) => call.banner(), stranger: 'empty' },
};

const mutations: Record<
  string,
  { act: (call: Call, id: string) => Promise<unknown>; recipient: Verdict; owner: Verdict }
> = {
  update: {
    act: (call, id) => call.update({ id, version: 2, patch: { title: '다른' } }),
    recipient: 'FORBIDDEN',
    owner: 'ok',
  },
  complete: { act: (call, id) => call.complete({ id }), recipient: 'ok', owner: 'ok' },
  reopen: { act: (call, id) => call.reopen({ id }), recipient: 'ok', owner: 'ok' },
  snooze: {
    act: (call, id) => call.snooze({ id, until: at(9) }),
    recipient: 'ok',
    owner: 'FORBIDDEN',
  },
  remove: { act: (call, id) => call.remove({ id }), recipient: 'FORBIDDEN', owner: 'ok' },
};

async function verdictOf(asking: Promise<unknown>): Promise<string> {
  try {
    const answer = await asking;
    const isEmpty =
      typeof answer === 'object' &&
      answer !== null &&
      'items' in answer &&
      Array.isArray(answer.items) &&
      answer.items.length === 0;
    return isEmpty ? 'empty' : 'ok';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'a bug';
  }
}

test.for(Object.entries(queries))(
  '%s answers those it concerns, and tokens of theirs',
  async ([, { ask, stranger }]) => {
    const { app, id, ...people } = await office();
    await using _ = app;
    expect(await verdictOf(ask(app.nobody.reminders, id))).toBe('UNAUTHORIZED');
    expect(await verdictOf(ask(people.recipient.call.reminders, id))).toBe('ok');
    expect(await verdictOf(ask(people.recipient.withToken('read').reminders, id))).toBe('ok');
    expect(await verdictOf(ask(people.stranger.call.reminders, id))).toBe(stranger);
    expect(await verdictOf(ask(people.admin.call.reminders, id))).toBe(stranger);
  },
);

test.for(Object.entries(mutations))(
  '%s is for those who may, and changes nothing otherwise',
  async ([, { act, ...expected }]) => {
    const { app, id, ...people } = await office();
    await using _ = app;
    const before = (await people.owner.call.reminders.get({ id })).item;
    expect(await verdictOf(act(app.nobody.reminders, id))).toBe('UNAUTHORIZED');
    expect(await verdictOf(act(people.stranger.call.reminders, id))).toBe('NOT_FOUND');
    expect(await verdictOf(act(people.admin.call.reminders, id))).toBe('NOT_FOUND');
    expect(await verdictOf(act(people.recipient.withToken('read').reminders, id))).toBe(
      'FORBIDDEN',
    );
    expect(await verdictOf(act(people.owner.call.reminders, newId()))).toBe('NOT_FOUND');
    expect((await people.owner.call.reminders.get({ id })).item).toEqual(before);
    expect(await verdictOf(act(people.recipient.call.reminders, id))).toBe(expected.recipient);
    expect(await verdictOf(act(people.owner.withToken('write').reminders, id))).toBe(
      expected.owner,
    );
  },
);

test('creating needs somebody who may write', async () => {
  const { app, recipient } = await office();
  await using _ = app;
  const create = (call: Call) => call.create({ id: newId(), title: '새', dueAt: at(5) });
  expect(await verdictOf(create(app.nobody.reminders))).toBe('UNAUTHORIZED');
  expect(await verdictOf(create(recipient.withToken('read').reminders))).toBe('FORBIDDEN');
  expect(await verdictOf(create(recipient.withToken('write').reminders))).toBe('ok');
});

const malformed: [keyof Call, unknown][] = [
  ['get', { id: 'x' }],
  ['get', undefined],
  ['list', { state: 'late' }],
  ['list', { limit: 0 }],
  ['list', { limit: 201 }],
  ['list', { from: '2026-11-23' }],
  ['list', { cursor: 'x' }],
  ['list', { cursor: '[1e400,"a"]' }],
  ['list', { cursor: '[1,2]' }],
  ['list', { cursor: '["1","a"]' }],
  ['create', { id: newId(), title: '', dueAt: at(5) }],
  ['create', { id: newId(), title: 'a'.repeat(201), dueAt: at(5) }],
  ['create', { id: newId(), title: 'a\0', dueAt: at(5) }],
  ['create', { id: newId(), title: '전화', dueAt: new Date(Number.NaN) }],
  ['create', { id: newId(), title: '전화', dueAt: new Date(-1e15) }],
  ['create', { id: newId(), title: '전화', dueAt: at(5), repeat: 'FREQ=SECONDLY' }],
  ['create', { id: newId(), title: '전화', dueAt: new Date('1950-01-01'), repeat: 'FREQ=DAILY' }],
  [
    'create',
    { id: newId(), title: '전화', dueAt: at(5), subject: { kind: 'planet', id: newId() } },
  ],
  [
    'create',
    { id: newId(), title: '전화', dueAt: at(5), forUserIds: Array.from({ length: 101 }, newId) },
  ],
  ['update', { id: newId(), version: 0, patch: { title: 'a' } }],
  ['update', { id: newId(), version: 1, patch: {} }],
  ['complete', { id: newId(), dueAt: 'now' }],
  ['snooze', { id: newId() }],
  ['remove', {}],
];

test.for(malformed)('%s of %j is refused as malformed', async ([name, input]) => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const procedure = minsu.call.reminders[name] as (input: unknown) => Promise<unknown>;
  expect(await verdictOf(procedure(input))).toBe('BAD_REQUEST');
});

test('one who leaves a team stops seeing and hearing of its reminders', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await minsu.call.reminders.create({
    id: newId(),
    title: '전화',
    dueAt: at(1),
    forTeamId: minsu.viewer.teamId,
  });
  app.clock.moveTo(at(1));
  await eventually(async () =>
    expect((await jiyoung.call.reminders.banner()).items).toHaveLength(1),
  );
  const admin = await app.person('admin', { role: 'admin' });
  const other = await app.team('others');
  await app.settled();
  const feed = jiyoung.feed();
  await admin.call.admin.users.update({ id: jiyoung.id, patch: { teamId: other.id } });
  const moved = jiyoung.as({ teamId: other.id });
  await app.settled();
  expect((await moved.call.reminders.banner()).items).toEqual([]);
  expect((await moved.call.reminders.list()).items).toEqual([]);
  await minsu.call.reminders.complete({ id: item.id });
  const heard = (await feed.changes()).filter((event) => event.feature === 'reminders');
  expect(heard).toEqual([]);
});

test('every question about reminders is answered from an index', async () => {
  const seen = recordStatements();
  const { app, recipient, id } = await office({ onStatement: seen.add });
  await using _ = app;
  seen.take();
  const { call } = recipient;
  await call.reminders.list();
  await call.reminders.list({ state: ['scheduled', 'due'], from: at(0), to: at(100) });
  const cursor = JSON.stringify([0, id]);
  await call.reminders.list({ state: 'done', sort: 'done', cursor });
  await call.reminders.get({ id });
  await call.reminders.snooze({ id, until: at(2) });
  await call.reminders.banner();
  app.clock.moveTo(at(2));
  await eventually(async () => expect((await call.reminders.banner()).items).toHaveLength(1));
  const asked = seen.take().filter(({ sql }) => /^(select|update)\b.*reminder/i.test(sql));
  expect(asked.length).toBeGreaterThan(8);
  for (const statement of asked) await expectNoFullScan(app.db, statement);
});
