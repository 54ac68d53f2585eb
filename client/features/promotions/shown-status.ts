import type { PromotionFacts, PromotionStatus } from '#server/promotions/promotions.schema.ts';
import { endsSoon, statusOn } from '#server/promotions/promotions.status.schema.ts';

/** As the screen says it: one that runs, but not much longer, is `ending`. */
export type ShownStatus = PromotionStatus | 'ending';

export function shownStatus(promotion: PromotionFacts, today: string): ShownStatus {
  return endsSoon(promotion, today) ? 'ending' : statusOn(promotion, today);
}
