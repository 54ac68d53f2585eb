import { expect, test } from 'vitest';
import { promotionsLive } from '#client/features/promotions/promotions.live.ts';
import type { ChangeEvent } from '#server/live/live.schema.ts';
import { encodePromotionCursor, promotionKey } from '#server/promotions/promotions.order.schema.ts';
import type { PromotionFacts, PromotionItem } from '#server/promotions/promotions.schema.ts';
import { promotionItem } from '#tests/support/promotion-item.ts';

const viewer = { id: 'minsu', role: 'staff', teamId: null } as const;
const now = new Date('2026-11-23T01:00:00Z');
const asOf = 'epoch:1';

function changed(item: PromotionItem, was: PromotionFacts | null = null): ChangeEvent {
  return event('promotion.changed', { id: item.id, version: item.version, data: { ...item, was } });
}

function event(
  kind: string,
  rest: { id: string; version: number } & ({ data: unknown } | { gone: true }),
): ChangeEvent {
  const feature = kind === 'day.began' ? 'day' : 'promotions';
  return { seq: 2, feature, kind, mutationId: null, actorId: null, at: now, ...rest };
}

const listed = promotionsLive['promotions.list'];
const [first, second, third] = ['2026-12-31', '2026-12-20', '2026-12-10'].map((endsOn) =>
  promotionItem({ id: endsOn, endsOn }),
) as [PromotionItem, PromotionItem, PromotionItem];

test('a page takes only what lies between its ends, so that no row shows twice', () => {
  const cursor = encodePromotionCursor(promotionKey(second));
  const pages = [
    { page: { items: [first, second], nextCursor: cursor, asOf }, input: { limit: 2 } },
    { page: { items: [third], nextCursor: null, asOf }, input: { limit: 2, cursor } },
  ];
  const idsAfter = (item: PromotionItem) =>
    pages.map(({ page, input }) => {
      const next = listed(page, changed(item), { input, viewer, now });
      return next === 'ask again' ? next : next.items.map(({ id }) => id);
    });

  const early = promotionItem({ id: 'new', endsOn: '2026-12-25' });
  expect(idsAfter(early)).toEqual([[first.id, 'new', second.id], [third.id]]);
  const late = promotionItem({ id: 'new', endsOn: '2026-12-01' });
  expect(idsAfter(late)).toEqual([
    [first.id, second.id],
    [third.id, 'new'],
  ]);
  const moved = { ...first, endsOn: '2026-12-05', version: 2 };
  expect(idsAfter(moved)).toEqual([[second.id], [third.id, first.id]]);
});

test('an event that is older than the row leaves the answer as it is', () => {
  const page = { items: [{ ...first, version: 5 }], nextCursor: null, asOf };
  const old = changed({ ...first, title: '옛 이름', version: 4 });
  expect(listed(page, old, { input: {}, viewer, now })).toBe(page);
  const answer = { item: { ...first, version: 5, resultNote: '', files: [] }, asOf };
  const input = { id: first.id };
  expect(promotionsLive['promotions.get'](answer, old, { input, viewer, now })).toBe(answer);
});

test('when a day begins only what depends on the day is asked for again', () => {
  const began = event('day.began', { id: '2026-11-24', version: 1, data: { day: '2026-11-24' } });
  const page = { items: [first], nextCursor: null, asOf };
  expect(listed(page, began, { input: { status: 'running' }, viewer, now })).toBe('ask again');
  expect(listed(page, began, { input: { on: '2026-11-23' }, viewer, now })).toBe(page);
});

test('the counts stand still when a change does not touch them', () => {
  const filters = {
    day: '2026-11-23',
    categories: [{ name: '할인', count: 2 }],
    channels: [{ name: '매장', count: 2 }],
    statuses: { scheduled: 0, running: 2, ended: 0, stopped: 0 },
    endingSoon: 0,
    asOf,
  };
  const question = { input: undefined, viewer, now };
  const count = promotionsLive['promotions.filters'];
  expect(count(filters, changed({ ...first, title: '새 이름' }, first), question)).toBe(filters);
  const other = { ...first, category: '쿠폰', channels: [], stoppedAt: now };
  expect(count(filters, changed(other, first), question)).toEqual({
    ...filters,
    categories: [
      { name: '쿠폰', count: 1 },
      { name: '할인', count: 1 },
    ],
    channels: [{ name: '매장', count: 1 }],
    statuses: { scheduled: 0, running: 1, ended: 0, stopped: 1 },
  });
  const gone = event('promotion.removed', { id: first.id, version: 2, gone: true });
  expect(count(filters, gone, question)).toBe('ask again');
});
