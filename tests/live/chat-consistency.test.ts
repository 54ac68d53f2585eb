// For every way a room can change: the screens of everybody who saw it before or sees it after, kept current by events
// alone, are what fresh answers say.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPostgres } from '#db/schema/kit.ts';
import { newId } from '#server/new-id.ts';
import { say } from '#tests/support/chat-rooms.ts';
import { messageActs } from '#tests/support/message-acts.ts';
import { screen, Screens } from '#tests/support/screens.ts';
import { storedFile } from '#tests/support/stored-file.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';
import { hideThePast } from '#tests/support/unseen-message.ts';

const RUNS = isPostgres ? 2 : 3;
const ACTS = isPostgres ? 40 : 80;
const LIMIT = 200;

type Person = Awaited<ReturnType<TestApp['person']>>;

function queriesOf(roomIds: string[], messageIds: string[]) {
  return [
    screen('chat.rooms', undefined),
    screen('chat.saved', { limit: LIMIT }),
    screen('chat.search', { text: '1', limit: 50 }),
    screen('chat.search', { text: '처음 ' }),
    ...messageIds.flatMap((id) => [
      screen('chat.history', { id }),
      screen('chat.readers', { messageId: id }),
    ]),
    ...roomIds.flatMap((roomId) => [
      screen('chat.room', { id: roomId }),
      screen('chat.messages', { roomId, limit: LIMIT }),
      screen('chat.days', { roomId, month: '2026-11' }),
      screen('chat.pinned', { roomId }),
      screen('chat.search', { text: '번', roomId, limit: 50 }),
      screen('chat.messages', { roomId, after: 3, limit: LIMIT }),
      screen('chat.messages', { roomId, before: 6, limit: LIMIT }),
      screen('chat.messages', { roomId, around: 2, limit: LIMIT }),
      screen('chat.messages', { roomId, cursor: 'after:5', limit: LIMIT }),
    ]),
  ];
}

const seeds = fc.sample(fc.integer(), { numRuns: RUNS, seed: 20_261_122 });

test.each(seeds)(
  'random talk of five people leaves every screen as a fresh one (%i)',
  async (seed) => {
    await using app = await testApp();
    const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
    const other = await app.team('others');
    const doyun = await app.person('doyun', { teamId: other.id });
    const admin = await app.person('admin', { role: 'admin', teamId: null });
    const everybody = [minsu, jiyoung, harin, doyun, admin];
    const roomIds = [newId(), newId(), newId()];
    const [group = '', direct = '', team = ''] = roomIds;
    await minsu.call.chat.createRoom({ id: group, kind: 'group', memberIds: [jiyoung.id] });
    await minsu.call.chat.createRoom({ id: direct, kind: 'direct', memberIds: [doyun.id] });
    await minsu.call.chat.createRoom({ id: team, kind: 'team', title: '영업팀' });
    const former = await app.person('former', { teamId: other.id });
    await minsu.call.chat.createRoom({ id: newId(), kind: 'direct', memberIds: [former.id] });
    await hideThePast(app, group);
    const messageIds: string[] = [];
    for (const roomId of roomIds) messageIds.push((await say(minsu, roomId, '처음')).item.id);
    await app.settled();
    const screens: Screens[] = [];
    for (const person of everybody)
      screens.push(await Screens.open(app, person, queriesOf(roomIds, messageIds)));
    const random = randomOf(seed);
    for (let act = 0; act < ACTS; act += 1) {
      app.clock.advance(1000);
      await actAtRandom({ app, admin, former, everybody, roomIds, random });
      for (const open of screens) await open.expectCurrent();
    }
    for (const open of screens) await open.close();
  },
  60_000,
);

type Turn = {
  app: TestApp;
  admin: Person;
  /** Comes and goes; nobody looks over their shoulder. */
  former: Person;
  everybody: Person[];
  roomIds: string[];
  random: ReturnType<typeof randomOf>;
};

async function actAtRandom({
  app,
  admin,
  former,
  everybody,
  roomIds,
  random,
}: Turn): Promise<void> {
  const person = random.of(everybody);
  const { call } = person;
  const own = (await call.chat.rooms()).items.map(({ id }) => id);
  const ownIds = roomIds.filter((id) => own.includes(id));
  const roomId = random.of(ownIds.length === 0 ? roomIds : random.of([ownIds, ownIds, roomIds]));
  const someone = random.of([...everybody, former]);
  const team = random.of([...(await admin.call.teams.list()).items.map(({ id }) => id), null]);
  const answer = async () => {
    const { items } = await call.chat.messages({ roomId });
    const replyToId = random.of([null, ...items.map((message) => message.id)]);
    await call.chat.send({ id: newId(), roomId, body: `${random.below(100)}번`, replyToId });
  };
  const sendFile = async () => {
    const fileIds = [await storedFile(app, person.id)];
    await call.chat.send({ id: newId(), roomId, body: '', fileIds });
  };
  const acts = [
    answer,
    answer,
    answer,
    sendFile,
    ...messageActs(person, { roomId, roomIds, random }),
    () => call.chat.markRead({ roomId, no: random.below(12) }),
    () => call.chat.addMembers({ roomId, userIds: [someone.id] }),
    () => call.chat.leave({ roomId }),
    () => call.chat.removeMember({ roomId, userId: someone.id }),
    () => call.chat.setManager({ roomId, userId: someone.id, isManager: random.below(3) > 0 }),
    () => call.chat.updateRoom({ roomId, history: random.of(['all', 'joined']) }),
    () => call.chat.updateRoom({ roomId, title: random.of(['점심', '저녁', null]) }),
    () => call.chat.updateRoom({ roomId, archived: random.below(3) === 0 }),
    () => call.chat.setMine({ roomId, pinned: random.below(2) === 0 }),
    () => call.chat.setMine({ roomId, muted: random.below(2) === 0, notify: 'mentions' }),
    () => call.chat.createRoom({ id: newId(), kind: 'direct', memberIds: [someone.id] }),
    () => admin.call.admin.users.update({ id: someone.id, patch: { teamId: team } }),
    () => admin.call.admin.users.deactivate({ id: former.id }),
    () => admin.call.admin.users.reactivate({ id: former.id }),
  ];
  try {
    await random.of(acts)();
  } catch (error) {
    expect(error).toMatchObject({ code: expect.stringMatching(/NOT_FOUND|FORBIDDEN|PRECON|BAD_/) });
  }
  await app.settled();
}

/** The same choices for the same seed. */
function randomOf(seed: number) {
  let state = seed | 0;
  const below = (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 8) % n;
  };
  return {
    below,
    of<T>(values: readonly T[]): T {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('nothing to choose from');
      return value;
    },
  };
}
