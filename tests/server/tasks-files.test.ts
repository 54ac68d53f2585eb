// Files on a task itself: who puts them there, who sees them, and that nothing is hung up twice.
import { expect, test } from 'vitest';
import { files } from '#db/schema/files.ts';
import { newId } from '#server/new-id.ts';
import { collectFiles } from '#server/files/files.collect.ts';
import { getVisibleFile } from '#server/files/files.visible.ts';
import { TASK_FILES_MAX } from '#server/tasks/tasks.schema.ts';
import { during, told } from '#tests/support/during.ts';
import { storedFile } from '#tests/support/stored-file.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

const DAY_MS = 86_400_000;

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

async function fill(app: TestApp, { id: ownerId, call }: Person, id: string): Promise<void> {
  for (let left = TASK_FILES_MAX; left > 0; left -= 10) {
    const ten = [];
    for (let at = 0; at < 10; at += 1) ten.push(await storedFile(app, ownerId));
    await call.tasks.attachFiles({ id, fileIds: ten });
  }
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

const LOST = { code: 'NOT_FOUND', facts: { reason: 'file_not_found' } };

test('taken off it is nobody’s, not its owner’s either, and comes back where it was', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, id, filesSeenBy, mayOpen } = await office(app);
  const fileIds = [await storedFile(app, jiyoung.id)];
  const [fileId = ''] = fileIds;
  app.clock.advance(1000);
  fileIds.push(await storedFile(app, jiyoung.id));
  const hung = (await jiyoung.call.tasks.attachFiles({ id, fileIds })).files;

  app.clock.advance(1000);
  expect((await minsu.call.tasks.detachFile({ id, fileId })).files).toEqual(hung.slice(1));
  for (const person of [minsu, jiyoung]) expect(await mayOpen(person, fileId)).toBe(false);
  await expect(minsu.call.tasks.detachFile({ id, fileId })).rejects.toMatchObject(LOST);
  const attached = jiyoung.call.tasks.attachFiles({ id, fileIds: [fileId] });
  await expect(attached).rejects.toMatchObject(LOST);

  app.clock.advance(1000);
  const back = await during(app, () => jiyoung.call.tasks.restoreFile({ id, fileId }));
  const again = await during(app, () => jiyoung.call.tasks.restoreFile({ id, fileId }));
  expect(back.answer).toMatchObject({ files: hung, item: { version: 4 } });
  expect(back.labels).toEqual(['task.restore_file']);
  expect(back.events.map(told)).toMatchObject([{ kind: 'task.changed', data: { files: hung } }]);
  expect([again.answer.files, again.answer.item.version, again.events]).toEqual([hung, 4, []]);
  expect(await filesSeenBy(minsu)).toEqual(hung);
  expect(await mayOpen(minsu, fileId)).toBe(true);
  expect((await minsu.call.tasks.activity({ taskId: id })).items).toMatchObject([
    { field: 'files', before: [] },
    { field: 'files', after: ['사진.png'], actorId: minsu.id },
    { field: 'files', before: ['사진.png'], after: ['사진.png', '사진.png'], actorId: jiyoung.id },
  ]);
});

test('a file is put back only where it hung, by those who see that, and if there is room', async () => {
  await using app = await testApp();
  const { minsu, harin, id, filesSeenBy } = await office(app);
  const other = newId();
  await minsu.call.tasks.create({ id: other, title: '다른 일', teamId: minsu.viewer.teamId ?? '' });
  const fileId = await storedFile(app, minsu.id);
  await minsu.call.tasks.attachFiles({ id, fileIds: [fileId] });
  await minsu.call.tasks.detachFile({ id, fileId });
  const restore = ({ call }: Person, to = id) => call.tasks.restoreFile({ id: to, fileId });

  await expect(restore(minsu, other)).rejects.toMatchObject(LOST);
  const unseen = { facts: { reason: 'task_not_found' } };
  await expect(restore(harin)).rejects.toMatchObject(unseen);
  await minsu.call.tasks.remove({ id });
  await expect(restore(minsu)).rejects.toMatchObject(unseen);
  await minsu.call.tasks.restore({ id });
  await fill(app, minsu, id);
  await expect(restore(minsu)).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
    facts: { reason: 'too_many_task_files' },
  });
  expect(await filesSeenBy(minsu)).toHaveLength(TASK_FILES_MAX);
});

test('for a day: then it is gone, with its bytes', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, id } = await office(app);
  const fileIds = [await storedFile(app, jiyoung.id), await storedFile(app, jiyoung.id)];
  const [fileId = '', stays = ''] = fileIds;
  await jiyoung.call.tasks.attachFiles({ id, fileIds });
  app.clock.advance(90 * DAY_MS);
  await minsu.call.tasks.detachFile({ id, fileId });
  app.clock.advance(DAY_MS - 1);
  await collectFiles(app.deps);
  await minsu.call.tasks.restoreFile({ id, fileId });
  await minsu.call.tasks.detachFile({ id, fileId });
  app.clock.advance(DAY_MS);
  await expect(minsu.call.tasks.restoreFile({ id, fileId })).rejects.toMatchObject(LOST);
  await collectFiles(app.deps);
  const rows = await app.db.read((tx) => tx.select({ id: files.id }).from(files));
  expect(rows).toEqual([{ id: stays }]);
  await expect(minsu.call.tasks.restoreFile({ id, fileId })).rejects.toMatchObject(LOST);
});

test('whether a file hangs on a task one may not see is not told', async () => {
  await using app = await testApp();
  const { minsu, harin, id } = await office(app);
  const fileId = await storedFile(app, minsu.id);
  await minsu.call.tasks.attachFiles({ id, fileIds: [fileId] });
  const onComment = await storedFile(app, minsu.id);
  const said = { id: newId(), taskId: id, body: '', fileIds: [onComment] };
  await minsu.call.tasks.addComment(said);
  for (const one of [fileId, onComment, newId()]) {
    const opened = app.db.read((tx) => getVisibleFile(tx, harin.viewer, one));
    await expect(opened, one).rejects.toMatchObject(LOST);
  }
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
  await fill(app, minsu, id);
  await expect(attach(minsu, [mine])).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
    facts: { reason: 'too_many_task_files' },
  });
  expect(await filesSeenBy(minsu)).toHaveLength(TASK_FILES_MAX);
});
