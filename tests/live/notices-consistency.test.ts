// Whatever calls people, is read, taken back or lost from sight: the inbox of each of them, kept current by events alone,
// is what a fresh answer says, and the number on the bell is what it holds.
import { eq } from 'drizzle-orm';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPostgres } from '#db/schema/kit.ts';
import { people } from '#db/schema/people.ts';
import { reminders } from '#db/schema/reminders.ts';
import { newId } from '#server/new-id.ts';
import { noticeEarlyWarning } from '#server/notifications/notifications.clock.ts';
import { isFor } from '#server/reminders/reminders.policy.ts';
import { newGroup } from '#tests/support/chat-rooms.ts';
import { eventually } from '#tests/support/eventually.ts';
import { randomOf } from '#tests/support/random-of.ts';
import { screen, Screens } from '#tests/support/screens.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

const RUNS = isPostgres ? 2 : 4;
const ACTS = isPostgres ? 30 : 60;
const ALL = { limit: 200 };
const QUERIES = [
  screen('notifications.list', ALL),
  screen('notifications.list', { ...ALL, unread: true }),
  screen('notifications.list', { ...ALL, unread: true, urgent: true }),
  screen('notifications.list', { ...ALL, snoozed: true }),
];

type Person = Awaited<ReturnType<TestApp['person']>>;
type Office = {
  app: TestApp;
  everybody: Person[];
  teamIds: string[];
  roomIds: string[];
  taskIds: string[];
  reminderIds: string[];
  random: ReturnType<typeof randomOf>;
};

async function openOffice(app: TestApp, seed: number): Promise<Office> {
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const others = await app.team('others');
  const doyun = await app.person('doyun', { teamId: others.id });
  const admin = await app.person('admin', { role: 'admin', teamId: null });
  const everybody = [minsu, jiyoung, doyun, admin];
  const roomIds = [await newGroup(minsu, jiyoung, doyun), await newGroup(jiyoung, minsu, admin)];
  const teamIds = [minsu.viewer.teamId ?? '', others.id];
  const taskIds = [newId(), newId()];
  for (const id of taskIds)
    await minsu.call.tasks.create({ id, title: '견적', teamId: teamIds[0] ?? '' });
  const reminderIds = [newId(), newId()];
  for (const id of reminderIds) await minsu.call.reminders.create({ ...reminder(teamIds), id });
  await app.settled();
  return { app, everybody, teamIds, roomIds, taskIds, reminderIds, random: randomOf(seed) };
}

function reminder([forTeamId = null]: (string | null)[]) {
  return { title: '회의', dueAt: new Date('2026-12-23T01:00:00Z'), forTeamId };
}

const REFUSED = /NOT_FOUND|FORBIDDEN|PRECONDITION_FAILED|CONFLICT/;

async function actAtRandom(office: Office): Promise<void> {
  const { app, everybody, teamIds, roomIds, taskIds, random } = office;
  const { call } = random.of(everybody);
  const [roomId, taskId] = [random.of(roomIds), random.of(taskIds)];
  const [someone, other] = [random.of(everybody).id, random.of(everybody).id];
  const patch = (patched: Parameters<typeof call.tasks.update>[0]['patch']) =>
    call.tasks.update({ id: taskId, version: 1_000_000, patch: patched });
  const ownNotice = async () => {
    const { items } = await call.notifications.list(ALL);
    return items.length === 0 ? [newId()] : [random.of(items).id];
  };
  const say = async () => {
    const { items } = await call.chat.messages({ roomId });
    await call.chat.send({
      id: newId(),
      roomId,
      body: '봐 주세요',
      mentionIds: random.of([[someone], [someone], []]),
      isUrgent: random.of([true, false, false]),
      mentionsAll: random.of([true, false, false]),
      replyToId: random.of([null, ...items.map(({ id }) => id)]),
    });
  };
  const mine = async () => {
    const said: { id: string; version: number }[] = (await call.chat.messages({ roomId })).items;
    return random.of(said.length === 0 ? [{ id: newId(), version: 1 }] : said);
  };
  const reminderId = random.of(office.reminderIds);
  const remind = (patched: Parameters<typeof call.reminders.update>[0]['patch']) =>
    call.reminders.update({ id: reminderId, version: 1_000_000, patch: patched });
  const acts: (() => Promise<unknown>)[] = [
    () => warn(office, reminderId),
    () => warn(office, reminderId),
    () => remind({ title: `회의 ${newId()}` }),
    () => remind({ forTeamId: random.of(teamIds) }),
    () => remind({ forTeamId: null, forUserIds: [someone] }),
    () => call.reminders.remove({ id: reminderId }),
    () => call.reminders.restore({ id: reminderId }),
    () => call.tasks.move({ id: taskId, status: random.of(['todo', 'doing', 'done']) }),
    () => call.tasks.bulkUpdate({ ids: taskIds, patch: { assigneeId: someone } }),
    say,
    say,
    say,
    () => call.tasks.addComment({ id: newId(), taskId, body: '네', mentionIds: [someone, other] }),
    () => call.tasks.addComment({ id: newId(), taskId, body: '네', mentionIds: [someone] }),
    async () => call.chat.edit({ ...(await mine()), body: `고친 말 ${newId()}` }),
    async () => call.chat.remove({ id: (await mine()).id }),
    () => call.chat.markRead({ roomId, no: random.of([1, 3, 6, 100]) }),
    () => call.chat.setMine({ roomId, notify: random.of(['all', 'mentions', 'nothing']) }),
    () => call.chat.leave({ roomId }),
    () => everybodyIn(office, roomId),
    () => patch({ title: `견적 ${newId()}` }),
    () => patch({ assigneeId: random.of([someone, null]) }),
    () => patch({ watcherIds: random.of([[someone], []]) }),
    () => patch({ teamId: random.of(teamIds) }),
    () => call.tasks.bulkUpdate({ ids: taskIds, patch: { teamId: random.of(teamIds) } }),
    () => call.tasks.remove({ id: taskId }),
    () => call.tasks.restore({ id: taskId }),
    async () => call.notifications.markRead({ ids: await ownNotice() }),
    async () => call.notifications.markUnread({ ids: await ownNotice() }),
    () => call.notifications.markAllRead(),
    async () => snooze(call, await ownNotice(), office),
    async () => snooze(call, await ownNotice(), office),
    async () => {
      const { items } = await call.notifications.list({ ...ALL, snoozed: true });
      if (items.length > 0) await call.notifications.unsnooze({ ids: [random.of(items).id] });
    },
    async () => {
      const { ids } = await call.notifications.markAllRead();
      if (ids.length > 0) await call.notifications.markUnread({ ids });
    },
  ];
  try {
    await random.of(acts)();
  } catch (error) {
    expect(error).toMatchObject({ code: expect.stringMatching(REFUSED) });
  }
  await app.settled();
}

