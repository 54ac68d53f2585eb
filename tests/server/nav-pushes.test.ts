import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { Pushes } from '#server/nav/nav.pushes.ts';
import type { NavCounts } from '#server/nav/nav.schema.ts';
import { followCounts } from '#server/nav/nav.service.ts';
import { newGroup, say } from '#tests/support/chat-rooms.ts';
import { eventually } from '#tests/support/eventually.ts';
import { recordStatements } from '#tests/support/explain.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;
type Pushed = NavCounts & { asOf: string };

/** An open tab that is told its person's numbers. */
function openTab(app: TestApp, person: Person) {
  const abort = new AbortController();
  const heard: Pushed[] = [];
  const reading = (async () => {
    for await (const counts of followCounts(app.deps, person.viewer, abort.signal))
      heard.push(counts);
  })();
  return {
    heard,
    last: () => heard.at(-1),
    async close() {
      abort.abort();
      await reading;
    },
  };
}

function seqOf(pushed: Pushed | undefined): number {
  return Number(pushed?.asOf.split(':')[1]);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Longer than any wait for the next push. */
const QUIET_MS = 400;

test('somebody is told their numbers at once, and again when they change', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await app.settled();
  const tab = openTab(app, jiyoung);
  await eventually(() => expect(tab.heard).toMatchObject([{ chat: 0, rooms: {} }]));

  const { asOf } = await say(minsu, roomId, '안녕하세요');

  await eventually(() => expect(tab.last()).toMatchObject({ chat: 1, rooms: { [roomId]: 1 } }));
  expect(seqOf(tab.last())).toBeGreaterThanOrEqual(Number(asOf.split(':')[1]));
  await jiyoung.call.chat.markRead({ roomId, no: 1 });
  await eventually(() => expect(tab.last()).toMatchObject({ chat: 0, rooms: {} }));
  await tab.close();
});

test('a hundred changes in a moment are a few pushes, and the last one is right', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await app.settled();
  const tab = openTab(app, jiyoung);
  await eventually(() => expect(tab.heard).toHaveLength(1));
  const began = performance.now();

  await Promise.all(Array.from({ length: 99 }, (_, at) => say(minsu, roomId, `${at}`)));

  await eventually(() => expect(tab.last()?.chat).toBe(99));
  await pause(QUIET_MS);
  const slots = (performance.now() - began) / 250;
  expect(tab.heard.length).toBeLessThanOrEqual(2 + Math.ceil(slots));
  const seqs = tab.heard.map(seqOf);
  expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
  await tab.close();
});

test("a person's tabs share one computation, and one that opens later is told at once", async () => {
  const seen = recordStatements();
  await using app = await testApp({ onStatement: seen.add });
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await app.settled();
  const tabs = [openTab(app, jiyoung), openTab(app, jiyoung), openTab(app, jiyoung)];
  await eventually(() => expect(tabs.map((tab) => tab.heard.length)).toEqual([1, 1, 1]));
  seen.take();

  await say(minsu, roomId, '안녕하세요');

  await eventually(() => expect(tabs.map((tab) => tab.last()?.chat)).toEqual([1, 1, 1]));
  expect(seen.take().filter(({ sql }) => sql.includes('from messages m'))).toHaveLength(1);
  const late = openTab(app, jiyoung);
  await eventually(() => expect(late.last()?.chat).toBe(1));
  expect(seen.take().filter(({ sql }) => sql.includes('from messages m'))).toEqual([]);
  for (const tab of [...tabs, late]) await tab.close();
});

