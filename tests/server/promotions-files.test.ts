import { expect, test } from 'vitest';
import { collectFiles } from '#server/files/files.collect.ts';
import { getVisibleFile } from '#server/files/files.visible.ts';
import { newId } from '#server/new-id.ts';
import { PROMOTION_FILES_MAX } from '#server/promotions/promotions.schema.ts';
import { during, told } from '#tests/support/during.ts';
import { newPromotion } from '#tests/support/new-promotion.ts';
import { storedFile } from '#tests/support/stored-file.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

const DAY_MS = 86_400_000;

type Person = Awaited<ReturnType<TestApp['person']>>;

function sees(app: TestApp, person: Person, fileId: string): Promise<boolean> {
  return app.db
    .read((tx) => getVisibleFile(tx, person.viewer, fileId))
    .then(
      () => true,
      () => false,
    );
}

test('a picture on a promotion is told, seen by everybody who works here, and not listed', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const loner = await app.person('loner');
  const { id } = (await minsu.call.promotions.create(newPromotion())).item;
  const fileId = await storedFile(app, jiyoung.id);
  expect(await sees(app, loner, fileId)).toBe(false);

  const { answer, events, labels } = await during(app, () =>
    jiyoung.call.promotions.attach({ id, fileIds: [fileId] }),
  );

  expect(answer.files).toMatchObject([{ id: fileId, name: '사진.png' }]);
  expect(events.map(told)).toMatchObject([
    { kind: 'promotion.changed', id, audience: ['staff'], data: { files: answer.files } },
  ]);
  expect(labels).toEqual(['promotion.attach']);
  expect((await minsu.call.promotions.get({ id })).item.files).toEqual(answer.files);
  expect((await minsu.call.promotions.list()).items).toEqual([answer.item]);
  expect(await sees(app, loner, fileId)).toBe(true);
  await minsu.call.promotions.remove({ id });
  expect(await sees(app, loner, fileId)).toBe(false);
});

test('attaching the same again, as a retry does, changes nothing', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { id } = (await minsu.call.promotions.create(newPromotion())).item;
  const fileIds = [await storedFile(app, minsu.id)];
  const { item, files } = await minsu.call.promotions.attach({ id, fileIds });

  const again = await during(app, () => minsu.call.promotions.attach({ id, fileIds }));

  expect([again.answer.item, again.answer.files, again.events]).toEqual([item, files, []]);
});

const LOST = { code: 'NOT_FOUND', facts: { reason: 'file_not_found' } };

test('whoever takes a picture off, it is nobody’s, and whoever wants puts it back', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { id } = (await minsu.call.promotions.create(newPromotion())).item;
  const fileId = await storedFile(app, minsu.id);
  await minsu.call.promotions.attach({ id, fileIds: [fileId] });

  const { answer, labels } = await during(app, () =>
    jiyoung.call.promotions.detach({ id, fileId }),
  );

  expect([answer.files, labels]).toEqual([[], ['promotion.detach']]);
  for (const person of [minsu, jiyoung]) expect(await sees(app, person, fileId)).toBe(false);
  await expect(jiyoung.call.promotions.detach({ id, fileId })).rejects.toMatchObject(LOST);

  const back = await during(app, () => minsu.call.promotions.restoreFile({ id, fileId }));
  const again = await during(app, () => minsu.call.promotions.restoreFile({ id, fileId }));
  expect(back.answer.files).toMatchObject([{ id: fileId }]);
  expect(back.labels).toEqual(['promotion.restore_file']);
  expect(back.events.map(told)).toMatchObject([
    { kind: 'promotion.changed', id, data: { files: back.answer.files } },
  ]);
  expect([again.answer.item, again.events]).toEqual([back.answer.item, []]);
  expect(await sees(app, jiyoung, fileId)).toBe(true);
});

test('what is somebody else’s, or hangs elsewhere, or is too much, is refused', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { id } = (await minsu.call.promotions.create(newPromotion())).item;
  const other = (await minsu.call.promotions.create(newPromotion())).item;
  const fileId = await storedFile(app, minsu.id);
  const attach = (who: Person, promotionId: string, fileIds: string[]) =>
    who.call.promotions.attach({ id: promotionId, fileIds });

  await expect(attach(jiyoung, id, [fileId])).rejects.toMatchObject(LOST);
  await expect(attach(minsu, newId(), [fileId])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await attach(minsu, id, [fileId]);
  await expect(attach(minsu, other.id, [fileId])).rejects.toMatchObject(LOST);
  await expect(minsu.call.promotions.detach({ id: other.id, fileId })).rejects.toMatchObject(LOST);
  const restore = (to: string) => minsu.call.promotions.restoreFile({ id: to, fileId });
  await minsu.call.promotions.detach({ id, fileId });
  await expect(restore(other.id)).rejects.toMatchObject(LOST);
  for (let at = 0; at < PROMOTION_FILES_MAX; at += 1)
    await attach(minsu, id, [await storedFile(app, minsu.id)]);
  const full = { code: 'PRECONDITION_FAILED', facts: { reason: 'too_many_promotion_files' } };
  await expect(restore(id)).rejects.toMatchObject(full);
  await expect(attach(minsu, id, [await storedFile(app, minsu.id)])).rejects.toMatchObject(full);
});

test('a note about the result is told only when it changed, and kept out of lists', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { id } = (await minsu.call.promotions.create(newPromotion())).item;

  const noted = await during(app, () =>
    minsu.call.promotions.update({ id, version: 1, patch: { resultNote: '매진' } }),
  );
  const renamed = await during(app, () =>
    minsu.call.promotions.update({ id, version: 2, patch: { title: '봄 세일' } }),
  );

  expect(noted.events.map(({ data }) => data)).toMatchObject([{ resultNote: '매진' }]);
  expect(renamed.events.map(({ data }) => data)).not.toMatchObject([
    { resultNote: expect.anything() },
  ]);
  expect((await jiyoung.call.promotions.get({ id })).item.resultNote).toBe('매진');
  expect((await jiyoung.call.promotions.list()).items[0]).not.toHaveProperty('resultNote');
  const late = { id, version: 1, patch: { resultNote: '반만 팔림' } };
  await expect(jiyoung.call.promotions.update(late)).rejects.toMatchObject({
    code: 'CONFLICT',
    facts: { reason: 'field_conflict', current: { resultNote: '매진' } },
  });
});

test('for a day; then it is gone', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { id } = (await minsu.call.promotions.create(newPromotion())).item;
  const fileId = await storedFile(app, minsu.id);
  await minsu.call.promotions.attach({ id, fileIds: [fileId] });
  app.clock.advance(90 * DAY_MS);
  await minsu.call.promotions.detach({ id, fileId });
  app.clock.advance(DAY_MS - 1);
  await collectFiles(app.deps);
  await minsu.call.promotions.restoreFile({ id, fileId });
  await minsu.call.promotions.detach({ id, fileId });
  app.clock.advance(DAY_MS);
  const restored = () => minsu.call.promotions.restoreFile({ id, fileId });
  await expect(restored()).rejects.toMatchObject(LOST);
  await collectFiles(app.deps);
  await expect(restored()).rejects.toMatchObject(LOST);
});
