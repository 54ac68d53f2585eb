// A repeating task that is opened again: what its finishing had led to is taken back, unless somebody has touched it.
import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { nextIdOf } from '#server/tasks/tasks.repeat.ts';
import type { TaskPatch } from '#server/tasks/tasks.schema.ts';
import { auditRows } from '#tests/support/audit-rows.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;
type Fields = Partial<Parameters<Person['call']['tasks']['create']>[0]>;

const WEEKLY = { repeat: 'FREQ=WEEKLY', dueOn: '2026-11-23' };

async function finished(fields: Fields = WEEKLY) {
  const app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const made = { id: newId(), title: '주간 보고', teamId: minsu.viewer.teamId ?? '', ...fields };
  const { item } = await minsu.call.tasks.create(made);
  await minsu.call.tasks.move({ id: item.id, status: 'done' });
  const open = async () => (await minsu.call.tasks.list({ status: ['todo', 'doing'] })).items;
  const [next] = await open();
  if (next === undefined) throw new Error('nothing came next');
  const reopen = (patch: TaskPatch = { status: 'todo' }) =>
    minsu.call.tasks.update({ id: item.id, version: 1_000_000, patch });
  return { app, minsu, jiyoung, id: item.id, next, open, reopen };
}

test('opened again, it has its rule back and what came next is gone, in one write that all hear of', async () => {
  const { app, minsu, jiyoung, id, next, open, reopen } = await finished({
    ...WEEKLY,
    watcherIds: [],
  });
  await using _app = app;
  await app.settled();
  const feed = jiyoung.feed();
  const { item, keptNextIds } = await reopen();
  expect(item).toMatchObject({ id, status: 'todo', repeat: 'FREQ=WEEKLY', dueOn: '2026-11-23' });
  expect(keptNextIds).toEqual([]);
  expect(await open()).toEqual([item]);
  expect((await minsu.call.tasks.trash({ limit: 50 })).items).toEqual([]);
  expect((await minsu.call.tasks.unseen()).ids).not.toContain(next.id);
  const told = (await feed.changes()).filter(({ feature }) => feature === 'tasks');
  expect(told).toMatchObject([
    { kind: 'task.removed', id: next.id, gone: true },
    { kind: 'task.changed', id, data: { repeat: 'FREQ=WEEKLY', was: { repeat: null } } },
  ]);
  expect((await auditRows(app.db)).map((row) => row.label)).toContain('task.repeat_back');
  await minsu.call.tasks.move({ id, status: 'done' });
  expect(await open()).toMatchObject([{ repeat: 'FREQ=WEEKLY', dueOn: '2026-11-30' }]);
});

test('by moving it, by undoing the move, and together with others it goes back as well', async () => {
  const { app, minsu, id, open } = await finished();
  await using _app = app;
  const acts = [
    () => minsu.call.tasks.move({ id, status: 'todo' }),
    () => minsu.call.tasks.bulkUpdate({ ids: [id], patch: { status: 'doing' } }),
    async () => {
      const { rank, version } = (await minsu.call.tasks.get({ id })).item;
      await minsu.call.tasks.move({ id, status: 'todo', back: { rank, version } });
    },
  ];
  for (const act of acts) {
    await act();
    expect(await open()).toMatchObject([{ id, repeat: 'FREQ=WEEKLY' }]);
    await minsu.call.tasks.move({ id, status: 'done' });
  }
});

test('of a rule that counts it has as many again as before, also when some were passed over', async () => {
  for (const repeatFrom of ['due', 'done'] as const)
    for (const repeat of ['FREQ=DAILY;COUNT=9', 'FREQ=WEEKLY;COUNT=2;INTERVAL=2']) {
      const dueOn = '2026-11-20';
      const { app, reopen } = await finished({ repeat, repeatFrom, dueOn });
      await using _app = app;
      expect((await reopen()).item).toMatchObject({ repeat, repeatFrom });
    }
});

