// Whoever is out hears nothing more: not of what comes, and not of what was before when they come back through the log.
import { expect, test } from 'vitest';
import { endSessionsOf } from '#server/auth/session.ts';
import type { ChangeEvent } from '#server/live/live.schema.ts';
import { newId } from '#server/new-id.ts';
import { newGroup, say } from '#tests/support/chat-rooms.ts';
import { eventually } from '#tests/support/eventually.ts';
import { openSocket } from '#tests/support/raw-socket.ts';
import { type ServedApp, servedApp } from '#tests/support/served-app.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';
import { TestFeed } from '#tests/support/test-feed.ts';

const SIGNED_OUT = 4401;
const CUT = 1006;

type Person = Awaited<ReturnType<TestApp['person']>>;

/**
 * What somebody hears who was away since `cursor`: where it is all in memory, and where the table must be read. A
 * colleague who comes back at the same moment and hears `last` says when it is over.
 */
async function comingBack(app: TestApp, person: Person, away: Away): Promise<ChangeEvent[][]> {
  const heard: ChangeEvent[][] = [];
  for (const { deps } of [app, await app.process()]) {
    const open = ({ id: userId }: Person) =>
      TestFeed.open(deps.hub, { userId, cursor: away.cursor });
    const [feed, witness] = [open(person), open(away.colleague)];
    await eventually(async () => expect(textOf(await witness.changes())).toContain(away.last));
    await new Promise((resolve) => setTimeout(resolve, 50));
    heard.push(await feed.changes());
    for (const each of [feed, witness]) await each.close();
  }
  return heard;
}

type Away = { cursor: string; colleague: Person; last: string };

const textOf = (changes: ChangeEvent[]) => JSON.stringify(changes.map(({ data }) => data));

test('who has left a room hears nothing of it, whether they stayed connected or come back', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung, harin);
  await app.settled();
  const cursor = app.deps.hub.position;
  const live = jiyoung.feed();
  await say(minsu, roomId, '가기 전에');
  expect(textOf(await live.changes())).toContain('가기 전에');
  await jiyoung.call.chat.leave({ roomId });
  await say(minsu, roomId, '가고 나서');
  await say(harin, roomId, '가고 나서');
  expect(textOf(await live.changes())).not.toContain('가고 나서');
  await say(harin, roomId, '끝');
  const away = { cursor, colleague: minsu, last: '끝' };
  for (const changes of await comingBack(app, jiyoung, away)) {
    expect(textOf(changes)).not.toMatch(/가기 전에|가고 나서|끝/);
    expect(changes).toContainEqual(expect.objectContaining({ id: roomId, gone: true }));
  }
  for (const changes of await comingBack(app, harin, away))
    expect(textOf(changes)).toMatch(/가기 전에.*가고 나서.*가고 나서.*끝/);
  await live.close();
});

test('who is let go hears nothing at all', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const boss = await app.person('boss', { role: 'admin' });
  const roomId = await newGroup(minsu, jiyoung);
  await app.settled();
  const cursor = app.deps.hub.position;
  const live = jiyoung.feed();
  await boss.call.admin.users.deactivate({ id: jiyoung.id });
  const heardBefore = (await live.changes()).length;
  await say(minsu, roomId, '가고 나서');
  expect(await live.changes()).toHaveLength(heardBefore);
  const away = { cursor, colleague: minsu, last: '가고 나서' };
  expect(await comingBack(app, jiyoung, away)).toEqual([[], []]);
  await live.close();
});

test('who has moved to another team hears no more of the old one’s work, and of the new one’s', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { harin } = await app.people('harin');
  const boss = await app.person('boss', { role: 'admin' });
  const cursor = app.deps.hub.position;
  const live = jiyoung.feed();
  const add = ({ call, viewer }: Person, title: string) =>
    call.tasks.create({ id: newId(), title, teamId: viewer.teamId ?? '' });
  await add(minsu, '옛 팀 일 하나');
  await add(harin, '새 팀 일 하나');
  await boss.call.admin.users.update({ id: jiyoung.id, patch: { teamId: harin.viewer.teamId } });
  await add(minsu, '옛 팀 일 둘');
  await add(harin, '새 팀 일 둘');
  const heard = await live.changes();
  expect(textOf(heard)).toMatch(/옛 팀 일 하나.*새 팀 일 둘/);
  expect(textOf(heard)).not.toMatch(/옛 팀 일 둘|새 팀 일 하나/);
  expect(heard.map(({ kind }) => kind)).toContain('rights.changed');
  for (const changes of await comingBack(app, jiyoung, {
    cursor,
    colleague: harin,
    last: '새 팀 일 둘',
  })) {
    expect(textOf(changes)).not.toMatch(/옛 팀/);
    expect(textOf(changes)).toMatch(/새 팀 일 하나.*새 팀 일 둘/);
    expect(changes.map(({ kind }) => kind)).toContain('rights.changed');
  }
  await live.close();
});

test('a session that ends in the middle of catching up receives nothing that came after', async () => {
  await using app = await servedApp();
  const minsu = await app.signedIn('minsu');
  const cursor = app.deps.hub.position;
  await happen(app, 'x'.repeat(10_000), 1_500);
  await using line = await openSocket(app.port, { cookie: minsu.cookie, origin: app.origin });
  const input = { json: { lastEventId: cursor } };
  line.send({ id: 1, method: 'subscription', params: { path: 'live.onChange', input } });
  await expect.poll(() => line.framesOf(1).length).toBeGreaterThan(2);
  line.socket.pause();
  await app.db.write({ actorId: null }, (tx) =>
    endSessionsOf(tx, minsu.viewer.id, { reason: 'session_ended' }),
  );
  await happen(app, 'afterwards', 3);
  line.socket.resume();
  const { code } = await line.closed;
  expect([SIGNED_OUT, CUT], 'it may have been too slow to hear why').toContain(code);
  expect(line.texts.join()).not.toContain('afterwards');
});

async function happen({ db, deps }: ServedApp, name: string, count: number): Promise<void> {
  const { value: last } = await db.write({ actorId: null }, async (tx) => {
    for (let at = 0; at < count; at += 1) {
      const id = newId();
      const what = { feature: 'teams', kind: 'team.changed', id, version: 1 };
      tx.emit({ ...what, audience: ['staff'], data: { id, name, version: 1 } });
    }
    tx.audit('test.happen', { kind: 'team', id: 'many' });
    return await Promise.resolve(count);
  });
  await deps.hub.readUpTo(last);
}
