// No badge that sticks: whatever five people do, in whatever order, the cached numbers and the pushed ones are those that
// can be counted by hand.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPostgres } from '#db/schema/kit.ts';
import { newId } from '#server/new-id.ts';
import { followCounts } from '#server/nav/nav.service.ts';
import { newGroup } from '#tests/support/chat-rooms.ts';
import { countsByHand } from '#tests/support/counts-by-hand.ts';
import { eventually } from '#tests/support/eventually.ts';
import { newPromotion } from '#tests/support/new-promotion.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;
type Office = {
  app: TestApp;
  people: Person[];
  taskIds: string[];
  roomIds: string[];
  reminderIds: string[];
  promotionIds: string[];
};
/** Two numbers that pick from whatever there is. */
type Pick = { me: Person; one: number; other: number };

const DAYS = [null, '2026-11-22', '2026-11-23', '2026-11-24'];
const HOUR_MS = 3_600_000;

function of<T>(list: readonly T[], which: number): T {
  const chosen = list[which % list.length];
  if (chosen === undefined) throw new Error('an act needs something to act on');
  return chosen;
}

const ACTS: ((office: Office, pick: Pick) => Promise<unknown>)[] = [
  ({ taskIds, people }, { me, one, other }) => {
    taskIds.push(newId());
    const assigneeId = of([null, ...people.map(({ id }) => id)], one);
    const given = { id: taskIds.at(-1) ?? '', title: '일', teamId: me.viewer.teamId ?? newId() };
    return me.call.tasks.create({ ...given, assigneeId, dueOn: of(DAYS, other) });
  },
  ({ taskIds, people }, { me, one, other }) => {
    const patch = of(
      [
        { status: 'done' as const },
        { status: 'doing' as const },
        { dueOn: of(DAYS, other) },
        { assigneeId: of(people, other).id },
        { assigneeId: null },
      ],
      other,
    );
    return me.call.tasks.update({ id: of(taskIds, one), version: 1_000_000, patch });
  },
  ({ taskIds }, { me, one }) => me.call.tasks.remove({ id: of(taskIds, one) }),
  ({ taskIds }, { me, one }) => me.call.tasks.restore({ id: of(taskIds, one) }),
  async ({ roomIds, people }, { me, one }) => {
    roomIds.push(await newGroup(me, of(people, one)));
  },
  ({ roomIds }, { me, one }) =>
    me.call.chat.send({ id: newId(), roomId: of(roomIds, one), body: '네' }),
  ({ roomIds }, { me, one }) =>
    me.call.chat.send({ id: newId(), roomId: of(roomIds, one), body: '네' }),
  ({ roomIds, people }, { me, one, other }) =>
    me.call.chat.send({
      id: newId(),
      roomId: of(roomIds, one),
      body: '봐 주세요',
      mentionIds: [of(people, other).id],
      mentionsAll: other % 5 === 0,
    }),
  ({ taskIds, people }, { me, one, other }) =>
    me.call.tasks.addComment({
      id: newId(),
      taskId: of(taskIds, one),
      body: '봐 주세요',
      mentionIds: [of(people, other).id],
    }),
  async (_, { me, one }) => {
    const { items } = await me.call.notifications.list({ limit: 200 });
    const ids = [of(items, one).id];
    return one % 3 === 0
      ? me.call.notifications.markUnread({ ids })
      : me.call.notifications.markRead({ ids });
  },
  (_, { me }) => me.call.notifications.markAllRead(),
  ({ roomIds }, { me, one, other }) =>
    me.call.chat.markRead({ roomId: of(roomIds, one), no: other % 6 }),
  ({ roomIds, people }, { me, one, other }) =>
    me.call.chat.addMembers({ roomId: of(roomIds, one), userIds: [of(people, other).id] }),
  ({ roomIds }, { me, one }) => me.call.chat.leave({ roomId: of(roomIds, one) }),
  ({ reminderIds, people, app }, { me, one, other }) => {
    reminderIds.push(newId());
    const dueAt = new Date(app.clock.now().getTime() + ((other % 4) - 1) * HOUR_MS);
    const who = one % 3 === 0 ? { forTeamId: me.viewer.teamId } : {};
    const id = reminderIds.at(-1) ?? '';
    const forUserIds = one % 2 === 0 ? [of(people, other).id] : [];
    return me.call.reminders.create({ id, title: '전화', dueAt, forUserIds, ...who });
  },
  ({ reminderIds }, { me, one }) => me.call.reminders.complete({ id: of(reminderIds, one) }),
  ({ reminderIds }, { me, one }) => me.call.reminders.reopen({ id: of(reminderIds, one) }),
  ({ reminderIds }, { me, one }) => me.call.reminders.remove({ id: of(reminderIds, one) }),
  ({ reminderIds, app }, { me, one }) =>
    me.call.reminders.snooze({
      id: of(reminderIds, one),
      until: new Date(app.clock.now().getTime() + HOUR_MS),
    }),
  ({ promotionIds }, { me, one, other }) => {
    const given = newPromotion({ startsOn: of(DAYS, one), endsOn: of(DAYS, other) });
    promotionIds.push(given.id);
    return me.call.promotions.create(given);
  },
  ({ promotionIds }, { me, one, other }) => {
    const patch = of(
      [{ stopped: true }, { stopped: false }, { endsOn: of(DAYS, other) }, { title: '새 이름' }],
      other,
    );
    return me.call.promotions.update({ id: of(promotionIds, one), version: 1_000_000, patch });
  },
  ({ promotionIds }, { me, one }) => me.call.promotions.remove({ id: of(promotionIds, one) }),
  async ({ app }) => app.clock.advance(HOUR_MS),
];

