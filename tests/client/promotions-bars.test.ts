import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedPeriod, periodPatch } from '#client/features/promotions/bar-change.ts';
import { clashDays, clashesOf } from '#client/features/promotions/clashes.ts';
import { laterPeriod } from '#client/features/promotions/later-period.ts';
import { weekBars, weeksOf } from '#client/features/promotions/month-weeks.ts';
import { within } from '#client/features/promotions/promotions.search.ts';
import { timelineRows } from '#client/features/promotions/timeline-rows.ts';
import { addDays } from '#server/seoul.schema.ts';
import { promotionItem } from '#tests/support/promotion-item.ts';

const MONTH = '2026-11';
const period = (startsOn: string | null, endsOn: string | null) => ({ startsOn, endsOn });

test.each([
  ['moves on', period('2026-11-03', '2026-11-10'), 'move', 2, '2026-11-05', '2026-11-12'],
  [
    'moves over the month',
    period('2026-11-29', '2026-11-30'),
    'move',
    2,
    '2026-12-01',
    '2026-12-02',
  ],
  ['moves with an open end', period('2026-11-03', null), 'move', -3, '2026-10-31', null],
  ['ends later', period('2026-11-03', '2026-11-10'), 'end', 1, '2026-11-03', '2026-11-11'],
  [
    'never ends before it starts',
    period('2026-11-03', '2026-11-05'),
    'end',
    -9,
    '2026-11-03',
    '2026-11-03',
  ],
  ['starts later', period('2026-11-03', '2026-11-05'), 'start', 1, '2026-11-04', '2026-11-05'],
  [
    'never starts after it ends',
    period('2026-11-03', '2026-11-05'),
    'start',
    9,
    '2026-11-05',
    '2026-11-05',
  ],
  ['with an open end gets one', period('2026-11-03', null), 'end', -5, '2026-11-03', '2026-11-25'],
  [
    'with an open start gets one',
    period(null, '2026-11-30'),
    'start',
    4,
    '2026-11-05',
    '2026-11-30',
  ],
] as const)('a bar that %s', (_, before, part, days, startsOn, endsOn) => {
  expect(changedPeriod(before, { part, days }, MONTH)).toEqual({ startsOn, endsOn });
});

const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-12-25', days));
const anyPeriod = fc
  .tuple(fc.option(day, { nil: null }), fc.option(day, { nil: null }))
  .map(([a, b]) => (a !== null && b !== null && b < a ? period(b, a) : period(a, b)));

test('whatever is pulled or moved, no bar ends before it starts, and moving back leads back', () => {
  const change = fc.record({
    part: fc.constantFrom('move' as const, 'start' as const, 'end' as const),
    days: fc.integer({ min: -60, max: 60 }),
  });
  fc.assert(
    fc.property(anyPeriod, change, (before, { part, days }) => {
      const after = changedPeriod(before, { part, days }, MONTH);
      if (after.startsOn !== null && after.endsOn !== null)
        expect(after.startsOn <= after.endsOn).toBe(true);
      if (part === 'move')
        expect(changedPeriod(after, { part, days: -days }, MONTH)).toEqual(before);
      expect({ ...before, ...periodPatch(before, after) }).toEqual(after);
    }),
  );
});

test.each([
  ['2027-02-01', '2027-02-28', '2028-02-01', '2028-02-29'],
  ['2028-02-29', '2028-03-04', '2029-02-28', '2029-03-04'],
  ['2026-12-20', '2027-01-05', '2027-12-20', '2028-01-05'],
  [null, '2026-11-30', null, '2027-11-30'],
])('%s to %s is copied to %s to %s in the next year', (startsOn, endsOn, start, end) => {
  expect(laterPeriod({ startsOn, endsOn }, 12)).toEqual({ startsOn: start, endsOn: end });
});

test('a copy never ends before it starts, and one day stays one day', () => {
  fc.assert(
    fc.property(anyPeriod, fc.constantFrom(1, 12), (before, months) => {
      const { startsOn, endsOn } = laterPeriod(before, months);
      if (startsOn !== null && endsOn !== null) expect(startsOn <= endsOn).toBe(true);
      if (before.startsOn === before.endsOn) expect(startsOn).toBe(endsOn);
    }),
  );
});

