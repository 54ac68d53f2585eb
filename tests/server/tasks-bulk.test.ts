import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { during } from '#tests/support/during.ts';
import { testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<Awaited<ReturnType<typeof testApp>>['person']>>;

async function newTasks(person: Person, count: number, more: object = {}): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  const teamId = person.viewer.teamId ?? '';
  for (const id of ids) await person.call.tasks.create({ id, title: '재고 확인', teamId, ...more });
  return ids;
}

test('many tasks change at once: each its own event, audit row and line of activity', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const ids = await newTasks(minsu, 3, { labels: ['급함'] });

  const patch = { assigneeId: jiyoung.id, addLabels: ['견적'], removeLabels: ['급함'] };
  const { answer, events, labels } = await during(app, () =>
    minsu.call.tasks.bulkUpdate({ ids: [...ids, ids[0] ?? ''], patch }),
  );

  expect(answer.items.map((item) => item.id)).toEqual(ids.toSorted());
  for (const id of ids) {
    const { item } = await jiyoung.call.tasks.get({ id });
    expect(item).toMatchObject({ assigneeId: jiyoung.id, labels: ['견적'], version: 2 });
    const { items } = await jiyoung.call.tasks.activity({ taskId: id });
    expect(items.toSorted((a, b) => (a.field < b.field ? -1 : 1))).toMatchObject([
      { actorId: minsu.id, field: 'assigneeId', before: null, after: jiyoung.id },
      { actorId: minsu.id, field: 'labels', before: ['급함'], after: ['견적'] },
    ]);
  }
  const changes = events.filter(({ feature }) => feature === 'tasks');
  expect(changes.map((event) => [event.kind, event.id])).toEqual(
    ids.toSorted().map((id) => ['task.changed', id]),
  );
  expect(labels).toEqual(['task.bulk_update', 'task.bulk_update', 'task.bulk_update']);
});

test('what stays as it is makes no event, and a repeated change nothing at all', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const ids = await newTasks(minsu, 2);
  await minsu.call.tasks.update({ id: ids[0] ?? '', version: 1, patch: { priority: 'high' } });

  const change = () => minsu.call.tasks.bulkUpdate({ ids, patch: { priority: 'high' } });
  const first = await during(app, change);
  const again = await during(app, change);

  expect(first.events.map(({ id }) => id)).toEqual([ids[1]]);
  expect(again.events).toEqual([]);
  expect(again.labels).toEqual([]);
});

test('one task that is not theirs to see, or gone, leaves all of them as they are', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const other = await app.team('others');
  const harin = await app.person('harin', { teamId: other.id });
  const mine = await newTasks(minsu, 2);
  const [theirs = ''] = await newTasks(harin, 1);
  const [gone = ''] = await newTasks(minsu, 1);
  await minsu.call.tasks.remove({ id: gone });

  for (const id of [theirs, gone, newId()])
    await expect(
      minsu.call.tasks.bulkUpdate({ ids: [...mine, id], patch: { status: 'done' } }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', facts: { reason: 'task_not_found' } });

  for (const id of mine)
    expect((await minsu.call.tasks.get({ id })).item).toMatchObject({ status: 'todo', version: 1 });
});

test('a patch must say something, name people and teams that are there, and fit the limits', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const former = await app.person('former');
  const admin = await app.person('admin', { role: 'admin' });
  await admin.call.admin.users.deactivate({ id: former.id });
  const ids = await newTasks(minsu, 1, {
    labels: Array.from({ length: 20 }, (_, at) => `라벨 ${at}`),
  });
  const change = (patch: object) => minsu.call.tasks.bulkUpdate({ ids, patch });

  await expect(change({})).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(change({ assigneeId: former.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(change({ teamId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(change({ addLabels: ['하나 더'] })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    facts: { reason: 'too_many_labels' },
  });
  await expect(
    minsu.call.tasks.bulkUpdate({
      ids: Array.from({ length: 201 }, () => newId()),
      patch: { status: 'done' },
    }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('activity is read by those who see the task, oldest first, page by page, long texts cut', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const other = await app.team('others');
  const harin = await app.person('harin', { teamId: other.id });
  const [id = ''] = await newTasks(minsu, 1);
  const patches = [
    { description: '가'.repeat(1_000) },
    { dueOn: '2026-11-30' },
    { checklistItems: [{ id: newId(), title: '하나', isDone: true }] },
  ];
  for (const [at, patch] of patches.entries()) {
    app.clock.advance(1_000);
    await minsu.call.tasks.update({ id, version: at + 1, patch });
  }

  const first = await minsu.call.tasks.activity({ taskId: id, limit: 2 });
  const cursor = first.nextCursor ?? '';
  const second = await minsu.call.tasks.activity({ taskId: id, limit: 2, cursor });

  expect(first.items).toMatchObject([
    { field: 'description', before: '', after: `${'가'.repeat(300)}…` },
    { field: 'due', before: { dueOn: null }, after: { dueOn: '2026-11-30' } },
  ]);
  expect(second.items).toMatchObject([
    { field: 'checklistItems', before: null, after: { done: 1, total: 1, added: ['하나'] } },
  ]);
  expect(second.nextCursor).toBeNull();
  await expect(harin.call.tasks.activity({ taskId: id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('what was done to a checklist is told by the titles it was about', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const [id = ''] = await newTasks(minsu, 1);
  const box = { id: newId(), title: '상자', isDone: false };
  const tape = { id: newId(), title: '테이프', isDone: false };
  const lists = [
    [box, tape],
    [{ ...box, isDone: true }, tape],
    [box, tape],
    [{ ...box, title: '큰 상자' }, tape],
    [{ ...box, title: '큰 상자' }],
  ];
  for (const [at, checklistItems] of lists.entries()) {
    app.clock.advance(1_000);
    await minsu.call.tasks.update({ id, version: at + 1, patch: { checklistItems } });
  }
  const nothing = { added: [], removed: [], finished: [], reopened: [] };
  const { items } = await minsu.call.tasks.activity({ taskId: id });
  expect(items.map(({ after }) => after)).toEqual([
    { ...nothing, done: 0, total: 2, added: ['상자', '테이프'] },
    { ...nothing, done: 1, total: 2, finished: ['상자'] },
    { ...nothing, done: 0, total: 2, reopened: ['상자'] },
    { ...nothing, done: 0, total: 2 },
    { ...nothing, done: 0, total: 1, removed: ['테이프'] },
  ]);
});
