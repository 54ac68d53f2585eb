// A month as the timeline draws it: its days, and from which to which of them a promotion's bar reaches.
import { addDays } from '#server/seoul.schema.ts';
import type { Period } from './use-promotion-acts.ts';

/** First and last day of `month` (`YYYY-MM`), and how many there are. */
export function monthOf(month: string): { from: string; to: string; days: number } {
  const from = `${month}-01`;
  const to = addDays(`${otherMonth(month, 1)}-01`, -1);
  return { from, to, days: Number(to.slice(8)) };
}

/** `distance` months later or earlier. */
export function otherMonth(month: string, distance: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + distance, 1)).toISOString().slice(0, 7);
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
