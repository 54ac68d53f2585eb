// The list in the order people read it: what runs (what ends first on top), what is to come, what was stopped, what is over.
import type { PromotionItem, PromotionStatus } from '#server/promotions/promotions.schema.ts';
import { statusOn } from '#server/promotions/promotions.status.schema.ts';

export type PromotionSection = { status: PromotionStatus; promotions: PromotionItem[] };

const ORDER: readonly PromotionStatus[] = ['running', 'scheduled', 'stopped', 'ended'];

/** `promotions` as the server sorts them: what ends last first. Sections without any are left out. */
export function sectionsOf(
  promotions: readonly PromotionItem[],
  today: string,
): PromotionSection[] {
  return ORDER.map((status) => {
    const mine = promotions.filter((promotion) => statusOn(promotion, today) === status);
    return { status, promotions: sorted(mine, status) };
  }).filter((section) => section.promotions.length > 0);
}

function sorted(promotions: PromotionItem[], status: PromotionStatus): PromotionItem[] {
  if (status === 'running') return promotions.toReversed();
  if (status !== 'scheduled') return promotions;
  const startOf = (promotion: PromotionItem) => promotion.startsOn ?? '';
  return promotions
    .toReversed()
    .toSorted((a, b) => Number(startOf(a) > startOf(b)) - Number(startOf(a) < startOf(b)));
}
