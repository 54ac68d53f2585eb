import { expect, test } from 'vitest';
import { categoryHues, hueOf } from '#client/features/promotions/category-hues.ts';
import { barIn, monthOf } from '#client/features/promotions/month-grid.ts';
import { otherMonth } from '#client/ui/month.ts';
import { laterPeriod } from '#client/features/promotions/later-period.ts';
import { filterOf, promotionsSearch } from '#client/features/promotions/promotions.search.ts';
import { sayPeriod } from '#client/features/promotions/say-period.ts';
import { sectionsOf } from '#client/features/promotions/sections.ts';
import { shownStatus } from '#client/features/promotions/shown-status.ts';
import { promotionItem } from '#tests/support/promotion-item.ts';

const TODAY = '2026-11-23';

test.each([
  ['runs on', { endsOn: '2026-11-26' }, 'running'],
  ['ends the day after tomorrow', { endsOn: '2026-11-25' }, 'ending'],
  ['ends tomorrow', { endsOn: '2026-11-24' }, 'ending'],
  ['ends today', { endsOn: TODAY }, 'ending'],
  ['ended yesterday', { endsOn: '2026-11-22' }, 'ended'],
  ['is only for tomorrow', { startsOn: '2026-11-24', endsOn: '2026-11-24' }, 'scheduled'],
  ['never ends', {}, 'running'],
  ['was stopped on its last day', { endsOn: TODAY, stoppedAt: new Date() }, 'stopped'],
] as const)('one that %s is shown so', (_, given, status) => {
  expect(shownStatus(promotionItem(given), TODAY)).toBe(status);
});

test('what runs comes first, what ends soonest on top; then what is to come, by its start', () => {
  const items = [
    promotionItem({ id: 'open' }),
    promotionItem({ id: 'late', startsOn: '2026-12-20', endsOn: '2026-12-31' }),
    promotionItem({ id: 'soon', startsOn: '2026-12-01', endsOn: '2026-12-24' }),
    promotionItem({ id: 'ends', endsOn: '2026-11-24' }),
    promotionItem({ id: 'stopped', endsOn: '2026-11-23', stoppedAt: new Date() }),
    promotionItem({ id: 'over', endsOn: '2026-11-20' }),
    promotionItem({ id: 'long over', endsOn: '2026-10-20' }),
  ];
  const shown = sectionsOf(items, TODAY).map(({ status, promotions }) => [
    status,
    promotions.map(({ id }) => id),
  ]);
  expect(shown).toEqual([
    ['running', ['ends', 'open']],
    ['scheduled', ['soon', 'late']],
    ['stopped', ['stopped']],
    ['ended', ['over', 'long over']],
  ]);
});

test.each([
  ['2026-11-01', '2026-11-30', '2026-12-01', '2026-12-31'],
  ['2026-12-10', '2026-12-24', '2027-01-10', '2027-01-24'],
  ['2026-01-31', '2026-01-31', '2026-02-28', '2026-02-28'],
  ['2028-01-30', '2028-02-29', '2028-02-29', '2028-03-31'],
  [null, '2026-04-30', null, '2026-05-31'],
  ['2026-11-05', null, '2026-12-05', null],
  [null, null, null, null],
  ['2026-11-30', '2026-11-30', '2026-12-30', '2026-12-30'],
])('%s to %s is copied to %s to %s', (startsOn, endsOn, nextStart, nextEnd) => {
  expect(laterPeriod({ startsOn, endsOn }, 1)).toEqual({ startsOn: nextStart, endsOn: nextEnd });
});

test('a period is said as people write it', () => {
  const moment = { now: new Date('2026-11-23T01:00:00Z'), locale: 'ko' } as const;
  const words = {
    from: (day: string) => `${day}부터`,
    until: (day: string) => `${day}까지`,
    always: '상시',
  };
  const say = (startsOn: string | null, endsOn: string | null) =>
    sayPeriod({ startsOn, endsOn }, moment, words);
  expect(say('2026-11-03', '2026-11-30')).toBe('11월 3일 (화) ~ 11월 30일 (월)');
  expect(
    sayPeriod({ startsOn: '2026-11-18', endsOn: '2026-11-23' }, { ...moment, locale: 'en' }, words),
  ).toBe('Wed, Nov 18 – Mon, Nov 23');
  expect(say('2026-12-20', '2027-01-05')).toBe('12월 20일 (일) ~ 2027년 1월 5일');
  expect(say('2026-11-03', '2026-11-03')).toBe('11월 3일 (화)');
  expect(say('2026-11-03', null)).toBe('11월 3일 (화)부터');
  expect(say(null, '2026-11-30')).toBe('11월 30일 (월)까지');
  expect(say(null, null)).toBe('상시');
});

test('a bar covers the days of its month, and says when it comes from before or goes on', () => {
  expect(monthOf('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29', days: 29 });
  expect([otherMonth('2026-12', 1), otherMonth('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
  const bar = (startsOn: string | null, endsOn: string | null) =>
    barIn('2026-11', { startsOn, endsOn });
  const inside = { isFromBefore: false, isGoingOn: false };
  expect(bar('2026-11-01', '2026-11-30')).toEqual({ first: 1, last: 30, ...inside });
  expect(bar('2026-11-05', '2026-11-05')).toEqual({ first: 5, last: 5, ...inside });
  const beyond = { first: 1, last: 30, isFromBefore: true, isGoingOn: true };
  expect(bar('2026-10-31', '2026-12-01')).toEqual(beyond);
  expect(bar(null, null)).toEqual(beyond);
});

test('each category has a colour of its own, whichever others there are', () => {
  const names = ['할인', '기획전', '쿠폰', '신제품', '사은품', '멤버십'];
  const hues = categoryHues(names);
  expect(new Set(hues.values()).size).toBe(names.length);
  expect(categoryHues(['할인']).get('할인')).toBe(hueOf('할인'));
  expect(categoryHues(names.toReversed())).toEqual(hues);
  const many = Array.from({ length: 30 }, (_, at) => `분류 ${at}`);
  expect([...categoryHues(many).values()].every((hue) => hue >= 0 && hue < 10)).toBe(true);
});

test('the URL keeps what it understands and drops the rest', () => {
  const search = promotionsSearch({
    view: 'timeline',
    month: '2026-11',
    category: '할인',
    status: 'running',
    on: TODAY,
    channel: 7,
    text: ' ',
    limit: 5,
  });
  expect(search).toEqual({
    view: 'timeline',
    month: '2026-11',
    category: '할인',
    status: 'running',
    on: TODAY,
  });
  expect(filterOf(search)).toEqual({ category: '할인', status: 'running', on: TODAY });
  const nonsense = { view: 'board', month: '2026-13', status: 'late', on: 'today' };
  expect(promotionsSearch(nonsense)).toEqual({});
});
