import type { PromotionFacts, PromotionStatus } from '#server/promotions/promotions.schema.ts';
import { statusOn } from '#server/promotions/promotions.status.schema.ts';
import { addDays } from '#server/seoul.schema.ts';

/** As the screen says it: one that runs, but only until today or tomorrow, is `ending`. */
export type ShownStatus = PromotionStatus | 'ending';

export function shownStatus(promotion: PromotionFacts, today: string): ShownStatus {
  const status = statusOn(promotion, today);
  const isLast = promotion.endsOn !== null && promotion.endsOn <= addDays(today, 1);
  return status === 'running' && isLast ? 'ending' : status;
}
