import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { type CreateViewInput, SHARED_VIEWS_MAX, VIEWS_MAX } from '#server/views/views.schema.ts';
import { during, told } from '#tests/support/during.ts';
import { testApp } from '#tests/support/test-app.ts';

function newView(given: Partial<CreateViewInput> = {}) {
  const view = { id: newId(), name: '급한 일', query: 'mine=true', isShared: false };
  return { ...view, screen: 'tasks' as const, ...given };
}

test('a view one keeps is stored, told to nobody else, and found again on its screen', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const admin = await app.person('admin', { role: 'admin' });
  const given = newView();

  const { answer, events, labels } = await during(app, () => minsu.call.views.create(given));

  const at = app.clock.now();
  const item = { ...given, ownerId: minsu.id, version: 1, createdAt: at, updatedAt: at };
  expect(answer.item).toEqual(item);
  expect(events.map(told)).toEqual([
    { kind: 'view.created', id: given.id, audience: [`user:${minsu.id}`], data: item },
  ]);
  expect(labels).toEqual(['view.create']);
  expect((await minsu.call.views.list({ screen: 'tasks' })).items).toEqual([item]);
  expect((await minsu.call.views.list({ screen: 'promotions' })).items).toEqual([]);
  for (const other of [jiyoung, admin])
    expect((await other.call.views.list({ screen: 'tasks' })).items).toEqual([]);
});

test('a shared view comes to everybody by name, and leaves them when it is shared no longer', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await minsu.call.views.create(newView({ name: '나' }));
  const other = await jiyoung.call.views.create(newView({ name: '가', query: '' }));
  await app.settled();
  const feed = jiyoung.feed();

  const shared = await during(app, () =>
    minsu.call.views.update({ id: item.id, version: 1, patch: { isShared: true } }),
  );
  expect(shared.events.map(told)).toMatchObject([{ kind: 'view.changed', audience: ['staff'] }]);
  expect(shared.labels).toEqual(['view.update']);
  expect((await jiyoung.call.views.list({ screen: 'tasks' })).items).toEqual([
    other.item,
    shared.answer.item,
  ]);
  await minsu.call.views.update({ id: item.id, version: 2, patch: { isShared: false } });
  expect(await feed.changes()).toMatchObject([
    { kind: 'view.changed', data: shared.answer.item },
    { kind: 'view.changed', id: item.id, gone: true },
  ]);
  expect((await jiyoung.call.views.list({ screen: 'tasks' })).items).toEqual([other.item]);
  await feed.close();
});

test('keeping the same view twice is keeping it once', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const given = newView({ isShared: true });
  const { item } = await minsu.call.views.create(given);

  const again = await during(app, () => minsu.call.views.create({ ...given, name: '다른 이름' }));

  expect([again.answer.item, again.events, again.labels]).toEqual([item, [], []]);
  await expect(jiyoung.call.views.create(given)).rejects.toMatchObject({
    code: 'CONFLICT',
    facts: { reason: 'id_in_use' },
  });
  const same = { id: item.id, version: 1, patch: { name: item.name } };
  expect((await during(app, () => minsu.call.views.update(same))).events).toEqual([]);
});

test('only its owner changes a view; a shared one also an admin; a private one is nobody else’s', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const admin = await app.person('admin', { role: 'admin' });
  const mine = (await minsu.call.views.create(newView())).item;
  const shared = (await minsu.call.views.create(newView({ isShared: true }))).item;
  const lost = { code: 'NOT_FOUND', facts: { reason: 'view_not_found' } };
  const refused = { code: 'FORBIDDEN', facts: { reason: 'view_not_yours' } };
  const patch = { name: '다른 이름' };

  for (const person of [jiyoung, admin]) {
    const update = person.call.views.update({ id: mine.id, version: 1, patch });
    await expect(update).rejects.toMatchObject(lost);
    await expect(person.call.views.remove({ id: mine.id })).rejects.toMatchObject(lost);
  }
  await expect(
    jiyoung.call.views.update({ id: shared.id, version: 1, patch }),
  ).rejects.toMatchObject(refused);
  await expect(jiyoung.call.views.remove({ id: shared.id })).rejects.toMatchObject(refused);
  await admin.call.views.update({ id: shared.id, version: 1, patch });
  const late = { id: shared.id, version: 1, patch: { name: '내 이름' } };
  await expect(minsu.call.views.update(late)).rejects.toMatchObject({
    code: 'CONFLICT',
    facts: { reason: 'changed_meanwhile', current: { name: '다른 이름', version: 2 } },
  });
  const removed = await during(app, () => admin.call.views.remove({ id: shared.id }));
  expect(removed.events.map(told)).toEqual([
    { kind: 'view.removed', id: shared.id, audience: ['staff'], data: null },
  ]);
  expect(removed.labels).toEqual(['view.remove']);
  await expect(minsu.call.views.remove({ id: shared.id })).rejects.toMatchObject(lost);
  expect((await minsu.call.views.list({ screen: 'tasks' })).items).toEqual([mine]);
});

test('views stay few: of one person, and of those that all share', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const isFull = (reason: string) => ({ code: 'PRECONDITION_FAILED', facts: { reason } });
  for (const person of [minsu, jiyoung])
    for (let at = 0; at < VIEWS_MAX; at += 1)
      await person.call.views.create(newView({ isShared: true }));
  await expect(minsu.call.views.create(newView())).rejects.toMatchObject(isFull('too_many_views'));
  await minsu.call.views.create(newView({ screen: 'promotions', isShared: true }));

  const admin = await app.person('admin', { role: 'admin' });
  expect((await admin.call.views.list({ screen: 'tasks' })).items).toHaveLength(SHARED_VIEWS_MAX);
  const { item } = await admin.call.views.create(newView());
  const share = { id: item.id, version: 1, patch: { isShared: true } };
  await expect(admin.call.views.update(share)).rejects.toMatchObject(
    isFull('too_many_shared_views'),
  );
});

test('views without a name, with too long a query, or of no screen are refused', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const create = (given: object) => minsu.call.views.create({ ...newView(), ...given });
  for (const wrong of [{ name: ' ' }, { name: '가'.repeat(61) }, { query: 'q'.repeat(2_001) }])
    await expect(create(wrong)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(create({ screen: 'chat' as 'tasks' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  const nothing = minsu.call.views.update({ id: newId(), version: 1, patch: {} });
  await expect(nothing).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});