test('of everybody who looks, only the members of a room are counted anew when something is said', async () => {
  const seen = recordStatements();
  await using app = await testApp({ onStatement: seen.add });
  const everybody = await Promise.all(
    Array.from({ length: 60 }, (_, at) => app.person(`person${at}`)),
  );
  const [minsu, ...others] = everybody.slice(0, 10);
  if (minsu === undefined) throw new Error('nobody works here');
  const roomId = await newGroup(minsu, ...others);
  await app.settled();
  const tabs = everybody.map((person) => openTab(app, person));
  await eventually(() => expect(tabs.every((tab) => tab.heard.length > 0)).toBe(true));
  await pause(QUIET_MS);
  const before = tabs.map((tab) => tab.heard.length);
  seen.take();

  await say(minsu, roomId, '안녕하세요');

  await eventually(() =>
    expect(tabs.slice(1, 10).every((tab) => tab.last()?.rooms[roomId] === 1)).toBe(true),
  );
  await pause(QUIET_MS);
  const counted = seen.take().filter(({ sql }) => sql.includes('from messages m'));
  const members = new Set(everybody.slice(0, 10).map(({ id }) => id));
  expect(new Set(counted.flatMap(({ params }) => params))).toEqual(members);
  expect(counted).toHaveLength(1);
  expect(tabs.slice(10).map((tab) => tab.heard.length)).toEqual(before.slice(10));
  for (const tab of tabs) await tab.close();
});

test('a badge does not stick when what changed is taken back within the same moment', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await app.settled();
  const tab = openTab(app, jiyoung);
  await eventually(() => expect(tab.heard).toHaveLength(1));
  await say(minsu, roomId, '하나');
  await eventually(() => expect(tab.last()?.chat).toBe(1));

  await say(minsu, roomId, '둘');
  await app.settled();
  const between = await jiyoung.call.nav.counts();
  await jiyoung.call.chat.markRead({ roomId, no: 2 });
  await say(minsu, roomId, '셋');

  expect(between.chat).toBe(2);
  await eventually(() => {
    expect(seqOf(tab.last())).toBeGreaterThan(seqOf(between));
    expect(tab.last()?.chat).toBe(1);
  });
  await tab.close();
});

test('what changes nothing for somebody tells them nothing', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const teamId = minsu.viewer.teamId ?? '';
  const task = { id: newId(), title: '보고서', teamId, assigneeId: minsu.id, dueOn: '2026-11-23' };
  await app.settled();
  const tabs = [openTab(app, jiyoung), openTab(app, harin)];
  await eventually(() => expect(tabs.map((tab) => tab.heard.length)).toEqual([1, 1]));

  await minsu.call.tasks.create(task);
  await minsu.call.tasks.addComment({ id: newId(), taskId: task.id, body: '네' });
  await say(minsu, await newGroup(minsu, harin), '안녕하세요');

  await eventually(() => expect(tabs[1]?.last()?.chat).toBe(1));
  await pause(QUIET_MS);
  expect(tabs[0]?.heard).toHaveLength(1);
  for (const tab of tabs) await tab.close();
});

test('a tab that is closed, even before it was told anything, leaves nothing behind', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await app.settled();

  for (let at = 0; at < 50; at += 1) await openTab(app, jiyoung).close();
  const tab = openTab(app, jiyoung);
  await eventually(() => expect(tab.heard).toHaveLength(1));
  await tab.close();
  await say(minsu, roomId, '안녕하세요');
  await pause(QUIET_MS);

  expect(tab.heard).toHaveLength(1);
});

test('when counting fails the subscription says so, and the next one counts again', async () => {
  await using app = await testApp();
  let isBroken = true;
  const pushes = new Pushes(app.deps.hub, (userIds) =>
    isBroken
      ? Promise.reject(new Error('the disk is gone'))
      : Promise.resolve(new Map(userIds.map((userId) => [userId, { userId }]))),
  );
  const { signal } = new AbortController();

  const tabs = [pushes.follow('jiyoung', signal), pushes.follow('jiyoung', signal)];
  for (const tab of tabs) await expect(tab.next()).rejects.toThrow('the disk is gone');
  isBroken = false;
  const { value } = await pushes.follow('jiyoung', signal).next();

  expect(value).toEqual({ userId: 'jiyoung' });
});
