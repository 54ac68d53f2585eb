// Whether a promotion runs is never stored: it follows from its days and the Seoul day it is. Shared with the screens.
import { addDays } from '../seoul.schema.ts';
import type { PromotionFacts, PromotionStatus } from './promotions.schema.ts';

type Period = Pick<PromotionFacts, 'startsOn' | 'endsOn'>;

/** Both days count; an open start has always begun, an open end never comes. Stopped by hand beats the days. */
export function statusOn(
  promotion: Period & Pick<PromotionFacts, 'stoppedAt'>,
  day: string,
): PromotionStatus {
  if (promotion.stoppedAt !== null) return 'stopped';
  if (promotion.startsOn !== null && day < promotion.startsOn) return 'scheduled';
  if (promotion.endsOn !== null && day > promotion.endsOn) return 'ended';
  return 'running';
}

/** With so many days left, today among them, it ends soon. */
export const DAYS_LEFT_SOON = 3;

/** Never stored, and no status of its own: it runs, but not much longer. */
export function endsSoon(
  promotion: Period & Pick<PromotionFacts, 'stoppedAt'>,
  day: string,
): boolean {
  return (
    statusOn(promotion, day) === 'running' &&
    promotion.endsOn !== null &&
    promotion.endsOn <= addDays(day, DAYS_LEFT_SOON - 1)
  );
}

/** Whether the promotion's days and those from `from` to `to` have one in common; absent = open. */
export function overlaps(
  period: Period,
  range: { from?: string | undefined; to?: string | undefined },
): boolean {
  return (
    (range.to === undefined || period.startsOn === null || period.startsOn <= range.to) &&
    (range.from === undefined || period.endsOn === null || period.endsOn >= range.from)
  );
}

/** Null start or end = open. */
export function endsBeforeItStarts({ startsOn, endsOn }: Period): boolean {
  return startsOn !== null && endsOn !== null && endsOn < startsOn;
}
