// Which promotions get in each other's way: the plain function and the server's SQL, at every day that could matter.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPostgres } from '#db/schema/kit.ts';
import { newId } from '#server/new-id.ts';
import {
  comparePromotionKeys,
  matchesPromotionFilter,
  promotionKey,
} from '#server/promotions/promotions.order.schema.ts';
import { isInTheWay } from '#server/promotions/promotions.overlaps.schema.ts';
import {
  PROMOTION_OVERLAPS_MAX,
  PROMOTION_STATUSES,
  type PromotionItem,
} from '#server/promotions/promotions.schema.ts';
import { endsSoon, statusOn } from '#server/promotions/promotions.status.schema.ts';
import { newPromotion } from '#tests/support/new-promotion.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

const CHANNELS = ['매장', '앱', '온라인몰'];
/** The day before the first, the first, one between, the last and the day after the last, of a period from 2 to 4. */
const DAYS = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05'];
const [BEFORE, FIRST, BETWEEN, LAST, AFTER] = DAYS as [string, string, string, string, string];
const periods = [null, ...DAYS].flatMap((startsOn) =>
  [null, ...DAYS].flatMap((endsOn) =>
    startsOn !== null && endsOn !== null && endsOn < startsOn ? [] : [{ startsOn, endsOn }],
  ),
);

async function officeWith(app: TestApp, isStopped: boolean) {
  const { minsu } = await app.people('minsu');
  const items: PromotionItem[] = [];
  for (const period of periods) {
    const { item } = await minsu.call.promotions.create(
      newPromotion({ ...period, category: '할인', channels: ['매장', '앱'] }),
    );
    const stop = { id: item.id, version: 1, patch: { stopped: true } };
    items.push(isStopped ? (await minsu.call.promotions.update(stop)).item : item);
  }
  return { call: minsu.call, items };
}

test('whether two periods share a day is the same forwards and backwards', () => {
  const facts = { category: '할인', channels: ['매장'], stoppedAt: null };
  const share = (a: (typeof periods)[number], b: (typeof periods)[number]) =>
    isInTheWay({ ...facts, ...a }, { ...facts, ...b });
  for (const a of periods)
    for (const b of periods) {
      const isShared = DAYS.some(
        (day) =>
          statusOn({ ...a, stoppedAt: null }, day) === 'running' &&
          statusOn({ ...b, stoppedAt: null }, day) === 'running',
      );
      // Two that are open to the same side meet beyond all days.
      const meetBeyond =
        (a.startsOn === null && b.startsOn === null) || (a.endsOn === null && b.endsOn === null);
      expect(share(a, b), JSON.stringify([a, b])).toBe(isShared || meetBeyond);
      expect(share(b, a)).toBe(share(a, b));
    }
});

test.each([
  [FIRST, LAST, BEFORE, BEFORE, false],
  [FIRST, LAST, BEFORE, FIRST, true],
  [FIRST, LAST, BETWEEN, BETWEEN, true],
  [FIRST, LAST, LAST, AFTER, true],
  [FIRST, LAST, AFTER, AFTER, false],
  [FIRST, LAST, null, BEFORE, false],
  [FIRST, LAST, AFTER, null, false],
  [null, LAST, null, BEFORE, true],
  [FIRST, null, AFTER, null, true],
  [null, null, FIRST, FIRST, true],
] as const)('%s to %s and %s to %s: %s', (startsOn, endsOn, from, to, isShared) => {
  const facts = { category: '할인', channels: ['매장'], stoppedAt: null };
  const wanted = { category: '할인', channels: ['앱', '매장'], startsOn: from, endsOn: to };
  expect(isInTheWay({ ...facts, startsOn, endsOn }, wanted)).toBe(isShared);
  expect(isInTheWay({ ...facts, startsOn, endsOn }, { ...wanted, channels: ['앱'] })).toBe(false);
  expect(isInTheWay({ ...facts, startsOn, endsOn }, { ...wanted, category: '쿠폰' })).toBe(false);
  const stopped = { ...facts, stoppedAt: new Date(), startsOn, endsOn };
  expect(isInTheWay(stopped, wanted)).toBe(false);
});

test('the server names those in the way that the plain function finds, whatever the days', async () => {
  await using app = await testApp();
  const { call, items } = await officeWith(app, false);
  const sorted = items.toSorted((a, b) => comparePromotionKeys(promotionKey(a), promotionKey(b)));
  const channels = fc.subarray(CHANNELS);
  const asked = fc.record({
    period: fc.constantFrom(...periods),
    channels,
    category: fc.constantFrom('할인', '할인', '쿠폰'),
    except: fc.option(fc.nat(items.length - 1), { nil: null }),
  });

  await fc.assert(
    fc.asyncProperty(asked, async ({ period, except, ...where }) => {
      const exceptId = except === null ? newId() : (items[except]?.id ?? newId());
      const wanted = { ...where, ...period };
      const expected = sorted.filter((item) => item.id !== exceptId && isInTheWay(item, wanted));
      const found = await call.promotions.overlaps({ ...wanted, exceptId });
      expect(found.items).toEqual(expected.slice(0, PROMOTION_OVERLAPS_MAX));
    }),
    { numRuns: isPostgres ? 60 : 200 },
  );
});

test.each([false, true])(
  'on every day the lists by status hold exactly what the plain functions say (stopped: %s)',
  async (isStopped) => {
    await using app = await testApp({ startAt: new Date('2026-11-30T00:00:00Z') });
    const { call, items } = await officeWith(app, isStopped);
    for (const day of DAYS) {
      app.clock.moveTo(new Date(`${day}T03:00:00Z`));
      const idsOf = async (filter: Parameters<typeof call.promotions.list>[0]) =>
        (await call.promotions.list({ ...filter, limit: 200 })).items
          .map(({ id }) => id)
          .toSorted();
      const matching = (filter: object) =>
        items
          .filter((item) => matchesPromotionFilter(item, filter, day))
          .map(({ id }) => id)
          .toSorted();
      for (const status of PROMOTION_STATUSES)
        expect(await idsOf({ status })).toEqual(matching({ status }));
      expect(await idsOf({ endingSoon: true })).toEqual(matching({ endingSoon: true }));
      expect(await idsOf({ on: day })).toEqual(matching({ on: day }));
      expect((await call.promotions.filters()).endingSoon).toBe(
        items.filter((item) => endsSoon(item, day)).length,
      );
    }
  },
);

test.each([
  ['2026-12-01', false],
  ['2026-12-02', true],
  ['2026-12-03', true],
  ['2026-12-04', true],
  ['2026-12-05', false],
])('on %s, what ends on the fourth ends soon: %s', (day, isSoon) => {
  const period = { startsOn: null, endsOn: LAST };
  expect(endsSoon({ ...period, stoppedAt: null }, day)).toBe(isSoon);
  expect(endsSoon({ ...period, stoppedAt: new Date() }, day)).toBe(false);
  expect(endsSoon({ ...period, startsOn: AFTER, endsOn: AFTER, stoppedAt: null }, day)).toBe(
    day === AFTER,
  );
});

test('what is removed is in nobody’s way', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await minsu.call.promotions.create(newPromotion());
  const wanted = { category: item.category, channels: item.channels, startsOn: null, endsOn: null };
  expect((await jiyoung.call.promotions.overlaps(wanted)).items).toEqual([item]);
  await minsu.call.promotions.remove({ id: item.id });
  expect((await jiyoung.call.promotions.overlaps(wanted)).items).toEqual([]);
});
