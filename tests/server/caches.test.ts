import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { ReadTx } from '#db/database.ts';
import { promotions } from '#db/schema/promotions.ts';
import { createApp } from '#server/app.ts';
import { createLocalBus } from '#server/live/bus.ts';
import { Caches } from '#server/live/caches.ts';
import { newId } from '#server/new-id.ts';
import { newPromotion } from '#tests/support/new-promotion.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

/** Counts promotions, and how often it was asked. A category's entry is changed by events of its promotions. */
function countsByCategory(app: TestApp, max = 10) {
  const caches = new Caches(app.deps.hub);
  const cache = caches.create<{ count: number }>('test.counts', {
    max,
    affects: ({ feature, kind, data }) => {
      if (feature !== 'promotions') return null;
      return kind === 'promotion.removed' ? 'all' : [(data as { category: string }).category];
    },
  });
  let asked = 0;
  const load = (category: string) => async (tx: ReadTx) => {
    asked += 1;
    const rows = await tx
      .select({ id: promotions.id })
      .from(promotions)
      .where(sql`${promotions.category} = ${category} and ${promotions.removedAt} is null`);
    return { count: rows.length };
  };
  return {
    caches,
    cache,
    asked: () => asked,
    get: (category: string, cursor: string | null = null) =>
      cache.get(category, cursor, load(category)),
    load,
  };
}

async function officeOf(app: TestApp) {
  const { minsu } = await app.people('minsu');
  const add = (category: string) => minsu.call.promotions.create(newPromotion({ category }));
  return { minsu, add };
}

function seqOf(position: string): number {
  return Number(position.split(':')[1]);
}

test('what was asked before is answered from memory until an event changes it', async () => {
  await using app = await testApp();
  const { minsu, add } = await officeOf(app);
  const { item } = await add('할인');
  await app.settled();
  const counts = countsByCategory(app);

  expect((await counts.get('할인')).value).toEqual({ count: 1 });
  expect((await counts.get('할인')).value).toEqual({ count: 1 });
  expect(counts.asked()).toBe(1);
  await add('쿠폰');
  await app.settled();
  expect((await counts.get('할인')).value).toEqual({ count: 1 });
  expect(counts.asked()).toBe(1);
  await add('할인');
  await app.settled();
  expect((await counts.get('할인')).value).toEqual({ count: 2 });
  await minsu.call.promotions.remove({ id: item.id });
  await app.settled();
  expect((await counts.get('할인')).value).toEqual({ count: 1 });
  expect(counts.asked()).toBe(3);
});

test('an answer from memory is as new as what this process has read, and never older than what the caller saw', async () => {
  await using app = await testApp();
  const { add } = await officeOf(app);
  await app.settled();
  const counts = countsByCategory(app);
  await counts.get('할인');
  const elsewhere = await add('쿠폰');
  await app.settled();

  expect((await counts.get('할인')).asOf).toBe(elsewhere.asOf);
  const mine = await add('할인');
  const answer = await counts.get('할인', mine.asOf);
  expect(answer.value).toEqual({ count: 1 });
  expect(seqOf(answer.asOf)).toBeGreaterThanOrEqual(seqOf(mine.asOf));
});

test('an answer that was read before a change, but arrives after it, is not kept', async () => {
  await using app = await testApp();
  const { add } = await officeOf(app);
  await app.settled();
  const counts = countsByCategory(app);
  const read = Promise.withResolvers<void>();
  const changed = Promise.withResolvers<void>();

  const late = counts.cache.get('할인', null, async (tx) => {
    const value = await counts.load('할인')(tx);
    read.resolve();
    await changed.promise;
    return value;
  });
  await read.promise;
  await add('할인');
  await app.settled();
  changed.resolve();

  expect((await late).value).toEqual({ count: 0 });
  expect((await counts.get('할인')).value).toEqual({ count: 1 });
});

test('an answer that is ahead of what this process has read says so, and is not taken for older', async () => {
  await using app = await testApp();
  const { add } = await officeOf(app);
  await app.settled();
  const other = await createApp({
    config: app.deps.config,
    db: app.db,
    clock: app.clock,
    log: app.deps.log,
    bus: createLocalBus(),
  });
  await other.deps.hub.close();
  const caches = new Caches(other.deps.hub);
  const cache = caches.create<{ seq: number }>('test.ahead', { max: 1, affects: () => null });
  const { asOf } = await add('할인');

  const [first, second] = [
    await cache.get('all', null, async (tx) => ({ seq: tx.seq })),
    await cache.get('all', null, async (tx) => ({ seq: tx.seq })),
  ];

  expect(other.deps.hub.published).toBeLessThan(seqOf(asOf));
  expect(first).toEqual({ value: { seq: seqOf(asOf) }, asOf });
  expect(second).toEqual(first);
  expect(caches.stats()).toEqual([{ name: 'test.ahead', size: 1, hits: 1, misses: 1 }]);
  await other.close();
});

test('a change of something that was forgotten meanwhile is still heeded', async () => {
  await using app = await testApp();
  const { add } = await officeOf(app);
  await app.settled();
  const counts = countsByCategory(app, 1);
  const names = Array.from({ length: 12 }, (_, at) => `분류 ${at}`);
  const read = Promise.withResolvers<void>();
  const changed = Promise.withResolvers<void>();

  const late = counts.cache.get('할인', null, async (tx) => {
    const value = await counts.load('할인')(tx);
    read.resolve();
    await changed.promise;
    return value;
  });
  await read.promise;
  await add('할인');
  for (const name of names) await add(name);
  await app.settled();
  changed.resolve();

  expect((await late).value).toEqual({ count: 0 });
  expect((await counts.get('할인')).value).toEqual({ count: 1 });
});

test('it keeps at most as many answers as it may', async () => {
  await using app = await testApp();
  await app.settled();
  const counts = countsByCategory(app, 2);
  for (const name of ['하나', '둘', '셋', '하나']) await counts.get(name);

  expect(counts.asked()).toBe(4);
  expect(counts.caches.stats()).toEqual([{ name: 'test.counts', size: 2, hits: 0, misses: 4 }]);
});

test('hits and misses are counted over the last ten minutes', async () => {
  await using app = await testApp();
  await app.settled();
  const counts = countsByCategory(app);
  const stats = () => counts.caches.stats()[0];
  await counts.get('할인');
  app.clock.advance(5 * 60_000);
  await counts.get('할인');
  await counts.get('할인');
  expect(stats()).toMatchObject({ hits: 2, misses: 1 });
  app.clock.advance(6 * 60_000);
  expect(stats()).toMatchObject({ hits: 2, misses: 0 });
  app.clock.advance(6 * 60_000);
  expect(stats()).toMatchObject({ hits: 0, misses: 0, size: 1 });
});

test('a cursor of another database, or from the future, is answered with what there is', async () => {
  await using app = await testApp();
  const { add } = await officeOf(app);
  const { asOf } = await add('할인');
  await app.settled();
  const counts = countsByCategory(app);

  for (const cursor of [`other:${10 ** 9}`, `${app.db.epoch}:${10 ** 9}`, 'nonsense', '']) {
    const answer = await counts.get('할인', cursor);
    expect(answer).toEqual({ value: { count: 1 }, asOf });
  }
});

test('a loader that fails leaves nothing behind', async () => {
  await using app = await testApp();
  await app.settled();
  const counts = countsByCategory(app);
  const broken = counts.cache.get(newId(), null, () => Promise.reject(new Error('no')));

  await expect(broken).rejects.toThrow('no');
  expect(counts.caches.stats()).toMatchObject([{ size: 0, misses: 1 }]);
});