const touches: Record<string, (who: Person, id: string) => Promise<unknown>> = {
  changed: ({ call }, id) => call.tasks.update({ id, version: 1, patch: { priority: 'high' } }),
  moved: ({ call }, id) => call.tasks.move({ id, status: 'todo' }),
  'moved on': ({ call }, id) => call.tasks.move({ id, status: 'doing' }),
  done: ({ call }, id) => call.tasks.move({ id, status: 'done' }),
  'talked about': ({ call }, taskId) =>
    call.tasks.addComment({ id: newId(), taskId, body: '내가 할게요' }),
  'one to be reminded of': ({ call, id: userId }, id) =>
    call.reminders.create({
      id: newId(),
      title: '주간 보고',
      dueAt: new Date('2026-11-29T00:00:00Z'),
      forUserIds: [userId],
      subject: { kind: 'task', id },
    }),
};

test.for(Object.entries(touches))('what came next stays when it was %s', async ([, touch]) => {
  const { app, minsu, jiyoung, id, next, reopen } = await finished();
  await using _app = app;
  await touch(jiyoung, next.id);
  const before = (await minsu.call.tasks.get({ id: next.id })).item;
  const { item, keptNextIds } = await reopen();
  expect(item).toMatchObject({ id, status: 'todo', repeat: null });
  expect(keptNextIds).toEqual([next.id]);
  expect((await minsu.call.tasks.get({ id: next.id })).item).toEqual(before);
});

test('what came next and was put into the trash stays there, with its rule', async () => {
  const { app, minsu, next, reopen } = await finished();
  await using _app = app;
  await minsu.call.tasks.remove({ id: next.id });
  expect(await reopen()).toMatchObject({ item: { repeat: null }, keptNextIds: [] });
  expect((await minsu.call.tasks.trash({ limit: 50 })).items).toMatchObject([
    { id: next.id, repeat: 'FREQ=WEEKLY' },
  ]);
});

test('a rule that is given with the opening, or was given since, is the one it keeps', async () => {
  const { app, id, minsu, open, reopen } = await finished();
  await using _app = app;
  const daily = { repeat: 'FREQ=DAILY' };
  expect((await reopen({ status: 'todo', ...daily })).item).toMatchObject(daily);
  expect(await open()).toHaveLength(1);
  await minsu.call.tasks.move({ id, status: 'done' });
  await reopen({ repeat: 'FREQ=MONTHLY' });
  expect((await reopen()).item).toMatchObject({ repeat: 'FREQ=MONTHLY' });
  expect(await open()).toHaveLength(1);
});

test('opened together with what came next, both stay', async () => {
  const { app, minsu, id, next } = await finished();
  await using _app = app;
  const changed = { ids: [id, next.id], patch: { status: 'doing' as const } };
  const { items, keptNextIds } = await minsu.call.tasks.bulkUpdate(changed);
  expect(items.map((item) => item.status)).toEqual(['doing', 'doing']);
  expect(keptNextIds).toEqual([next.id]);
});

test('two who open it again at once, while another comments on what came next, leave nothing half done', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { app, minsu, jiyoung, id, next, open } = await finished();
    await using _app = app;
    const comment = { id: newId(), taskId: next.id, body: '시작해요' };
    const [, , said] = await Promise.allSettled([
      minsu.call.tasks.move({ id, status: 'todo' }),
      jiyoung.call.tasks.update({ id, version: 2, patch: { status: 'todo' } }),
      jiyoung.call.tasks.addComment(comment),
    ]);
    const rules = (await open()).filter((task) => task.repeat !== null);
    expect(rules.map((task) => task.id)).toEqual([said.status === 'fulfilled' ? next.id : id]);
  }
});

test('one who foresaw the id of what comes next keeps nobody from finishing', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const teamId = minsu.viewer.teamId ?? '';
  const { item } = await minsu.call.tasks.create({ id: newId(), title: '보고', teamId, ...WEEKLY });
  const foreseen = { id: nextIdOf(item.id, 2), title: '먼저 왔어요', teamId };
  await jiyoung.call.tasks.create(foreseen);
  await minsu.call.tasks.move({ id: item.id, status: 'done' });
  await minsu.call.tasks.move({ id: item.id, status: 'todo' });
  const titles = (await minsu.call.tasks.list({})).items.map((task) => task.title);
  expect(titles.toSorted()).toEqual(['먼저 왔어요', '보고', '보고']);
});
