// What is made after the pattern of something else has its files too, and each goes its own way from then on.
import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { files } from '#db/schema/files.ts';
import { getVisibleFile } from '#server/files/files.visible.ts';
import { newId } from '#server/new-id.ts';
import { during, told } from '#tests/support/during.ts';
import { newPromotion } from '#tests/support/new-promotion.ts';
import { storedFile } from '#tests/support/stored-file.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

/** Three files, the third of them taken off. */
async function threeFiles(app: TestApp, { id }: Person): Promise<[string, string, string]> {
  const stored = async () => {
    app.clock.advance(1000);
    return await storedFile(app, id);
  };
  return [await stored(), await stored(), await stored()];
}

async function taskWithFiles(app: TestApp, repeat: string | null = null) {
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const [first, second, gone] = await threeFiles(app, minsu);
  const { item } = await minsu.call.tasks.create({
    id: newId(),
    title: '진열',
    teamId: minsu.viewer.teamId ?? '',
    repeat,
    dueOn: '2026-11-23',
    description: `왼쪽 ![가](file:${first})\n![다](file:${gone}) ![남](file:${minsu.id})`,
  });
  const { id } = item;
  await minsu.call.tasks.attachFiles({ id, fileIds: [first, second, gone] });
  await minsu.call.tasks.detachFile({ id, fileId: gone });
  return { minsu, jiyoung, id, first, second, gone };
}

const rowsOf = ({ db }: TestApp) =>
  db.read((tx) => tx.select().from(files).orderBy(asc(files.createdAt), asc(files.id)));

const expected = (of: { first: string; gone: string; minsu: Person }, copy: string) =>
  `왼쪽 ![가](file:${copy})\n![다](file:${of.gone}) ![남](file:${of.minsu.id})`;

test('a copied task shows pictures of its own, in the order and the places of the originals', async () => {
  await using app = await testApp();
  const given = await taskWithFiles(app);
  const { minsu, jiyoung, id, first, second } = given;
  const copy = { id, newId: newId() };
  const { events } = await during(app, () => jiyoung.call.tasks.duplicate(copy));
  await jiyoung.call.tasks.duplicate(copy);

  const { item } = await minsu.call.tasks.get({ id: copy.newId });
  const rows = await rowsOf(app);
  const hashes = item.files.map((file) => rows.find((row) => row.id === file.id)?.hash);
  expect(hashes).toEqual([first, second]);
  const [one = { id: '' }, two = { id: '' }] = item.files;
  expect(new Set([one.id, two.id, first, second]).size).toBe(4);
  expect(item.description).toBe(expected(given, one.id));
  expect(rows).toHaveLength(5);
  expect(rows.find((row) => row.id === one.id)).toMatchObject({ ownerId: jiyoung.id });
  const { description, files: copied } = item;
  expect(events.map(told)).toMatchObject([
    { kind: 'task.created', id: copy.newId, data: { description, files: copied } },
  ]);

  await minsu.call.tasks.detachFile({ id, fileId: first });
  await minsu.call.tasks.remove({ id });
  const seen = await app.db.read((tx) => getVisibleFile(tx, jiyoung.viewer, one.id));
  expect(seen.hash).toBe(first);
  expect((await minsu.call.tasks.get({ id: copy.newId })).item.files).toEqual(item.files);
});

test('the next one of a repeating task has them as well; opened again, they go with it', async () => {
  await using app = await testApp();
  const given = await taskWithFiles(app, 'FREQ=WEEKLY');
  const { minsu, jiyoung, id, first, second } = given;
  await jiyoung.call.tasks.move({ id, status: 'done' });
  const [next] = (await minsu.call.tasks.list({ status: ['todo'] })).items;
  const { item } = await minsu.call.tasks.get({ id: next?.id ?? '' });
  const rows = await rowsOf(app);
  const hashes = item.files.map((file) => rows.find((row) => row.id === file.id)?.hash);
  expect(hashes).toEqual([first, second]);
  expect(item.description).toBe(expected(given, item.files[0]?.id ?? ''));
  expect(item.version).toBe(1);

  const { keptNextIds } = await minsu.call.tasks.move({ id, status: 'todo' });
  expect(keptNextIds).toEqual([]);
  expect((await rowsOf(app)).map((row) => row.subjectId)).toEqual([id, id, id]);
  expect((await minsu.call.tasks.get({ id })).item.files).toHaveLength(2);
});

test('a copied promotion has its pictures', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { id } = (await minsu.call.promotions.create(newPromotion())).item;
  const [first, second, gone] = await threeFiles(app, minsu);
  await minsu.call.promotions.attach({ id, fileIds: [first, second, gone] });
  await minsu.call.promotions.detach({ id, fileId: gone });
  const copy = { id, newId: newId(), startsOn: null, endsOn: null };
  const { events } = await during(app, () => jiyoung.call.promotions.duplicate(copy));
  await jiyoung.call.promotions.duplicate(copy);

  const { item } = await minsu.call.promotions.get({ id: copy.newId });
  const rows = await rowsOf(app);
  const hashes = item.files.map((file) => rows.find((row) => row.id === file.id)?.hash);
  expect(hashes).toEqual([first, second]);
  expect(rows).toHaveLength(5);
  expect(events.map(told)).toMatchObject([
    { kind: 'promotion.created', id: copy.newId, data: { files: item.files } },
  ]);
});
