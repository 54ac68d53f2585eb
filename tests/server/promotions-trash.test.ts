import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { during, told } from '#tests/support/during.ts';
import { newPromotion } from '#tests/support/new-promotion.ts';
import { storedFile } from '#tests/support/stored-file.ts';
import { testApp } from '#tests/support/test-app.ts';

test('a promotion that was removed comes back as it was, with its note and its pictures', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await minsu.call.promotions.create(newPromotion());
  const { id } = item;
  const fileIds = [await storedFile(app, minsu.id)];
  await minsu.call.promotions.attach({ id, fileIds });
  await minsu.call.promotions.update({ id, version: 2, patch: { resultNote: '매진' } });
  const before = (await jiyoung.call.promotions.get({ id })).item;
  await minsu.call.promotions.remove({ id });
  await app.settled();
  const feed = jiyoung.feed();

  const { answer, events, labels } = await during(app, () => minsu.call.promotions.restore({ id }));

  const { files, resultNote } = before;
  const data = { ...answer.item, files, resultNote, was: null };
  expect(events.map(told)).toEqual([{ kind: 'promotion.created', id, audience: ['staff'], data }]);
  expect(labels).toEqual(['promotion.restore']);
  expect(await feed.changes()).toMatchObject([{ kind: 'promotion.created', id }]);
  expect((await jiyoung.call.promotions.get({ id })).item).toEqual({ ...before, version: 5 });
  expect((await jiyoung.call.promotions.list({ channel: '매장' })).items).toEqual([answer.item]);
  await feed.close();
});

test('putting back what is there, or twice, changes nothing', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { item } = await minsu.call.promotions.create(newPromotion());

  const { answer, events, labels } = await during(app, () =>
    minsu.call.promotions.restore({ id: item.id }),
  );

  expect([answer.item, events, labels]).toEqual([item, [], []]);
});

test('only its author and admins put a promotion back; to others it is not there', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const admin = await app.person('admin', { role: 'admin' });
  const { id } = (await minsu.call.promotions.create(newPromotion())).item;
  await admin.call.promotions.remove({ id });

  const lost = { code: 'NOT_FOUND', facts: { reason: 'promotion_not_found' } };
  await expect(jiyoung.call.promotions.restore({ id })).rejects.toMatchObject(lost);
  await expect(minsu.call.promotions.restore({ id: newId() })).rejects.toMatchObject(lost);
  expect((await minsu.call.promotions.restore({ id })).item).toMatchObject({ id, version: 3 });
  await minsu.call.promotions.remove({ id });
  expect((await admin.call.promotions.restore({ id })).item).toMatchObject({ id, version: 5 });
});
