// A month as the timeline draws it: its days, and from which to which of them a promotion's bar reaches.
import { daysOfMonth } from '#client/ui/month.ts';
import type { Period } from './use-promotion-acts.ts';

/** First and last day of `month` (`YYYY-MM`), and how many there are. */
export function monthOf(month: string): { from: string; to: string; days: number } {
  const days = daysOfMonth(month);
  return { from: `${month}-01`, to: days.at(-1) ?? '', days: days.length };
}

/** Days of the month from 1, both included; `isFromBefore`, `isGoingOn`: the period reaches beyond the month. */
export function barIn(month: string, { startsOn, endsOn }: Period) {
  const { from, to, days } = monthOf(month);
  const isFromBefore = startsOn === null || startsOn < from;
  const isGoingOn = endsOn === null || endsOn > to;
  return {
    first: isFromBefore ? 1 : Number(startsOn.slice(8)),
    last: isGoingOn ? days : Number(endsOn.slice(8)),
    isFromBefore,
    isGoingOn,
  };
}
