import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { promotionTurns } from '#client/app/promotion-turns.ts';
import { filterOf, promotionsSearch } from '#client/features/promotions/promotions.search.ts';
import { useToday } from '#client/ui/clock.ts';
import { matchesPromotionFilter } from '#server/promotions/promotions.order.schema.ts';
import { promotionItem } from '#tests/support/promotion-item.ts';
import { renderApp } from '#tests/support/render.tsx';

const items = [
  promotionItem({ id: 'starts', startsOn: '2026-12-01' }),
  promotionItem({ id: 'ends today', endsOn: '2026-12-01' }),
  promotionItem({ id: 'ends tomorrow', endsOn: '2026-12-02' }),
  promotionItem({ id: 'stopped', startsOn: '2026-12-01', stoppedAt: new Date() }),
  promotionItem({ id: 'only tomorrow', startsOn: '2026-12-02', endsOn: '2026-12-02' }),
  promotionItem({ id: 'over', endsOn: '2026-11-30' }),
];

/** What each part of the strip finds on a day. */
function foundOn(today: string): Record<string, string[]> {
  return Object.fromEntries(
    promotionTurns(today).map(({ name, filter }) => [
      name,
      items.filter((item) => matchesPromotionFilter(item, filter, today)).map(({ id }) => id),
    ]),
  );
}

test('the strip names what starts, what ends tomorrow and all that runs, without what was stopped', () => {
  expect(foundOn('2026-12-01')).toEqual({
    starts: ['starts'],
    endsTomorrow: ['ends tomorrow'],
    runs: ['starts', 'ends today', 'ends tomorrow'],
  });
  expect(foundOn('2026-12-02')).toEqual({
    starts: ['only tomorrow'],
    endsTomorrow: [],
    runs: ['starts', 'ends tomorrow', 'only tomorrow'],
  });
});

test('each part leads to the list of exactly what it counts', () => {
  const today = '2026-12-01';
  for (const { filter, search } of promotionTurns(today)) {
    const listed = filterOf(promotionsSearch({ ...search }));
    for (const item of items)
      expect(matchesPromotionFilter(item, listed, today)).toBe(
        matchesPromotionFilter(item, filter, today),
      );
  }
});

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-12-01T14:59:30Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

function Strip() {
  const found = foundOn(useToday());
  return <p>{found['starts']?.join(', ')}</p>;
}

test('on an open page the strip turns by itself at midnight in Seoul', () => {
  renderApp(<Strip />);
  expect(screen.getByText('starts')).toBeDefined();
  act(() => {
    vi.advanceTimersByTime(29_000);
  });
  expect(screen.getByText('starts')).toBeDefined();
  act(() => {
    vi.advanceTimersByTime(2_000);
  });
  expect(screen.getByText('only tomorrow')).toBeDefined();
});
