// Notices of comments: for those it names and those whose task it is, as long as they may see it.
import { expect, test } from 'vitest';
import { notifications } from '#db/schema/notifications.ts';
import { newId } from '#server/new-id.ts';
import { during, told } from '#tests/support/during.ts';
import { noticesOf } from '#tests/support/notices.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

/** minsu made it, jiyoung does it, harin watches; doyun is in the team, and seojun in another. */
async function openTask(app: TestApp) {
  const people = await app.people('minsu', 'jiyoung', 'harin', 'doyun');
  const others = await app.team('others');
  const seojun = await app.person('seojun', { teamId: others.id });
  const { minsu, jiyoung, harin } = people;
  const { item } = await minsu.call.tasks.create({
    id: newId(),
    title: '견적서',
    teamId: minsu.viewer.teamId ?? '',
    watcherIds: [harin.id],
  });
  // Nobody is told of a task they take themselves.
  const patch = { assigneeId: jiyoung.id };
  await jiyoung.call.tasks.update({ id: item.id, version: item.version, patch });
  return { ...people, seojun, others, task: item };
}

async function comment(author: Person, taskId: string, mentionIds: string[] = []) {
  const { item } = await author.call.tasks.addComment({
    id: newId(),
    taskId,
    body: '확인했어요',
    mentionIds,
  });
  return item;
}

test('a comment tells those whose task it is and those it names, but not its author', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin, doyun, seojun, task } = await openTask(app);
  await app.settled();
  const feed = doyun.feed();

  const { answer, events, labels } = await during(app, () =>
    comment(minsu, task.id, [harin.id, doyun.id, seojun.id, minsu.id]),
  );

  const noticed = events.filter(({ kind }) => kind === 'notification.created').map(told);
  const data = {
    id: answer.id,
    subjectKind: 'task',
    subjectId: task.id,
    title: '견적서',
    body: '확인했어요',
    no: null,
  };
  const named = [harin.id, doyun.id].toSorted().map((id) => `user:${id}`);
  expect(noticed).toMatchObject([
    { audience: named, data: { ...data, kind: 'comment_mention' } },
    { audience: [`user:${jiyoung.id}`], data: { ...data, kind: 'comment' } },
  ]);
  expect(labels).toEqual(['task.comment']);
  const stored = await app.db.read((tx) => tx.select().from(notifications));
  expect(stored.map(({ userId }) => userId).toSorted()).toEqual(
    [harin.id, doyun.id, jiyoung.id].toSorted(),
  );
  expect((await feed.changes()).map(({ kind }) => kind)).toContain('notification.created');
  expect((await doyun.call.notifications.list()).items).toMatchObject([
    { ...data, kind: 'comment_mention', actorId: minsu.id, readAt: null },
  ]);
  for (const person of [minsu, seojun]) expect(await noticesOf(person)).toEqual([]);
});

test('whoever no longer sees a task keeps none of its notices', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin, doyun, others, task } = await openTask(app);
  await comment(minsu, task.id, [doyun.id]);

  const { events } = await during(app, () =>
    minsu.call.tasks.update({ id: task.id, version: 2, patch: { teamId: others.id } }),
  );

  expect(events.map(told)).toContainEqual({
    kind: 'notification.removed',
    id: task.id,
    audience: [`user:${doyun.id}`],
    data: null,
  });
  const left = [jiyoung, harin, doyun].map(async (person) => (await noticesOf(person)).length);
  expect(await Promise.all(left)).toEqual([1, 1, 0]);
  await app.settled();
  expect((await doyun.call.nav.counts()).notifications).toBe(0);
});

test('so it is when many tasks are moved at once', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, doyun, others, task } = await openTask(app);
  await comment(minsu, task.id, [doyun.id]);
  await minsu.call.tasks.bulkUpdate({ ids: [task.id], patch: { teamId: others.id } });
  await app.settled();
  expect(await noticesOf(doyun)).toEqual([]);
  expect((await doyun.call.nav.counts()).notifications).toBe(0);
  expect(await noticesOf(jiyoung)).toHaveLength(1);
});

test('a removed task takes its notices with it, and they do not come back with it', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, doyun, task } = await openTask(app);
  await comment(minsu, task.id, [doyun.id]);
  await minsu.call.tasks.remove({ id: task.id });
  await minsu.call.tasks.restore({ id: task.id });
  await app.settled();
  for (const person of [jiyoung, doyun]) {
    expect(await noticesOf(person)).toEqual([]);
    expect((await person.call.nav.counts()).notifications).toBe(0);
  }
});

test('whoever comes to another team keeps only the notices of tasks they still see', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, doyun, others, task } = await openTask(app);
  const admin = await app.person('admin', { role: 'admin' });
  await comment(minsu, task.id, [doyun.id]);
  for (const { id } of [doyun, jiyoung])
    await admin.call.admin.users.update({ id, patch: { teamId: others.id } });
  await app.settled();
  expect(await noticesOf(doyun)).toEqual([]);
  expect((await doyun.call.nav.counts()).notifications).toBe(0);
  expect(await noticesOf(jiyoung)).toHaveLength(1);
});

test('a comment with the id of a message tells, and takes away, nothing of that message', async () => {
  await using app = await testApp();
  const { minsu, doyun, task } = await openTask(app);
  const roomId = newId();
  await minsu.call.chat.createRoom({ id: roomId, kind: 'group', memberIds: [doyun.id] });
  const id = newId();
  await minsu.call.chat.send({ id, roomId, body: '네', mentionIds: [doyun.id] });
  await minsu.call.tasks.addComment({ id, taskId: task.id, body: '네', mentionIds: [doyun.id] });
  expect(await noticesOf(doyun)).toEqual([{ id, kind: 'mention', isUnread: true }]);
});