test('the days that clash are those both run on, in stretches without gaps', () => {
  const given = { category: '할인', channels: ['매장'] };
  const [long, early, next, late, other] = [
    promotionItem({ ...given, id: 'long', startsOn: '2026-10-20', endsOn: null }),
    promotionItem({ ...given, id: 'early', startsOn: '2026-11-02', endsOn: '2026-11-05' }),
    promotionItem({ ...given, id: 'next', startsOn: '2026-11-06', endsOn: '2026-11-08' }),
    promotionItem({ ...given, id: 'late', startsOn: '2026-11-20', endsOn: '2026-12-20' }),
    promotionItem({ ...given, id: 'other', channels: ['앱'] }),
  ] as const;
  const clashes = clashesOf([long, early, next, late, other]);
  expect([...clashes.keys()]).toEqual(['long', 'early', 'next', 'late']);
  expect(clashDays(MONTH, long, clashes.get('long') ?? [])).toEqual([
    { first: 2, last: 8 },
    { first: 20, last: 30 },
  ]);
  expect(clashDays(MONTH, early, clashes.get('early') ?? [])).toEqual([{ first: 2, last: 5 }]);
});

test('weeks begin on Sunday and hold every day of the month', () => {
  const weeks = weeksOf('2027-01');
  expect([weeks[0]?.[0], weeks.at(-1)?.at(-1), weeks.length]).toEqual([
    '2026-12-27',
    '2027-02-06',
    6,
  ]);
});

test('in a week each bar has a line of its own, and what finds none is counted on its days', () => {
  const week = weeksOf(MONTH)[1] ?? [];
  const items = [
    { id: 'a', ...period(null, '2026-11-10') },
    { id: 'b', ...period('2026-11-09', '2026-11-09') },
    { id: 'c', ...period('2026-11-11', null) },
    { id: 'd', ...period('2026-11-10', '2026-11-12') },
    { id: 'e', ...period('2026-11-10', '2026-11-10') },
    { id: 'gone', ...period('2026-11-01', '2026-11-07') },
  ];
  const { bars, hidden } = weekBars(week, items, 2);
  expect(bars.map(({ promotion, first, last, line }) => [promotion.id, first, last, line])).toEqual(
    [
      ['a', 1, 3, 0],
      ['b', 2, 2, 1],
      ['d', 3, 5, 1],
      ['c', 4, 7, 0],
    ],
  );
  expect(hidden).toEqual([0, 0, 1, 0, 0, 0, 0]);
});

test('no two bars of a week share a place, and every day accounts for all that run on it', () => {
  const some = fc.array(anyPeriod, { maxLength: 30 });
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 5 }), (periods, lines) => {
      const week = weeksOf(MONTH)[2] ?? [];
      const items = periods.map((one, at) => ({ ...one, id: `p${at}` }));
      const { bars, hidden } = weekBars(week, items, lines);
      for (const [at, date] of week.entries()) {
        const here = bars.filter(({ first, last }) => first <= at + 1 && at + 1 <= last);
        expect(new Set(here.map(({ line }) => line)).size).toBe(here.length);
        const running = items.filter(
          ({ startsOn, endsOn }) =>
            (startsOn === null || startsOn <= date) && (endsOn === null || endsOn >= date),
        );
        expect(here.length + (hidden[at] ?? 0)).toBe(running.length);
      }
    }),
  );
});

test('the rows of the timeline go by category, and in each by the first day', () => {
  const { groups, count } = timelineRows([
    promotionItem({ id: 'b', category: '쿠폰', startsOn: '2026-11-09' }),
    promotionItem({ id: 'a', category: '쿠폰' }),
    promotionItem({ id: 'c', category: '기획전', startsOn: '2026-11-01' }),
  ]);
  expect(
    groups.map(({ category, row, bars }) => [
      category,
      row,
      bars.map(({ promotion, row: at }) => [promotion.id, at]),
    ]),
  ).toEqual([
    ['기획전', 2, [['c', 3]]],
    [
      '쿠폰',
      4,
      [
        ['a', 5],
        ['b', 6],
      ],
    ],
  ]);
  expect(count).toBe(5);
});

test('a range of the filter and a month are both kept', () => {
  const month = { from: '2026-11-01', to: '2026-11-30' };
  expect(within({ category: '할인' }, month)).toEqual({ category: '할인', ...month });
  expect(within({ from: '2026-11-10', to: '2026-12-31' }, month)).toEqual({
    from: '2026-11-10',
    to: '2026-11-30',
  });
});