const acts = fc.array(
  fc.record({ act: fc.nat(ACTS.length - 1), who: fc.nat(4), one: fc.nat(500), other: fc.nat(500) }),
  isPostgres ? { minLength: 25, maxLength: 25 } : { minLength: 90, maxLength: 90 },
);

async function openOffice(app: TestApp): Promise<Office> {
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const others = await app.people('seojun', 'admin');
  const people = [minsu, jiyoung, harin, others.seojun, others.admin];
  return { app, people, taskIds: [], roomIds: [], reminderIds: [], promotionIds: [] };
}

const REFUSED = /NOT_FOUND|FORBIDDEN|BAD_REQUEST|PRECONDITION_FAILED|CONFLICT/;

test.each(
  fc.sample(acts, { numRuns: isPostgres ? 1 : 4, seed: 20_261_124 }).map((a, i) => [i, a] as const),
)(
  'after random acts of five people every number is what can be counted by hand (%i)',
  async (_, todo) => {
    await using app = await testApp();
    const office = await openOffice(app);
    const abort = new AbortController();
    const pushed = new Map<string, unknown>();
    const reading = office.people.map(async ({ id, viewer }) => {
      for await (const { asOf: _asOf, ...counts } of followCounts(app.deps, viewer, abort.signal))
        pushed.set(id, counts);
    });
    for (const { act, who, one, other } of todo) {
      const me = of(office.people, who);
      const done = (async () => of(ACTS, act)(office, { me, one, other }))();
      await done.catch((error: unknown) => {
        const isEmpty = error instanceof Error && error.message.startsWith('an act needs');
        if (!isEmpty) expect(error).toMatchObject({ code: expect.stringMatching(REFUSED) });
      });
      await eventually(async () => {
        await app.settled();
        for (const person of office.people) {
          const { asOf: _asOf, ...counts } = await person.call.nav.counts();
          expect(counts, person.viewer.name).toEqual(await countsByHand(app, person));
        }
      });
    }
    for (const person of office.people) {
      const expected = await countsByHand(app, person);
      await eventually(() => expect(pushed.get(person.id)).toEqual(expected));
    }
    abort.abort();
    await Promise.all(reading);
  },
  60_000,
);
