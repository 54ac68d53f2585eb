// A month as the timeline draws it: its days, and from which to which of them a promotion's bar reaches.
import { daysOfMonth } from '#client/ui/month.ts';
import type { Period } from './use-promotion-acts.ts';

/** First and last day of `month` (`YYYY-MM`), and how many there are. */
export function monthOf(month: string): { from: string; to: string; days: number } {
  const days = daysOfMonth(month);
  return { from: `${month}-01`, to: days.at(-1) ?? '', days: days.length };
}

/**
 * Days of the month from 1, both included; one that lies wholly elsewhere stands at the edge it went over.
 * `isFromBefore`, `isGoingOn`: the period reaches beyond the month; whether it is open is the period's to say.
 */
export function barIn(month: string, { startsOn, endsOn }: Period) {
  const { from, to, days } = monthOf(month);
  const isFromBefore = startsOn === null || startsOn < from;
  const isGoingOn = endsOn === null || endsOn > to;
  const dateOf = (day: string) => {
    if (day < from) return 1;
    return day > to ? days : Number(day.slice(8));
  };
  return {
    first: startsOn === null ? 1 : dateOf(startsOn),
    last: endsOn === null ? days : dateOf(endsOn),
    isFromBefore,
    isGoingOn,
  };
}
