// One task and the trash, kept current by events alone, are what fresh answers say.
import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import type { TaskPatch } from '#server/tasks/tasks.schema.ts';
import { screen, Screens } from '#tests/support/screens.ts';
import { storedFile } from '#tests/support/stored-file.ts';
import { testApp } from '#tests/support/test-app.ts';

test('the trash follows what is removed, restored and gone for good', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const admin = await app.person('admin', { role: 'admin' });
  const screens: Screens[] = [];
  for (const person of [minsu, jiyoung, admin])
    screens.push(await Screens.open(app, person, [screen('tasks.trash', { limit: 50 })]));
  const expectCurrent = async () => {
    for (const open of screens) await open.expectCurrent();
  };
  const ids = [newId(), newId(), newId()];
  const [first = '', second = ''] = ids;
  for (const id of ids) {
    app.clock.advance(1000);
    await minsu.call.tasks.create({
      id,
      title: id,
      teamId: minsu.viewer.teamId ?? '',
      assigneeId: id === first ? jiyoung.id : null,
    });
    await minsu.call.tasks.remove({ id });
    await expectCurrent();
  }
  expect(screens[0]?.answersOf('tasks.trash')[0]?.items).toHaveLength(3);
  expect(screens[1]?.answersOf('tasks.trash')[0]?.items).toHaveLength(1);
  await jiyoung.call.tasks.restore({ id: first });
  await expectCurrent();
  await admin.call.tasks.restore({ id: second });
  await expectCurrent();
  expect(screens[2]?.answersOf('tasks.trash')[0]?.items).toHaveLength(1);
  for (const open of screens) await open.close();
});

test('an open task follows all that others do to it', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const harin = await app.person('harin', { teamId: (await app.team('others')).id });
  const id = newId();
  await minsu.call.tasks.create({ id, title: '견적서', teamId: minsu.viewer.teamId ?? '' });
  await app.settled();
  const open: Screens[] = [];
  for (const person of [minsu, jiyoung, harin])
    open.push(await Screens.open(app, person, [screen('tasks.get', { id })]));
  const fileIds = [await storedFile(app, minsu.id), await storedFile(app, minsu.id)];
  const change = (patch: TaskPatch) => minsu.call.tasks.update({ id, version: 1_000_000, patch });
  const acts = [
    () => change({ description: '길게', repeat: 'FREQ=WEEKLY', dueOn: '2026-11-23' }),
    () => minsu.call.tasks.attachFiles({ id, fileIds }),
    () => change({ watcherIds: [harin.id] }),
    () => minsu.call.tasks.detachFile({ id, fileId: fileIds[0] ?? '' }),
    () => jiyoung.call.tasks.restoreFile({ id, fileId: fileIds[0] ?? '' }),
    () => minsu.call.tasks.detachFile({ id, fileId: fileIds[1] ?? '' }),
    () => change({ checklistItems: [{ id: newId(), title: '하나', isDone: true }] }),
    () => jiyoung.call.tasks.move({ id, status: 'done' }),
    () => jiyoung.call.tasks.addComment({ id: newId(), taskId: id, body: '네' }),
    () => change({ watcherIds: [] }),
    () => minsu.call.tasks.remove({ id }),
    () => minsu.call.tasks.restore({ id }),
  ];
  for (const act of acts) {
    app.clock.advance(1000);
    await act();
    for (const screens of open) await screens.expectCurrent();
  }
  expect(open[0]?.answersOf('tasks.get')[0]?.item.files).toHaveLength(1);
  for (const screens of open) await screens.close();
});
