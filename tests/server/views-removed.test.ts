// A saved view that was removed: nobody has it, and for a day whoever may remove it takes the very same one back.
import { expect, test } from 'vitest';
import { savedViews } from '#db/schema/views.ts';
import { newId } from '#server/new-id.ts';
import {
  type CreateViewInput,
  REMOVED_VIEW_KEPT_MS,
  VIEWS_MAX,
} from '#server/views/views.schema.ts';
import { auditRows } from '#tests/support/audit-rows.ts';
import { during, told } from '#tests/support/during.ts';
import { eventually } from '#tests/support/eventually.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

async function newView({ call }: Person, given: Partial<CreateViewInput> = {}) {
  const view = { id: newId(), name: '급한 일', query: 'mine=true', screen: 'tasks' as const };
  return (await call.views.create({ ...view, isShared: true, ...given })).item;
}

async function namesFor({ call }: Person): Promise<string[]> {
  return (await call.views.list({ screen: 'tasks' })).items.map(({ name }) => name);
}

const lost = { code: 'NOT_FOUND', facts: { reason: 'view_not_found' } };

test('a shared view that an admin removed comes back the same, to everybody, as its owner’s', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const admin = await app.person('admin', { role: 'admin' });
  const view = await newView(minsu);
  await app.settled();
  const feed = jiyoung.feed();
  app.clock.advance(1000);
  await admin.call.views.remove({ id: view.id });
  for (const person of [minsu, jiyoung, admin]) expect(await namesFor(person)).toEqual([]);

  app.clock.advance(1000);
  const { answer, events, labels } = await during(app, () =>
    admin.call.views.restore({ id: view.id }),
  );

  const item = { ...view, version: 3, updatedAt: app.clock.now() };
  expect(answer.item).toEqual(item);
  expect(events.map(told)).toEqual([
    { kind: 'view.created', id: view.id, audience: ['staff'], data: item },
  ]);
  expect(labels).toEqual(['view.restore']);
  expect((await jiyoung.call.views.list({ screen: 'tasks' })).items).toEqual([item]);
  expect(await feed.changes()).toMatchObject([
    { kind: 'view.removed', version: 2, gone: true },
    { kind: 'view.created', version: 3, data: item },
  ]);
  await feed.close();
});

test('taking a view back twice is taking it back once, and of one that is there nothing happens', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const view = await newView(minsu, { isShared: false });
  expect((await during(app, () => minsu.call.views.restore(view))).events).toEqual([]);
  await minsu.call.views.remove(view);
  const first = await minsu.call.views.restore(view);
  const again = await during(app, () => minsu.call.views.restore(view));
  expect([again.answer.item, again.events, again.labels]).toEqual([first.item, [], []]);
  expect(await namesFor(minsu)).toEqual(['급한 일']);
});

test('only those who may remove a view take it back, and nobody learns of a private one', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const admin = await app.person('admin', { role: 'admin' });
  const [own, shared] = [await newView(minsu, { isShared: false }), await newView(minsu)];
  for (const view of [own, shared]) await minsu.call.views.remove(view);
  for (const person of [jiyoung, admin])
    await expect(person.call.views.restore(own)).rejects.toMatchObject(lost);
  await expect(jiyoung.call.views.restore(shared)).rejects.toMatchObject({
    code: 'FORBIDDEN',
    facts: { reason: 'view_not_yours' },
  });
  await expect(minsu.call.views.restore({ id: newId() })).rejects.toMatchObject(lost);
});

test('a removed view cannot be changed, removed or kept again, and its id stays taken', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const view = await newView(minsu);
  await minsu.call.views.remove(view);
  for (const version of [1, 2]) {
    const update = { id: view.id, version, patch: { name: '다른 이름' } };
    await expect(minsu.call.views.update(update)).rejects.toMatchObject(lost);
  }
  await expect(minsu.call.views.remove(view)).rejects.toMatchObject(lost);
  for (const person of [minsu, jiyoung])
    await expect(newView(person, { id: view.id })).rejects.toMatchObject({
      code: 'CONFLICT',
      facts: { reason: 'id_in_use' },
    });
});

test('a removed view makes room for another, and then there is none for it', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const view = await newView(minsu);
  for (let at = 1; at < VIEWS_MAX; at += 1) await newView(minsu);
  await minsu.call.views.remove(view);
  const other = await newView(minsu);
  await expect(minsu.call.views.restore(view)).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
    facts: { reason: 'too_many_views' },
  });
  await minsu.call.views.remove(other);
  await minsu.call.views.restore(view);
  expect(await namesFor(minsu)).toHaveLength(VIEWS_MAX);
});

test('after a day a removed view is gone for good, and what was taken back stays', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const [gone, kept] = [await newView(minsu), await newView(minsu, { name: '남는 것' })];
  for (const view of [gone, kept]) await minsu.call.views.remove(view);
  app.clock.advance(REMOVED_VIEW_KEPT_MS - 1);
  await app.settled();
  await minsu.call.views.restore(kept);
  expect(await storedIds(app)).toEqual([gone.id, kept.id].toSorted());
  app.clock.advance(1);
  await expect(minsu.call.views.restore(gone)).rejects.toMatchObject(lost);
  await eventually(async () => expect(await storedIds(app)).toEqual([kept.id]));
  const [purged] = (await auditRows(app.db)).filter(({ label }) => label === 'view.purge');
  expect(purged).toMatchObject({ actorId: null, line: expect.stringContaining(gone.id) });
  expect(await namesFor(minsu)).toEqual(['남는 것']);
});

async function storedIds({ db }: TestApp): Promise<string[]> {
  const rows = await db.read(async (tx) => tx.select({ id: savedViews.id }).from(savedViews));
  return rows.map(({ id }) => id).toSorted();
}
