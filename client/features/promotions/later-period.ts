import { otherMonth } from '#client/ui/month.ts';
import { addDays } from '#server/seoul.schema.ts';
import type { Period } from './use-promotion-acts.ts';

/**
 * The same days so many months later. A date that month does not have becomes its last; what ends with its month ends
 * with the other one too, so that a whole month stays whole; one day stays one day. Open stays open.
 */
export function laterPeriod({ startsOn, endsOn }: Period, months: number): Period {
  const start = startsOn === null ? null : laterDay(startsOn, months);
  if (endsOn === null) return { startsOn: start, endsOn: null };
  if (startsOn === endsOn) return { startsOn: start, endsOn: start };
  const month = otherMonth(endsOn.slice(0, 7), months);
  const isWithItsMonth = endsOn === lastOf(endsOn.slice(0, 7));
  return { startsOn: start, endsOn: isWithItsMonth ? lastOf(month) : laterDay(endsOn, months) };
}

function laterDay(day: string, months: number): string {
  const month = otherMonth(day.slice(0, 7), months);
  const last = lastOf(month);
  const same = `${month}-${day.slice(8)}`;
  return same > last ? last : same;
}

function lastOf(month: string): string {
  return addDays(`${otherMonth(month, 1)}-01`, -1);
}
