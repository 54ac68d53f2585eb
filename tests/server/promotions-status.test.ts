import { afterEach, expect, test } from 'vitest';
import { PROMOTION_STATUSES, type PromotionStatus } from '#server/promotions/promotions.schema.ts';
import { overlaps, statusOn } from '#server/promotions/promotions.status.schema.ts';
import { startOfSeoulDay } from '#server/seoul.schema.ts';
import { newPromotion } from '#tests/support/new-promotion.ts';
import { testApp } from '#tests/support/test-app.ts';

const FIRST = '2026-12-01';
const LAST = '2026-12-31';
const during = { startsOn: FIRST, endsOn: LAST };
const openStart = { startsOn: null, endsOn: LAST };
const openEnd = { startsOn: FIRST, endsOn: null };
const always = { startsOn: null, endsOn: null };
const oneDay = { startsOn: FIRST, endsOn: FIRST };

type Period = { startsOn: string | null; endsOn: string | null };

test.each<[string, Period, string, PromotionStatus]>([
  ['the day before its first', during, '2026-11-30', 'scheduled'],
  ['its first day', during, FIRST, 'running'],
  ['a day in between', during, '2026-12-15', 'running'],
  ['its last day', during, LAST, 'running'],
  ['the day after its last', during, '2027-01-01', 'ended'],
  ['long before, with an open start', openStart, '1900-01-01', 'running'],
  ['the last day, with an open start', openStart, LAST, 'running'],
  ['the day after, with an open start', openStart, '2027-01-01', 'ended'],
  ['the day before, with an open end', openEnd, '2026-11-30', 'scheduled'],
  ['the first day, with an open end', openEnd, FIRST, 'running'],
  ['long after, with an open end', openEnd, '2199-12-31', 'running'],
  ['any day, open on both sides', always, '2026-06-15', 'running'],
  ['the day before a single day', oneDay, '2026-11-30', 'scheduled'],
  ['the single day itself', oneDay, FIRST, 'running'],
  ['the day after a single day', oneDay, '2026-12-02', 'ended'],
])('on %s', (_, period, day, status) => {
  expect(statusOn({ ...period, stoppedAt: null }, day)).toBe(status);
  expect(statusOn({ ...period, stoppedAt: new Date() }, day)).toBe('stopped');
});

test.each<[string, Period, { from?: string; to?: string }, boolean]>([
  ['a range that ends the day before', during, { from: '2026-11-01', to: '2026-11-30' }, false],
  ['a range that ends on its first day', during, { from: '2026-11-01', to: FIRST }, true],
  ['a range inside', during, { from: '2026-12-10', to: '2026-12-11' }, true],
  ['a range around it', during, { from: '2026-01-01', to: '2027-12-31' }, true],
  ['a range that starts on its last day', during, { from: LAST, to: '2027-01-31' }, true],
  ['a range that starts the day after', during, { from: '2027-01-01' }, false],
  ['a range without a start', during, { to: '2026-11-30' }, false],
  ['no range at all', during, {}, true],
  ['any range, open on both sides', always, { from: '1999-01-01', to: '1999-01-02' }, true],
])('%s has a day in common: %#', (_, period, range, isIn) => {
  expect(overlaps(period, range)).toBe(isIn);
});

const machineZone = process.env['TZ'];
afterEach(() => {
  if (machineZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = machineZone;
});

test.each(['UTC', 'America/Los_Angeles', 'Asia/Seoul', 'Pacific/Kiritimati'])(
  'on a machine in %s its days turn at midnight in Seoul',
  async (zone) => {
    process.env['TZ'] = zone;
    const midnight = (day: string) => startOfSeoulDay(day).getTime();
    await using app = await testApp({ startAt: new Date(midnight(FIRST) - 60_000) });
    const { minsu } = await app.people('minsu');
    const { item } = await minsu.call.promotions.create(newPromotion(during));
    const statusNow = async () => {
      const found: PromotionStatus[] = [];
      for (const status of PROMOTION_STATUSES) {
        const { items } = await minsu.call.promotions.list({ status });
        if (items.some(({ id }) => id === item.id)) found.push(status);
      }
      const { statuses } = await minsu.call.promotions.filters();
      expect(PROMOTION_STATUSES.filter((status) => statuses[status] === 1)).toEqual(found);
      return found;
    };

    app.clock.moveTo(new Date(midnight(FIRST) - 1));
    expect(await statusNow()).toEqual(['scheduled']);
    app.clock.moveTo(new Date(midnight(FIRST)));
    expect(await statusNow()).toEqual(['running']);
    app.clock.moveTo(new Date(midnight('2027-01-01') - 1));
    expect(await statusNow()).toEqual(['running']);
    app.clock.moveTo(new Date(midnight('2027-01-01')));
    expect(await statusNow()).toEqual(['ended']);
  },
);
