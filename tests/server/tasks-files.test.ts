// Files on a task itself: who puts them there, who sees them, and that nothing is hung up twice.
import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { collectFiles } from '#server/files/files.collect.ts';
import { getVisibleFile } from '#server/files/files.visible.ts';
import { TASK_FILES_MAX } from '#server/tasks/tasks.schema.ts';
import { storedFile } from '#tests/support/stored-file.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

async function office(app: TestApp) {
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const harin = await app.person('harin', { teamId: (await app.team('others')).id });
  const id = newId();
  await minsu.call.tasks.create({ id, title: '견적서', teamId: minsu.viewer.teamId ?? '' });
  await app.settled();
  const filesSeenBy = async ({ call }: Person) => (await call.tasks.get({ id })).item.files;
  const mayOpen = async ({ viewer }: Person, fileId: string) => {
    const opened = app.db.read((tx) => getVisibleFile(tx, viewer, fileId));
    return await opened.then(
      () => true,
      () => false,
    );
  };
  return { minsu, jiyoung, harin, id, filesSeenBy, mayOpen };
}

test('a file on a task is for those who see the task, and is told to them', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin, id, filesSeenBy, mayOpen } = await office(app);
  const feed = minsu.feed();
  const fileId = await storedFile(app, jiyoung.id);
  const answer = await jiyoung.call.tasks.attachFiles({ id, fileIds: [fileId] });
  const again = await jiyoung.call.tasks.attachFiles({ id, fileIds: [fileId] });
  expect(answer.files).toMatchObject([{ id: fileId, name: '사진.png' }]);
  expect(again).toMatchObject({ files: answer.files, item: { version: 2 } });
  expect(await filesSeenBy(minsu)).toEqual(answer.files);
  expect(await mayOpen(minsu, fileId)).toBe(true);
  expect(await mayOpen(harin, fileId)).toBe(false);
  const told = (await feed.changes()).filter((event) => event.kind === 'task.changed');
  expect(told).toMatchObject([{ id, data: { files: answer.files }, actorId: jiyoung.id }]);
  expect((await minsu.call.tasks.activity({ taskId: id })).items).toMatchObject([
    { field: 'files', before: [], after: ['사진.png'], actorId: jiyoung.id },
  ]);
  await minsu.call.tasks.remove({ id });
  expect(await mayOpen(minsu, fileId)).toBe(false);
  await minsu.call.tasks.restore({ id });
  expect(await filesSeenBy(minsu)).toEqual(answer.files);
});

test('taken away, it is its owner’s again', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, id, filesSeenBy, mayOpen } = await office(app);
  const fileId = await storedFile(app, jiyoung.id);
  await jiyoung.call.tasks.attachFiles({ id, fileIds: [fileId] });
  expect((await minsu.call.tasks.detachFile({ id, fileId })).files).toEqual([]);
  expect(await filesSeenBy(minsu)).toEqual([]);
  expect(await mayOpen(minsu, fileId)).toBe(false);
  expect(await mayOpen(jiyoung, fileId)).toBe(true);
  await expect(minsu.call.tasks.detachFile({ id, fileId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    facts: { reason: 'file_not_found' },
  });
});

test('only files of one’s own are hung up, only on a task one sees, and not too many', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin, id, filesSeenBy } = await office(app);
  const [mine, theirs] = [await storedFile(app, minsu.id), await storedFile(app, jiyoung.id)];
  const attach = ({ call }: Person, fileIds: string[]) => call.tasks.attachFiles({ id, fileIds });
  await expect(attach(minsu, [mine, theirs])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(attach(harin, [mine])).rejects.toMatchObject({
    facts: { reason: 'task_not_found' },
  });
  await expect(attach(minsu, [])).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  expect(await filesSeenBy(minsu)).toEqual([]);
  for (let left = TASK_FILES_MAX; left > 0; left -= 10) {
    const ten = [];
    for (let at = 0; at < 10; at += 1) ten.push(await storedFile(app, minsu.id));
    await attach(minsu, ten);
  }
  await expect(attach(minsu, [mine])).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
    facts: { reason: 'too_many_task_files' },
  });
  expect(await filesSeenBy(minsu)).toHaveLength(TASK_FILES_MAX);
});

test('taken away after months, it is not cleared away before its owner can put it somewhere', async () => {
  await using app = await testApp();
  const { jiyoung, id } = await office(app);
  const fileId = await storedFile(app, jiyoung.id);
  await jiyoung.call.tasks.attachFiles({ id, fileIds: [fileId] });
  app.clock.advance(90 * 86_400_000);
  await jiyoung.call.tasks.detachFile({ id, fileId });
  await collectFiles(app.deps);
  const { files } = await jiyoung.call.tasks.attachFiles({ id, fileIds: [fileId] });
  expect(files.map((file) => file.id)).toEqual([fileId]);
});
