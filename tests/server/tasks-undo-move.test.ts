// Taking a move back: to the column and the place it came from, unless it was moved again meanwhile.
import * as fc from 'fast-check';
import { generateKeyBetween } from 'fractional-indexing';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { newId } from '#server/new-id.ts';
import { rank } from '#server/tasks/tasks.rank.schema.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import { testApp } from '#tests/support/test-app.ts';

async function board(titles: string[]) {
  const app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const tasks: Record<string, TaskItem> = {};
  for (const title of titles.toReversed()) {
    const made = { id: newId(), title, teamId: minsu.viewer.teamId ?? '' };
    tasks[title] = (await minsu.call.tasks.create(made)).item;
  }
  const of = (title: string) => {
    const task = tasks[title];
    if (task === undefined) throw new Error(`no ${title}`);
    return task;
  };
  const order = async (status: 'todo' | 'doing' | 'done' = 'todo') =>
    (await minsu.call.tasks.list({ status: [status] })).items.map((task) => task.title);
  const moveAway = async (title: string) => {
    const { item } = await minsu.call.tasks.move({ id: of(title).id, status: 'done' });
    return () =>
      minsu.call.tasks.move({
        id: item.id,
        status: 'todo',
        back: { rank: of(title).rank, version: item.version },
      });
  };
  return { app, minsu, jiyoung, of, order, moveAway };
}

test('a move that is undone puts the card where it was, and a colleague hears of it once', async () => {
  const { app, jiyoung, of, order, moveAway } = await board(['a', 'b', 'c']);
  await using _app = app;
  const undo = await moveAway('b');
  expect(await order()).toEqual(['a', 'c']);
  await app.settled();
  const feed = jiyoung.feed();
  const { item } = await undo();
  expect(item).toMatchObject({ status: 'todo', doneAt: null, rank: of('b').rank });
  expect(await order()).toEqual(['a', 'b', 'c']);
  expect((await feed.changes()).filter(({ feature }) => feature === 'tasks')).toMatchObject([
    { kind: 'task.changed', id: item.id, data: { status: 'todo', rank: of('b').rank } },
  ]);
});

test('a place that was given away meanwhile is shared: right below who stands there now', async () => {
  const { app, jiyoung, of, order, moveAway } = await board(['a', 'b', 'c', 'd']);
  await using _app = app;
  const undo = await moveAway('b');
  await jiyoung.call.tasks.move({ id: of('d').id, status: 'todo', afterId: of('a').id });
  const { item } = await undo();
  expect(['a,d,b,c', 'a,b,d,c']).toContain((await order()).join());
  const { items } = await jiyoung.call.tasks.list({});
  expect(new Set(items.map((task) => task.rank)).size).toBe(4);
  expect(items).toContainEqual(item);
});

test('neighbours that are gone do not keep it from its place', async () => {
  const { app, minsu, of, order, moveAway } = await board(['a', 'b', 'c', 'd']);
  await using _app = app;
  const undo = await moveAway('b');
  await minsu.call.tasks.remove({ id: of('a').id });
  await minsu.call.tasks.remove({ id: of('c').id });
  await undo();
  expect(await order()).toEqual(['b', 'd']);
});

test('what somebody else moved meanwhile, within its column or out of it, stays where they put it', async () => {
  const { app, jiyoung, of, order, moveAway } = await board(['a', 'b', 'c']);
  await using _app = app;
  const moves = [
    { status: 'done' as const, beforeId: of('a').id },
    { status: 'doing' as const },
    { assigneeId: jiyoung.id },
  ];
  for (const move of moves) {
    const undo = await moveAway('b');
    const { item } = await jiyoung.call.tasks.move({ id: of('b').id, ...move });
    await expect(undo()).rejects.toMatchObject({
      code: 'CONFLICT',
      facts: { reason: 'moved_since', current: item },
    });
    expect((await jiyoung.call.tasks.get({ id: item.id })).item).toMatchObject(item);
  }
  expect(await order()).toEqual(['a', 'c']);
});

test('a status somebody else gave meanwhile stays; another field is no reason to refuse', async () => {
  const { app, jiyoung, of, moveAway } = await board(['a', 'b']);
  await using _app = app;
  const change = (version: number, patch: { status: 'doing' } | { priority: 'high' }) =>
    jiyoung.call.tasks.update({ id: of('b').id, version, patch });
  const first = await moveAway('b');
  await change(2, { priority: 'high' });
  expect((await first()).item).toMatchObject({ status: 'todo', priority: 'high' });
  const second = await moveAway('b');
  await change(5, { status: 'doing' });
  await expect(second()).rejects.toMatchObject({ facts: { reason: 'moved_since' } });
});

test('a move to another person is undone likewise', async () => {
  const { app, minsu, jiyoung, of, order } = await board(['a', 'b', 'c']);
  await using _app = app;
  const { id, rank: place } = of('b');
  const { item } = await minsu.call.tasks.move({ id, assigneeId: jiyoung.id });
  const back = { rank: place, version: item.version };
  const undone = await minsu.call.tasks.move({ id, assigneeId: null, back });
  expect(undone.item).toMatchObject({ assigneeId: null, rank: place });
  expect(await order()).toEqual(['a', 'b', 'c']);
});

test('only what could be the rank of a task is taken for one', async () => {
  const { app, minsu, of } = await board(['a']);
  await using _app = app;
  for (const wrong of [
    '',
    ' ',
    '0',
    'a',
    'a00',
    'z1',
    '가',
    `A${'0'.repeat(26)}`,
    'a'.repeat(2000),
  ])
    await expect(
      minsu.call.tasks.move({ id: of('a').id, back: { rank: wrong, version: 1 } }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  const letters = fc.string({ unit: fc.constantFrom(...'AZaz019Yb'.split('')), maxLength: 30 });
  fc.assert(
    fc.property(letters, (text) => {
      expect(z.safeParse(rank, text).success).toBe(isKey(text));
    }),
    { numRuns: 2_000 },
  );
});

function isKey(text: string): boolean {
  try {
    return text !== '' && generateKeyBetween(text, null) > text;
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    return false;
  }
}
