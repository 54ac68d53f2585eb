import type { PromotionItem } from '#server/promotions/promotions.schema.ts';

/** A promotion as an answer holds it; the test says only what matters to it. */
export function promotionItem(given: Partial<PromotionItem> = {}): PromotionItem {
  const createdAt = new Date('2026-11-01T00:00:00Z');
  return {
    id: 'winter',
    title: '겨울 세일',
    body: '',
    category: '할인',
    channels: ['매장'],
    startsOn: null,
    endsOn: null,
    ownerId: 'minsu',
    creatorId: 'minsu',
    stoppedAt: null,
    version: 1,
    createdAt,
    updatedAt: createdAt,
    ...given,
  };
}
