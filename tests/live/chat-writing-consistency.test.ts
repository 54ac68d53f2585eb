// What is being written and what is to be sent later: the screens of all involved, kept current by events alone, are what
// fresh answers say.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { scheduledMessages } from '#db/schema/chat.ts';
import { isPostgres } from '#db/schema/kit.ts';
import { newId } from '#server/new-id.ts';
import { randomOf } from '#tests/support/random-of.ts';
import { screen, Screens } from '#tests/support/screens.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

const RUNS = isPostgres ? 1 : 3;
const ACTS = isPostgres ? 30 : 60;
const TENS = Array.from({ length: 10 }, (_, at) => at);

type Person = Awaited<ReturnType<TestApp['person']>>;

const seeds = fc.sample(fc.integer(), { numRuns: RUNS, seed: 20_261_123 });

test.each(seeds)(
  'random writing of three people leaves every screen as a fresh one (%i)',
  async (seed) => {
    await using app = await testApp();
    const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
    const everybody = [minsu, jiyoung, harin];
    const roomIds = [newId(), newId()];
    for (const id of roomIds)
      await minsu.call.chat.createRoom({ id, kind: 'group', memberIds: [jiyoung.id, harin.id] });
    await app.settled();
    const queries = [
      screen('chat.drafts', undefined),
      screen('chat.scheduled', undefined),
      screen('chat.rooms', undefined),
      ...roomIds.flatMap((id) => [
        screen('chat.room', { id }),
        screen('chat.messages', { roomId: id, limit: 200 }),
      ]),
    ];
    const screens: Screens[] = [];
    for (const person of everybody) screens.push(await Screens.open(app, person, queries));
    const random = randomOf(seed);
    for (let act = 0; act < ACTS; act += 1) {
      await actAtRandom(app, { everybody, roomIds, random });
      for (const open of screens) await open.expectCurrent();
    }
    for (const open of screens) await open.close();
  },
  60_000,
);

type Turn = { everybody: Person[]; roomIds: string[]; random: ReturnType<typeof randomOf> };

async function actAtRandom(app: TestApp, { everybody, roomIds, random }: Turn): Promise<void> {
  const { call, id } = random.of(everybody);
  const roomId = random.of(roomIds);
  const body = `${random.of(TENS)}번`;
  const { items } = await call.chat.scheduled();
  const known = items[0];
  const sendAt = new Date(app.clock.now().getTime() + random.of(TENS) * 10_000);
  const acts = [
    () => call.chat.saveDraft({ roomId, body: random.of([body, '']) }),
    () => call.chat.saveDraft({ roomId, body }),
    () => call.chat.send({ id: newId(), roomId, body }),
    () => call.chat.markRead({ roomId, no: random.of(TENS) * 5 }),
    () => call.chat.schedule({ id: newId(), roomId, body, sendAt }),
    () => call.chat.schedule({ id: newId(), roomId, body, sendAt }),
    async () => known && (await call.chat.cancelScheduled({ id: known.id })),
    async () => known && (await call.chat.updateScheduled({ ...known, body, sendAt })),
    () => call.chat.leave({ roomId }),
    () => random.of(everybody).call.chat.addMembers({ roomId, userIds: [id] }),
  ];
  try {
    await random.of(acts)();
  } catch (error) {
    expect(error).toMatchObject({
      code: expect.stringMatching(/NOT_FOUND|FORBIDDEN|PRECON|BAD_|CONFLICT/),
    });
  }
  app.clock.advance(5_000);
  await allSent(app);
  await app.settled();
}

/** The scheduler works by itself; until nothing is due any more. */
async function allSent(app: TestApp): Promise<void> {
  await expect
    .poll(
      () =>
        app.db.read(async (tx) => {
          const rows = await tx.select().from(scheduledMessages);
          return rows.filter((row) => row.failure === null && row.sendAt <= app.clock.now()).length;
        }),
      { interval: 5 },
    )
    .toBe(0);
}
