import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<Awaited<ReturnType<typeof testApp>>['person']>>;

async function newTask(person: Person, more: object = {}) {
  const teamId = person.viewer.teamId ?? '';
  return (await person.call.tasks.create({ id: newId(), title: '견적서 보내기', teamId, ...more }))
    .item;
}

test('creating the same task twice, also at once, makes one', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const input = { id: newId(), title: '한 번만', teamId: minsu.viewer.teamId ?? '' };
  await app.settled();
  const feed = jiyoung.feed();
  const [first, second] = await Promise.all([
    minsu.call.tasks.create(input),
    minsu.call.tasks.create(input),
  ]);
  expect(second.item).toEqual(first.item);
  expect(await minsu.call.tasks.create(input)).toMatchObject({ item: first.item });
  expect(await feed.changes()).toHaveLength(1);
  await expect(jiyoung.call.tasks.create(input)).rejects.toMatchObject({
    code: 'CONFLICT',
    facts: { reason: 'id_in_use' },
  });
});

test('changes of different fields merge, of the same field to something else they are a conflict with the current task', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { id } = await newTask(minsu);
  await minsu.call.tasks.update({ id, version: 1, patch: { title: '새 제목' } });
  const merged = await jiyoung.call.tasks.update({ id, version: 1, patch: { priority: 'high' } });
  expect(merged.item).toMatchObject({ title: '새 제목', priority: 'high', version: 3 });

  const clash = jiyoung.call.tasks.update({
    id,
    version: 1,
    patch: { title: '다른 제목', status: 'doing' },
  });
  await expect(clash).rejects.toMatchObject({
    code: 'CONFLICT',
    facts: { reason: 'field_conflict', current: { title: '새 제목', status: 'todo', version: 3 } },
  });
  expect((await minsu.call.tasks.get({ id })).item).toMatchObject({
    title: '새 제목',
    status: 'todo',
    version: 3,
  });
});

test('sending the same change again is no conflict and changes nothing', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { id } = await newTask(minsu);
  const patch = { title: '새 제목' };
  await minsu.call.tasks.update({ id, version: 1, patch });
  await app.settled();
  const feed = jiyoung.feed();
  expect((await minsu.call.tasks.update({ id, version: 1, patch })).item.version).toBe(2);
  expect(await feed.changes()).toEqual([]);
});

test('two who change the same field at once: one is stored, the other is told', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { id } = await newTask(minsu);
  const outcomes = await Promise.allSettled([
    minsu.call.tasks.update({ id, version: 1, patch: { title: '민수의 제목' } }),
    jiyoung.call.tasks.update({ id, version: 1, patch: { title: '지영의 제목' } }),
  ]);
  expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const { item } = await minsu.call.tasks.get({ id });
  expect(item.version).toBe(2);
  expect(['민수의 제목', '지영의 제목']).toContain(item.title);
});

test('a moment decides the day, a day alone takes the moment away', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { id } = await newTask(minsu);
  const dueAt = new Date('2026-11-24T15:30:00Z');
  expect((await minsu.call.tasks.update({ id, version: 1, patch: { dueAt } })).item).toMatchObject({
    dueOn: '2026-11-25',
    dueAt,
  });
  expect(
    (await minsu.call.tasks.update({ id, version: 2, patch: { dueOn: '2026-11-30' } })).item,
  ).toMatchObject({ dueOn: '2026-11-30', dueAt: null });
});

test('whoever loses sight of a task by a move to another team is told that it is gone, and nothing of it later', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const other = await app.team('others');
  const harin = await app.person('harin', { teamId: other.id });
  const { id } = await newTask(minsu);
  await app.settled();
  const feeds = { jiyoung: jiyoung.feed(), harin: harin.feed() };
  await minsu.call.tasks.update({ id, version: 1, patch: { teamId: other.id } });
  await minsu.call.tasks.update({ id, version: 2, patch: { title: '비밀' } });
  expect(await feeds.jiyoung.changes()).toMatchObject([{ kind: 'task.changed', id, gone: true }]);
  expect(await feeds.harin.changes()).toMatchObject([
    { id, data: { teamId: other.id } },
    { id, data: { title: '비밀' } },
  ]);
});

test('a removed task is gone for everybody until it is restored by those who may remove it', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { id } = await newTask(minsu);
  await expect(jiyoung.call.tasks.remove({ id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await app.settled();
  const feed = jiyoung.feed();
  await minsu.call.tasks.remove({ id });
  await expect(jiyoung.call.tasks.get({ id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    facts: { reason: 'task_not_found' },
  });
  await expect(jiyoung.call.tasks.restore({ id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await minsu.call.tasks.restore({ id });
  expect((await jiyoung.call.tasks.get({ id })).item).toMatchObject({ id, version: 3 });
  expect(await feed.changes()).toMatchObject([
    { kind: 'task.removed', gone: true },
    { kind: 'task.created', data: { id } },
  ]);
});

test('a comment counts on the task, is told with it, and comes once however often it is sent', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const task = await newTask(minsu);
  await app.settled();
  const feed = minsu.feed();
  const comment = { id: newId(), taskId: task.id, body: '확인했어요' };
  await Promise.all([
    jiyoung.call.tasks.addComment(comment),
    jiyoung.call.tasks.addComment(comment),
  ]);
  expect((await minsu.call.tasks.comments({ taskId: task.id })).items).toMatchObject([
    { id: comment.id, authorId: jiyoung.id, body: '확인했어요' },
  ]);
  expect((await minsu.call.tasks.get({ id: task.id })).item.commentCount).toBe(1);
  expect((await feed.changes()).map((event) => event.kind)).toEqual([
    'comment.posted',
    'task.changed',
    'notification.created',
  ]);
  await expect(minsu.call.tasks.addComment(comment)).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('a task for a team or a person that does not exist is refused', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  await expect(newTask(minsu, { teamId: newId() })).rejects.toMatchObject({
    facts: { reason: 'team_not_found' },
  });
  await expect(newTask(minsu, { assigneeId: newId() })).rejects.toMatchObject({
    facts: { reason: 'person_not_found' },
  });
});

test('of two tasks that get a checklist item with one id at once, one is refused', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const tasks = [await newTask(minsu), await newTask(minsu), await newTask(minsu)];
  const checklistItems = [{ id: newId(), title: '도장', isDone: false }];
  const outcomes = await Promise.allSettled(
    tasks.map(({ id }) => minsu.call.tasks.update({ id, version: 1, patch: { checklistItems } })),
  );
  const refused = outcomes.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(2);
  for (const refusal of refused)
    expect(refusal).toMatchObject({
      reason: { code: 'BAD_REQUEST', facts: { reason: 'duplicate_id' } },
    });
});
