// Whatever happens while the search is open: what it shows is what a fresh answer says, and it asks again only when it
// must.
import { expect, test } from 'vitest';
import { isPostgres } from '#db/schema/kit.ts';
import { newId } from '#server/new-id.ts';
import { newGroup, say } from '#tests/support/chat-rooms.ts';
import { newPromotion } from '#tests/support/new-promotion.ts';
import { randomOf } from '#tests/support/random-of.ts';
import { screen, Screens } from '#tests/support/screens.ts';
import { testApp } from '#tests/support/test-app.ts';

const TITLES = ['견적서', '견적 확인', '새 견적서', '회의', '견본', 'jiyoung 견적'];
const QUERIES = [
  ...['견적', 'ㄱㅈ', '회의', 'j', ''].map((text) => screen('search.all', { text })),
  screen('search.all', { text: '견적', limit: 1 }),
  screen('search.all', { text: '견', kinds: ['task', 'message'] }),
  screen('search.all', { text: 'm', kinds: ['room', 'person'], limit: 1 }),
];
const RUNS = isPostgres ? 1 : 2;
const ACTS = isPostgres ? 20 : 50;

test.each(Array.from({ length: RUNS }, (_, at) => at))(
  'random acts of three people leave every search as a fresh one (%i)',
  async (seed) => {
    await using app = await testApp();
    const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
    const { harin } = await app.people('harin');
    const people = [minsu, jiyoung, harin];
    const teamId = minsu.viewer.teamId ?? '';
    const roomId = await newGroup(minsu, jiyoung);
    const ids = {
      task: [] as string[],
      reminder: [] as string[],
      promotion: [] as string[],
      message: [] as string[],
    };
    const things = () => [
      ...ids.task.slice(-5).map((id) => ({ kind: 'task' as const, id })),
      ...ids.reminder.slice(-5).map((id) => ({ kind: 'reminder' as const, id })),
    ];
    const dueAt = new Date('2027-03-01T00:00:00Z');
    const random = randomOf(seed);
    for (const title of TITLES) {
      const id = newId();
      ids.task.push(id);
      await minsu.call.tasks.create({ id, title, teamId });
    }
    const screens: Screens[] = [];
    const queries = [...QUERIES, screen('search.lookUp', { things: things() })];
    for (const person of people) screens.push(await Screens.open(app, person, queries));
    const acts = {
      task: async () => {
        const id = newId();
        ids.task.push(id);
        await random.of(people).call.tasks.create({ id, title: random.of(TITLES), teamId });
      },
      taskTitle: () =>
        random.of(people).call.tasks.update({
          id: random.of(ids.task),
          version: 1_000_000,
          patch: { title: random.of(TITLES) },
        }),
      assign: () =>
        random.of(people).call.tasks.update({
          id: random.of(ids.task),
          version: 1_000_000,
          patch: { assigneeId: random.of([harin.id, jiyoung.id, null]) },
        }),
      comment: () =>
        minsu.call.tasks.addComment({ id: newId(), taskId: random.of(ids.task), body: '견적' }),
      taskGone: () => minsu.call.tasks.remove({ id: random.of(ids.task) }),
      reminder: async () => {
        const id = newId();
        ids.reminder.push(id);
        const forUserIds = random.of([[], [harin.id], [jiyoung.id]]);
        await minsu.call.reminders.create({ id, title: random.of(TITLES), dueAt, forUserIds });
      },
      reminderDone: () =>
        random.of(people).call.reminders.complete({ id: random.of(ids.reminder) }),
      promotion: async () => {
        const made = { ...newPromotion(), title: random.of(TITLES) };
        ids.promotion.push(made.id);
        await harin.call.promotions.create(made);
      },
      promotionGone: () => harin.call.promotions.remove({ id: random.of(ids.promotion) }),
      say: async () => {
        const { item } = await say(random.of([minsu, jiyoung]), roomId, random.of(TITLES));
        ids.message.push(item.id);
      },
      unsay: () => minsu.call.chat.remove({ id: random.of(ids.message) }),
      newRoom: () => newGroup(random.of(people), random.of(people)),
      inRoom: () => minsu.call.chat.addMembers({ roomId, userIds: [harin.id] }),
      outOfRoom: () => minsu.call.chat.removeMember({ roomId, userId: harin.id }),
      roomTitle: () => minsu.call.chat.updateRoom({ roomId, title: random.of(TITLES) }),
      rename: () =>
        jiyoung.call.people.updateProfile({ name: random.of(['jiyoung', '견지영', 'mina']) }),
    };
    for (let no = 0; no < ACTS; no += 1) {
      app.clock.advance(1_000);
      await Promise.resolve(random.of(Object.values(acts))()).catch((error: unknown) =>
        expect(error).toMatchObject({
          code: expect.stringMatching(/NOT_FOUND|FORBIDDEN|BAD_REQUEST/),
        }),
      );
      for (const open of screens) await open.expectCurrent();
    }
    for (const open of screens) await open.close();
  },
  60_000,
);

test('what has nothing to do with what was looked for does not make it ask again', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const teamId = minsu.viewer.teamId ?? '';
  const roomId = await newGroup(minsu, jiyoung);
  const kinds = ['task' as const, 'promotion' as const, 'reminder' as const, 'message' as const];
  const open = await Screens.open(app, minsu, [screen('search.all', { text: '견적', kinds })]);
  await jiyoung.call.tasks.create({ id: newId(), title: '회의', teamId });
  await say(jiyoung, roomId, '안녕하세요');
  await jiyoung.call.promotions.create(newPromotion());
  await open.expectCurrent();
  expect([...open.askedAgain]).toEqual([]);
  await jiyoung.call.tasks.create({ id: newId(), title: '견적서', teamId });
  await open.expectCurrent();
  expect([...open.askedAgain]).toEqual(['search.all']);
  await open.close();
});