/** Some come back soon, some never. */
function snooze({ notifications }: Person['call'], ids: string[], { app, random }: Office) {
  const ms = app.clock.now().getTime() + random.of([1_500, 4_000, 3_600_000]);
  return notifications.snooze({ ids, until: new Date(ms) });
}

/** As the clock does, at any time, if it is there. */
async function warn({ app, random }: Office, reminderId: string): Promise<void> {
  const dueAt = new Date(Date.UTC(2026, 11, random.of([1, 2, 3])));
  await app.db.write({ actorId: null }, async (tx) => {
    const [row] = await tx.select().from(reminders).where(eq(reminders.id, reminderId));
    if (row === undefined || row.removedAt !== null) return;
    const all = await tx.select().from(people);
    const theirs = all.filter((person) => isFor(person, row)).map(({ id }) => id);
    await noticeEarlyWarning(tx, { ...row, dueAt }, theirs);
    tx.audit('test.warn', { kind: 'reminder', id: reminderId });
  });
}

/** So that there is always somebody to call. */
async function everybodyIn({ everybody }: Office, roomId: string): Promise<void> {
  const userIds = everybody.map(({ id }) => id);
  for (const { call } of everybody)
    await call.chat.addMembers({ roomId, userIds }).catch((error: unknown) => {
      expect(error).toMatchObject({ code: expect.stringMatching(REFUSED) });
    });
}

test.each(fc.sample(fc.integer(), { numRuns: RUNS, seed: 20_261_123 }))(
  'random calls among four people leave every inbox as a fresh one (%i)',
  async (seed) => {
    await using app = await testApp();
    const office = await openOffice(app, seed);
    const inboxes: Screens[] = [];
    for (const person of office.everybody) inboxes.push(await Screens.open(app, person, QUERIES));
    for (let act = 0; act < ACTS; act += 1) {
      app.clock.advance(random(office));
      await actAtRandom(office);
      for (const inbox of inboxes) await inbox.expectCurrent();
      for (const { call } of office.everybody)
        await eventually(async () => {
          const { items } = await call.notifications.list({ ...ALL, unread: true });
          expect((await call.nav.counts()).notifications).toBe(items.length);
        });
    }
    for (const inbox of inboxes) await inbox.close();
  },
  60_000,
);

/** Some things happen in the same millisecond. */
function random({ random: choose }: Office): number {
  return choose.of([0, 0, 1000]);
}

test('a page further down takes nothing newer than where it begins, and loses what is taken back', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const call = async () => {
    app.clock.advance(1000);
    const message = { id: newId(), roomId, body: '네', mentionIds: [jiyoung.id] };
    return (await minsu.call.chat.send(message)).item.id;
  };
  const ids = [await call(), await call(), await call(), await call()];
  await app.settled();
  const { nextCursor } = await jiyoung.call.notifications.list({ limit: 2 });
  const further = await Screens.open(app, jiyoung, [
    screen('notifications.list', { cursor: nextCursor ?? '', limit: 200 }),
  ]);
  await call();
  await minsu.call.chat.remove({ id: ids[0] ?? '' });
  await jiyoung.call.notifications.markAllRead();
  await app.settled();
  await further.expectCurrent();
  expect([...further.askedAgain]).toEqual([]);
  await further.close();
});
