import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { notifications } from '#db/schema/notifications.ts';
import { roomMembers } from '#db/schema/chat.ts';
import { topics } from '#server/live/audience.ts';
import { newId } from '#server/new-id.ts';
import { newGroup, say, talk } from '#tests/support/chat-rooms.ts';
import { expectNoFullScan, recordStatements } from '#tests/support/explain.ts';
import { newPromotion } from '#tests/support/new-promotion.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

const NOTHING = {
  tasks: 0,
  reminders: 0,
  promotions: 0,
  notifications: 0,
  otherNotices: 0,
  chat: 0,
  rooms: {},
};

async function countsOf(app: TestApp, person: Person) {
  await app.settled();
  const { asOf: _asOf, ...counts } = await person.call.nav.counts();
  return counts;
}

function taskFor(person: Person, given: { dueOn?: string | null; status?: 'done' } = {}) {
  return {
    id: newId(),
    title: '견적서 보내기',
    teamId: person.viewer.teamId ?? '',
    assigneeId: person.id,
    dueOn: '2026-11-23',
    ...given,
  };
}

test('nobody who is not signed in is told any numbers; a read-only token is', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');

  await expect(app.nobody.nav.counts()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  await expect(app.nobody.nav.onCounts()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  expect(await minsu.withToken('read').nav.counts()).toMatchObject(NOTHING);
});

test("tasks: one's own, open, due today or late", async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  for (const given of [
    { dueOn: '2026-11-23' },
    { dueOn: '2026-11-01' },
    { dueOn: '2026-11-24' },
    { dueOn: null },
    { status: 'done' as const },
  ])
    await jiyoung.call.tasks.create(taskFor(jiyoung, given));

  expect(await countsOf(app, jiyoung)).toEqual({ ...NOTHING, tasks: 2 });
  expect(await countsOf(app, minsu)).toEqual(NOTHING);
});

test('a task that is handed on moves from one badge to the other', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const task = taskFor(minsu);
  await minsu.call.tasks.create(task);
  expect(await countsOf(app, minsu)).toEqual({ ...NOTHING, tasks: 1 });

  const patch = { assigneeId: jiyoung.id };
  await minsu.call.tasks.update({ id: task.id, version: 1, patch });
  expect(await countsOf(app, minsu)).toEqual(NOTHING);
  const toldOfIt = { notifications: 1, otherNotices: 1 };
  expect(await countsOf(app, jiyoung)).toEqual({ ...NOTHING, ...toldOfIt, tasks: 1 });

  await minsu.call.tasks.remove({ id: task.id });
  expect(await countsOf(app, jiyoung)).toEqual(NOTHING);
});

test('promotions: starting today, ending today or tomorrow, not stopped, each once', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const days = [
    ['2026-11-23', '2026-11-23'],
    ['2026-11-23', null],
    [null, '2026-11-24'],
    ['2026-11-24', '2026-11-24'],
    ['2026-11-22', '2026-11-25'],
    ['2026-11-24', '2026-12-24'],
    [null, '2026-11-22'],
    [null, null],
  ] as const;
  for (const [startsOn, endsOn] of days)
    await minsu.call.promotions.create(newPromotion({ startsOn, endsOn }));
  expect(await countsOf(app, jiyoung)).toEqual({ ...NOTHING, promotions: 4 });

  const [first] = (await minsu.call.promotions.list({ on: '2026-11-23' })).items.filter(
    ({ endsOn }) => endsOn === '2026-11-23',
  );
  const stop = { id: first?.id ?? '', version: 1, patch: { stopped: true } };
  await minsu.call.promotions.update(stop);
  expect(await countsOf(app, jiyoung)).toEqual({ ...NOTHING, promotions: 3 });
});

