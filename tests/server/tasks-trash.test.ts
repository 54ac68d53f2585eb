// The trash: who finds what in it, and when it is emptied.
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { files } from '#db/schema/files.ts';
import { taskComments, tasks } from '#db/schema/tasks.ts';
import { newId } from '#server/new-id.ts';
import { TRASH_DAYS } from '#server/tasks/tasks.trash.schema.ts';
import { eventually } from '#tests/support/eventually.ts';
import { auditRows } from '#tests/support/audit-rows.ts';
import { storedFile } from '#tests/support/stored-file.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

const DAY_MS = 86_400_000;

type Person = Awaited<ReturnType<TestApp['person']>>;

async function newTask({ call, viewer }: Person, more: { assigneeId?: string } = {}) {
  const teamId = viewer.teamId ?? '';
  return (await call.tasks.create({ id: newId(), title: '견적서', teamId, ...more })).item;
}

test('the trash holds what one may restore, the last removed first, in pages', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const admin = await app.person('admin', { role: 'admin' });
  const [own, given, another] = [
    await newTask(minsu),
    await newTask(minsu, { assigneeId: jiyoung.id }),
    await newTask(minsu),
  ];
  for (const { id } of [own, given, another]) {
    app.clock.advance(1000);
    await minsu.call.tasks.remove({ id });
  }
  const idsFor = async (person: Person) =>
    (await person.call.tasks.trash()).items.map((task) => task.id);
  expect(await idsFor(minsu)).toEqual([another.id, given.id, own.id]);
  expect(await idsFor(admin)).toEqual([another.id, given.id, own.id]);
  expect(await idsFor(jiyoung)).toEqual([given.id]);
  const first = await minsu.call.tasks.trash({ limit: 2 });
  expect(first.items[0]).toMatchObject({
    title: '견적서',
    removedById: minsu.id,
    removedAt: app.clock.now(),
  });
  const second = await minsu.call.tasks.trash({ limit: 2, cursor: first.nextCursor ?? '' });
  expect(second).toMatchObject({ items: [{ id: own.id }], nextCursor: null });
  await expect(minsu.call.tasks.trash({ cursor: 'x' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  await jiyoung.call.tasks.restore({ id: given.id });
  expect(await idsFor(jiyoung)).toEqual([]);
  expect((await minsu.call.tasks.get({ id: given.id })).item.title).toBe('견적서');
});

test('after thirty days a removed task is gone for good, with its comments and files, once', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const [old, young] = [await newTask(minsu), await newTask(minsu)];
  const fileIds = [await storedFile(app, minsu.id)];
  await minsu.call.tasks.addComment({ id: newId(), taskId: old.id, body: '', fileIds });
  await minsu.call.tasks.remove({ id: old.id });
  app.clock.advance(DAY_MS);
  await minsu.call.tasks.remove({ id: young.id });
  app.clock.advance((TRASH_DAYS - 1) * DAY_MS - 1);
  await app.settled();
  await minsu.call.tasks.restore({ id: old.id });
  await minsu.call.tasks.remove({ id: old.id });
  const trashed = async () => (await minsu.call.tasks.trash()).items.map((task) => task.id);
  expect(await trashed()).toEqual([old.id, young.id]);
  const feed = minsu.feed();
  app.clock.advance(DAY_MS + 1);
  await eventually(async () => expect(await trashed()).toEqual([old.id]));
  app.clock.advance((TRASH_DAYS - 1) * DAY_MS);
  await eventually(async () => expect(await trashed()).toEqual([]));
  const purged = (await feed.changes()).filter((event) => event.kind === 'task.purged');
  expect(purged).toMatchObject([
    { id: young.id, gone: true, actorId: null },
    { id: old.id, gone: true },
  ]);
  await expect(minsu.call.tasks.restore({ id: old.id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const left = await app.db.read(async (tx) => [
    await tx.select().from(tasks).where(eq(tasks.id, old.id)),
    await tx.select().from(taskComments).where(eq(taskComments.taskId, old.id)),
    await tx.select().from(files).where(eq(files.ownerId, minsu.id)),
  ]);
  expect(left).toEqual([[], [], []]);
  const labels = (await auditRows(app.db)).map((row) => row.label);
  expect(labels.filter((label) => label === 'task.purge')).toHaveLength(2);
});
