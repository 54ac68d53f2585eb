import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { testApp } from '#tests/support/test-app.ts';

async function board(titles: string[]) {
  const app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const ids: Record<string, string> = {};
  for (const title of titles.toReversed()) {
    const id = newId();
    ids[title] = id;
    await minsu.call.tasks.create({ id, title, teamId: minsu.viewer.teamId ?? '' });
  }
  const idOf = (title: string) => ids[title] ?? '';
  const order = async (status: 'todo' | 'doing' = 'todo') =>
    (await minsu.call.tasks.list({ status: [status] })).items.map((task) => task.title);
  return { app, minsu, jiyoung, idOf, order };
}

test('a card goes before or after the one that was named, or to the end', async () => {
  const { app, minsu, idOf, order } = await board(['a', 'b', 'c', 'd']);
  await using _app = app;
  await minsu.call.tasks.move({ id: idOf('d'), status: 'todo', afterId: idOf('a') });
  expect(await order()).toEqual(['a', 'd', 'b', 'c']);
  await minsu.call.tasks.move({ id: idOf('c'), status: 'todo', beforeId: idOf('a') });
  expect(await order()).toEqual(['c', 'a', 'd', 'b']);
  await minsu.call.tasks.move({ id: idOf('c'), status: 'todo' });
  expect(await order()).toEqual(['a', 'd', 'b', 'c']);
});

test('a card moved to another column has its status and is told in one event', async () => {
  const { app, minsu, jiyoung, idOf, order } = await board(['a', 'b']);
  await using _app = app;
  await app.settled();
  const feed = jiyoung.feed();
  await minsu.call.tasks.move({ id: idOf('a'), status: 'doing' });
  expect(await order()).toEqual(['b']);
  expect(await order('doing')).toEqual(['a']);
  expect(await feed.changes()).toMatchObject([
    { kind: 'task.changed', id: idOf('a'), data: { status: 'doing' } },
  ]);
});

test('two cards moved to the same place at once both end there, in an order all agree on', async () => {
  const { app, minsu, jiyoung, idOf, order } = await board(['a', 'b', 'c', 'd']);
  await using _app = app;
  await Promise.all([
    minsu.call.tasks.move({ id: idOf('c'), status: 'todo', afterId: idOf('a') }),
    jiyoung.call.tasks.move({ id: idOf('d'), status: 'todo', afterId: idOf('a') }),
  ]);
  const titles = await order();
  expect(titles[0]).toBe('a');
  expect(titles.slice(1, 3).toSorted()).toEqual(['c', 'd']);
  expect(titles[3]).toBe('b');
});

test('a card whose neighbours have the same rank still finds a place', async () => {
  const { app, minsu, jiyoung, idOf, order } = await board(['a', 'b', 'c', 'd', 'e']);
  await using _app = app;
  for (let round = 0; round < 5; round += 1) {
    await Promise.all([
      minsu.call.tasks.move({ id: idOf('c'), status: 'todo', afterId: idOf('a') }),
      jiyoung.call.tasks.move({ id: idOf('d'), status: 'todo', afterId: idOf('a') }),
    ]);
    await minsu.call.tasks.move({ id: idOf('e'), status: 'todo', afterId: idOf('c') });
    await minsu.call.tasks.move({ id: idOf('e'), status: 'todo', beforeId: idOf('d') });
  }
  expect((await order()).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('a card cannot be moved beside one that its mover does not see', async () => {
  const { app, minsu, idOf } = await board(['a']);
  await using _app = app;
  const stranger = await app.person('stranger', { teamId: (await app.team('others')).id });
  const hidden = newId();
  await stranger.call.tasks.create({
    id: hidden,
    title: '남의 일',
    teamId: stranger.viewer.teamId ?? '',
  });
  await expect(
    minsu.call.tasks.move({ id: idOf('a'), status: 'todo', afterId: hidden }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a card that comes back out of the trash leaves the place to the one that is there now', async () => {
  const { app, minsu, idOf, order } = await board(['a', 'b', 'c', 'd']);
  await using _app = app;
  await minsu.call.tasks.remove({ id: idOf('b') });
  await minsu.call.tasks.move({ id: idOf('d'), status: 'todo', afterId: idOf('a') });
  await minsu.call.tasks.restore({ id: idOf('b') });
  expect(await order()).toEqual(['a', 'd', 'b', 'c']);
  const { items } = await minsu.call.tasks.list({});
  expect(new Set(items.map(({ rank }) => rank)).size).toBe(4);
});

test('a card moved to another person is theirs, keeps its status, and its activity says so', async () => {
  const { app, minsu, jiyoung, idOf } = await board(['a', 'b']);
  await using _app = app;
  await minsu.call.tasks.move({ id: idOf('a'), status: 'doing' });
  await app.settled();
  const feed = jiyoung.feed();
  const moved = { id: idOf('a'), assigneeId: jiyoung.id, afterId: idOf('b') };
  const { item } = await minsu.call.tasks.move(moved);
  expect(item).toMatchObject({ assigneeId: jiyoung.id, status: 'doing' });
  expect((await jiyoung.call.tasks.list({ mine: true })).items).toEqual([item]);
  const { items } = await minsu.call.tasks.activity({ taskId: idOf('a') });
  const change = items.find(({ field }) => field === 'assigneeId');
  expect(change).toMatchObject({ before: null, after: jiyoung.id });
  const changes = (await feed.changes()).filter(({ feature }) => feature === 'tasks');
  expect(changes).toMatchObject([
    { kind: 'task.changed', data: { assigneeId: jiyoung.id, was: { assigneeId: null } } },
  ]);
  await minsu.call.tasks.move({ id: idOf('a'), assigneeId: null });
  expect((await minsu.call.tasks.list({ unassigned: true })).items).toHaveLength(2);
});

test('a card cannot be moved to somebody who is not there', async () => {
  const { app, minsu, idOf } = await board(['a']);
  await using _app = app;
  await expect(minsu.call.tasks.move({ id: idOf('a'), assigneeId: newId() })).rejects.toMatchObject(
    { code: 'NOT_FOUND' },
  );
});