test('chat: the sum of all rooms but the muted ones; each room says its own', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const [loud, quiet] = [await newGroup(minsu, jiyoung), await newGroup(minsu, jiyoung)];
  await talk(minsu, loud, 3);
  await talk(minsu, quiet, 2);
  await app.db.write({ actorId: jiyoung.id }, async (tx) => {
    await tx.update(roomMembers).set({ isMuted: true }).where(eq(roomMembers.roomId, quiet));
    const data = { roomId: quiet, userId: jiyoung.id, member: null };
    tx.emit({
      feature: 'chat',
      kind: 'member.changed',
      id: quiet,
      version: 2,
      audience: [topics.user(jiyoung.id)],
      data,
    });
    tx.audit('test.mute', { kind: 'room', id: quiet });
  });

  const rooms = { [loud]: 3, [quiet]: 2 };
  expect(await countsOf(app, jiyoung)).toEqual({ ...NOTHING, chat: 3, rooms });
  expect(await countsOf(app, minsu)).toEqual(NOTHING);
  await jiyoung.call.chat.markRead({ roomId: loud, no: 2 });
  const left = { [loud]: 1, [quiet]: 2 };
  expect(await countsOf(app, jiyoung)).toEqual({ ...NOTHING, chat: 1, rooms: left });
});

test('notifications: the unread ones of that person', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  await app.db.write({ actorId: minsu.id }, async (tx) => {
    for (const readAt of [null, null, tx.now]) {
      const id = newId();
      const subject = { subjectKind: 'task', subjectId: newId(), actorId: minsu.id, facts: {} };
      const row = { id, userId: jiyoung.id, kind: 'assigned', version: 1, ...subject };
      await tx.insert(notifications).values({ ...row, createdAt: tx.now, readAt });
    }
    tx.audit('test.notify', { kind: 'person', id: jiyoung.id });
  });

  const unread = { notifications: 2, otherNotices: 2 };
  expect(await countsOf(app, jiyoung)).toEqual({ ...NOTHING, ...unread });
  expect(await countsOf(app, minsu)).toEqual(NOTHING);
});

test('reminders: due for that person; the day that begins makes tasks late', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const dueAt = new Date('2026-11-23T02:00:00Z');
  const forUserIds = [jiyoung.id];
  await minsu.call.reminders.create({ id: newId(), title: '전화', dueAt, forUserIds });
  await jiyoung.call.tasks.create(taskFor(jiyoung, { dueOn: '2026-11-24' }));
  expect(await countsOf(app, jiyoung)).toEqual(NOTHING);

  app.clock.moveTo(dueAt);
  await expect.poll(() => countsOf(app, jiyoung)).toEqual({ ...NOTHING, reminders: 1 });
  app.clock.moveTo(new Date('2026-11-23T15:00:00Z'));
  await expect.poll(() => countsOf(app, jiyoung)).toEqual({ ...NOTHING, reminders: 1, tasks: 1 });
  expect(await countsOf(app, minsu)).toEqual(NOTHING);
});

test('the numbers cost the same few statements, each from an index, however much there is', async () => {
  const seen = recordStatements();
  await using app = await testApp({ onStatement: seen.add });
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const statementsOf = async (person: Person) => {
    await app.settled();
    await person.call.tasks.create(taskFor(jiyoung));
    await app.settled();
    seen.take();
    await jiyoung.call.nav.counts();
    return seen.take().filter(({ sql }) => !/events|epoch/.test(sql));
  };
  const few = await statementsOf(minsu);

  for (let at = 0; at < 20; at += 1) {
    const roomId = await newGroup(minsu, jiyoung);
    await say(minsu, roomId, '안녕하세요');
    await minsu.call.tasks.create(taskFor(jiyoung));
    await minsu.call.promotions.create(newPromotion({ startsOn: '2026-11-23' }));
  }
  const many = await statementsOf(minsu);

  expect(few.length).toBeLessThanOrEqual(4);
  expect(many.map(({ sql }) => sql)).toEqual(few.map(({ sql }) => sql));
  await jiyoung.call.nav.counts();
  expect(seen.take().filter(({ sql }) => /tasks|promotions/.test(sql))).toEqual([]);
  for (const statement of many) await expectNoFullScan(app.db, statement, ['counted']);
});
