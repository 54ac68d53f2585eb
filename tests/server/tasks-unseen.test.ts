// "Changed since I looked": whom a change concerns, and what ends it.
import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import type { TaskPatch } from '#server/tasks/tasks.schema.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

async function office(app: TestApp) {
  const { minsu, jiyoung, harin, sora } = await app.people('minsu', 'jiyoung', 'harin', 'sora');
  const id = newId();
  const teamId = minsu.viewer.teamId ?? '';
  await minsu.call.tasks.create({
    id,
    title: '견적서',
    teamId,
    assigneeId: jiyoung.id,
    watcherIds: [harin.id],
  });
  const everybody = { minsu, jiyoung, harin, sora };
  const whoHasNotSeen = async () => {
    const names = [];
    for (const [name, person] of Object.entries(everybody))
      if (await isUnseen(person, id)) names.push(name);
    return names;
  };
  const allLook = async () => {
    for (const person of Object.values(everybody)) await person.call.tasks.markSeen({ ids: [id] });
  };
  const change = (person: Person, patch: TaskPatch) =>
    person.call.tasks.update({ id, version: 1_000_000, patch });
  return { ...everybody, id, whoHasNotSeen, allLook, change };
}

async function isUnseen({ call }: Person, id: string) {
  return (await call.tasks.unseen()).ids.includes(id);
}

test('a change is unseen by the creator, who has it and who watches, but never by who made it', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, sora, id, whoHasNotSeen, allLook, change } = await office(app);
  expect(await whoHasNotSeen()).toEqual(['jiyoung', 'harin']);
  await allLook();
  expect(await whoHasNotSeen()).toEqual([]);
  await change(jiyoung, { priority: 'high' });
  expect(await whoHasNotSeen()).toEqual(['minsu', 'harin']);
  await change(sora, { title: '계약서' });
  expect(await whoHasNotSeen()).toEqual(['minsu', 'jiyoung', 'harin']);
  await allLook();
  await minsu.call.tasks.addComment({ id: newId(), taskId: id, body: '네' });
  expect(await whoHasNotSeen()).toEqual(['jiyoung', 'harin']);
  await allLook();
  await minsu.call.tasks.bulkUpdate({ ids: [id], patch: { addLabels: ['급함'] } });
  expect(await whoHasNotSeen()).toEqual(['jiyoung', 'harin']);
});

test('another place in the list is nothing to look at, another column is', async () => {
  await using app = await testApp();
  const { minsu, id, whoHasNotSeen, allLook } = await office(app);
  await allLook();
  const other = newId();
  await minsu.call.tasks.create({ id: other, title: '위', teamId: minsu.viewer.teamId ?? '' });
  await minsu.call.tasks.move({ id, status: 'todo', beforeId: other });
  expect(await whoHasNotSeen()).toEqual([]);
  await minsu.call.tasks.move({ id, status: 'doing' });
  expect(await whoHasNotSeen()).toEqual(['jiyoung', 'harin']);
});

test('whom it no longer concerns hears nothing more of it', async () => {
  await using app = await testApp();
  const { minsu, sora, id, whoHasNotSeen, change } = await office(app);
  await change(minsu, { assigneeId: sora.id, watcherIds: [] });
  expect(await whoHasNotSeen()).toEqual(['sora']);
  await minsu.call.tasks.remove({ id });
  expect(await whoHasNotSeen()).toEqual([]);
  await minsu.call.tasks.restore({ id });
  expect(await whoHasNotSeen()).toEqual(['sora']);
});

test('looking is told to all of one’s own screens, once, and to nobody else', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, id } = await office(app);
  await app.settled();
  const feeds = { minsu: minsu.feed(), jiyoung: jiyoung.feed() };
  const { asOf } = await jiyoung.call.tasks.markSeen({ ids: [id, newId()] });
  await jiyoung.call.tasks.markSeen({ ids: [id] });
  expect(await feeds.jiyoung.changes()).toMatchObject([
    { kind: 'task.seen', id: jiyoung.id, data: { userId: jiyoung.id, ids: [id] } },
  ]);
  expect(feeds.jiyoung.position).toBe(asOf);
  expect(await feeds.minsu.changes()).toEqual([]);
});
