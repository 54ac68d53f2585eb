import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { people } from '#db/schema/people.ts';
import { newId } from '#server/new-id.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

async function office(app: TestApp) {
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await minsu.call.tasks.create({
    id: newId(),
    title: '월말 정산',
    description: '영수증부터',
    teamId: minsu.viewer.teamId ?? '',
    priority: 'high',
    assigneeId: jiyoung.id,
    watcherIds: [jiyoung.id],
    labels: ['정산'],
    dueOn: '2026-11-30',
    repeat: 'FREQ=MONTHLY',
  });
  const checklistItems = [{ id: newId(), title: '영수증', isDone: true }];
  const patch = { status: 'doing' as const, checklistItems };
  await minsu.call.tasks.update({ id: item.id, version: 1, patch });
  await minsu.call.tasks.addComment({ id: newId(), taskId: item.id, body: '네' });
  return { minsu, jiyoung, original: item };
}

test('a copy has what is to be done, of the one who copied, and once however often it is asked for', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, original } = await office(app);
  await app.settled();
  const feed = minsu.feed();
  const copy = { id: original.id, newId: newId() };
  const [first, again] = await Promise.all([
    jiyoung.call.tasks.duplicate(copy),
    jiyoung.call.tasks.duplicate(copy),
  ]);
  expect(again.item).toEqual(first.item);
  expect((await minsu.call.tasks.get({ id: copy.newId })).item).toMatchObject({
    title: '월말 정산',
    description: '영수증부터',
    status: 'todo',
    priority: 'high',
    creatorId: jiyoung.id,
    assigneeId: jiyoung.id,
    watcherIds: [jiyoung.id],
    labels: ['정산'],
    dueOn: '2026-11-30',
    repeat: null,
    commentCount: 0,
    checklistItems: [{ title: '영수증', isDone: false }],
    checklist: { done: 0, total: 1 },
    version: 1,
  });
  const told = (await feed.changes()).filter((event) => event.feature === 'tasks');
  expect(told).toMatchObject([{ kind: 'task.created', id: copy.newId, actorId: jiyoung.id }]);
});

test('a copy names nobody who has left, and is made only from what one sees', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, original } = await office(app);
  const harin = await app.person('harin', { teamId: (await app.team('others')).id });
  await app.db.write({ actorId: null }, async (tx) => {
    await tx.update(people).set({ status: 'inactive' }).where(eq(people.id, jiyoung.id));
    tx.audit('test.leave', { kind: 'person', id: jiyoung.id });
  });
  const copy = { id: original.id, newId: newId() };
  await expect(harin.call.tasks.duplicate(copy)).rejects.toMatchObject({
    facts: { reason: 'task_not_found' },
  });
  const { item } = await minsu.call.tasks.duplicate(copy);
  expect(item).toMatchObject({ assigneeId: null, watcherIds: [] });
  await expect(
    minsu.call.tasks.duplicate({ id: copy.newId, newId: original.id }),
  ).resolves.toMatchObject({ item: { id: original.id, title: '월말 정산' } });
  await minsu.call.tasks.remove({ id: copy.newId });
  await expect(minsu.call.tasks.duplicate(copy)).rejects.toMatchObject({ code: 'CONFLICT' });
});
