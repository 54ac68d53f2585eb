// The plain functions that browsers sort and filter with, held against the server's SQL.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPostgres } from '#db/schema/kit.ts';
import {
  comparePromotionKeys,
  matchesPromotionFilter,
  promotionKey,
} from '#server/promotions/promotions.order.schema.ts';
import {
  PROMOTION_STATUSES,
  type PromotionFilter,
  type PromotionItem,
} from '#server/promotions/promotions.schema.ts';
import { recounted } from '#server/promotions/promotions.counts.schema.ts';
import { expectNoFullScan, recordStatements } from '#tests/support/explain.ts';
import { newPromotion } from '#tests/support/new-promotion.ts';
import { type Procedures, type TestApp, testApp } from '#tests/support/test-app.ts';

const TODAY = '2026-11-23';
const DAYS = ['2026-11-21', '2026-11-22', TODAY, '2026-11-24', '2026-11-25', '2027-01-01'];
const CATEGORIES = ['할인', '기획전', 'event', '🎁 선물', '｡'];
const CHANNELS = ['매장', '앱', '온라인몰', '🎁'];
const TITLES = ['100% 세일', 'a_b 세일', 'SALE!', '여름 İ', '겨울\n세일'];

const day = fc.constantFrom(...DAYS);
const openDay = fc.option(day, { nil: null });
const given = fc
  .record({
    title: fc.constantFrom(...TITLES),
    body: fc.constantFrom('', '전 품목 20 %', 'Sale_a'),
    category: fc.constantFrom(...CATEGORIES),
    channels: fc.subarray(CHANNELS),
    days: fc.tuple(openDay, openDay),
    isStopped: fc.boolean(),
  })
  .map(({ days, ...rest }) => {
    const [startsOn, endsOn] = days;
    const isTurned = startsOn !== null && endsOn !== null && endsOn < startsOn;
    return {
      ...rest,
      startsOn: isTurned ? endsOn : startsOn,
      endsOn: isTurned ? startsOn : endsOn,
    };
  });
const filter = fc.record(
  {
    category: fc.constantFrom(...CATEGORIES),
    channel: fc.constantFrom(...CHANNELS),
    on: day,
    from: day,
    to: day,
    startsOn: day,
    endsOn: day,
    status: fc.constantFrom(...PROMOTION_STATUSES),
    endingSoon: fc.boolean(),
    text: fc.constantFrom('세일', '%', '_', 'sale', '!', 'A_B', 'i̇', '세일\n전'),
  },
  { requiredKeys: [] },
);

async function officeWith(app: TestApp, count: number) {
  const { minsu } = await app.people('minsu');
  const items: PromotionItem[] = [];
  for (const one of fc.sample(given, { numRuns: count, seed: 7 })) {
    const { isStopped, ...rest } = one;
    const { item } = await minsu.call.promotions.create(newPromotion(rest));
    const isOver = item.endsOn !== null && item.endsOn < TODAY;
    if (!isStopped || isOver) items.push(item);
    else {
      const stop = { id: item.id, version: 1, patch: { stopped: true } };
      items.push((await minsu.call.promotions.update(stop)).item);
    }
  }
  return { call: minsu.call, items };
}

async function allPages(call: Procedures, asked: PromotionFilter, limit: number) {
  const items: PromotionItem[] = [];
  let cursor: string | undefined;
  do {
    const page = await call.promotions.list({ ...asked, limit, ...(cursor && { cursor }) });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}

test('every filter, in pages of every size, gives what the plain functions say, in their order', async () => {
  await using app = await testApp();
  const { call, items } = await officeWith(app, 60);
  const sorted = items.toSorted((a, b) => comparePromotionKeys(promotionKey(a), promotionKey(b)));

  await fc.assert(
    fc.asyncProperty(filter, fc.integer({ min: 1, max: 70 }), async (asked, limit) => {
      const expected = sorted.filter((item) => matchesPromotionFilter(item, asked, TODAY));
      expect(await allPages(call, asked, limit)).toEqual(expected);
      const { counts } = await call.promotions.counts({ filters: [asked, {}] });
      expect(counts).toEqual([expected.length, items.length]);
    }),
    { numRuns: isPostgres ? 60 : 250 },
  );
});

test('whatever is over comes after whatever runs or is still to come', async () => {
  await using app = await testApp();
  const { call } = await officeWith(app, 60);
  const ended = (await call.promotions.list({ limit: 200 })).items.map(
    ({ endsOn }) => endsOn !== null && endsOn < TODAY,
  );
  expect(ended).toEqual(ended.toSorted((a, b) => Number(a) - Number(b)));
});

test('the counts beside the filters are those of the lists they lead to', async () => {
  await using app = await testApp();
  const { call, items } = await officeWith(app, 60);
  const filters = await call.promotions.filters();

  expect(filters.day).toBe(TODAY);
  for (const { name, count } of filters.categories)
    expect((await allPages(call, { category: name }, 200)).length).toBe(count);
  for (const { name, count } of filters.channels)
    expect((await allPages(call, { channel: name }, 200)).length).toBe(count);
  for (const status of PROMOTION_STATUSES)
    expect((await allPages(call, { status }, 200)).length).toBe(filters.statuses[status]);
  expect((await allPages(call, { endingSoon: true }, 200)).length).toBe(filters.endingSoon);
  const none = {
    day: TODAY,
    categories: [],
    channels: [],
    statuses: { scheduled: 0, running: 0, ended: 0, stopped: 0 },
    endingSoon: 0,
  };
  const { asOf: _asOf, ...counted } = filters;
  expect(items.reduce((counts, item) => recounted(counts, null, item), none)).toEqual(counted);
});

test('every kind of list, and the counts, are answered from an index', async () => {
  const seen = recordStatements();
  await using app = await testApp({ onStatement: seen.add });
  const { call } = await officeWith(app, 10);
  const cursor = JSON.stringify(['2026-12-31', newPromotion().id]);
  const asks: PromotionFilter[] = [
    {},
    { category: '할인' },
    { channel: '매장' },
    { on: TODAY },
    { from: TODAY, to: TODAY },
    { text: '세일' },
    { startsOn: TODAY, on: TODAY },
    { endsOn: TODAY, on: TODAY },
    { endingSoon: true },
    ...PROMOTION_STATUSES.map((status) => ({ status })),
  ];
  seen.take();

  for (const asked of asks) {
    await call.promotions.list(asked);
    await call.promotions.list({ ...asked, cursor });
  }
  await call.promotions.filters();
  await call.promotions.counts({ filters: asks });
  const wanted = { category: '할인', channels: ['매장', '앱'], startsOn: TODAY, endsOn: TODAY };
  await call.promotions.overlaps({ ...wanted, exceptId: newPromotion().id });
  await call.promotions.overlaps({ ...wanted, startsOn: null, endsOn: null });
  await call.promotions.get({ id: newPromotion().id }).catch(() => null);

  const statements = seen.take();
  expect(statements.length).toBeGreaterThan(asks.length * 2);
  for (const statement of statements.filter(({ sql }) => sql.includes('promotion')))
    await expectNoFullScan(app.db, statement);
});
