// A month as the calendar draws it: weeks from Sunday on, and in each the promotions as bars on a few lines.
import { daysOfMonth } from '#client/ui/month.ts';
import { weekdayOf } from '#client/ui/seoul.ts';
import { addDays } from '#server/seoul.schema.ts';
import type { Period } from './use-promotion-acts.ts';

const DAYS = 7;

/** All its weeks, with the days of other months that belong to them. */
export function weeksOf(month: string): string[][] {
  const days = daysOfMonth(month);
  const first = `${month}-01`;
  const start = addDays(first, -weekdayOf(first));
  const count = Math.ceil((weekdayOf(first) + days.length) / DAYS);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: DAYS }, (_day, at) => addDays(start, week * DAYS + at)),
  );
}

type Bar<P> = {
  promotion: P;
  /** Columns of the week from 1, both included. */
  first: number;
  last: number;
  line: number;
  isFromBefore: boolean;
  isGoingOn: boolean;
};

/**
 * What begins sooner stands higher, what lasts longer first. `hidden` counts for each day what found no room on the
 * `lines` lines.
 */
export function weekBars<P extends Period & { id: string }>(
  week: readonly string[],
  promotions: readonly P[],
  lines: number,
): { bars: Bar<P>[]; hidden: number[] } {
  const [from = '', to = ''] = [week[0], week.at(-1)];
  const free: number[] = Array.from({ length: lines }, () => 0);
  const hidden = week.map(() => 0);
  const bars: Bar<P>[] = [];
  for (const bar of promotions
    .flatMap((promotion) => spanIn(promotion, from, to))
    .toSorted(bySpan)) {
    const line = free.findIndex((lastColumn) => lastColumn < bar.first);
    if (line === -1)
      for (let at = bar.first; at <= bar.last; at += 1) hidden[at - 1] = (hidden[at - 1] ?? 0) + 1;
    else {
      free[line] = bar.last;
      bars.push({ ...bar, line });
    }
  }
  return { bars, hidden };
}

function spanIn<P extends Period>(promotion: P, from: string, to: string): Omit<Bar<P>, 'line'>[] {
  const { startsOn, endsOn } = promotion;
  if ((startsOn !== null && startsOn > to) || (endsOn !== null && endsOn < from)) return [];
  const isFromBefore = startsOn === null || startsOn < from;
  const isGoingOn = endsOn === null || endsOn > to;
  const first = isFromBefore ? 1 : weekdayOf(startsOn) + 1;
  const last = isGoingOn ? DAYS : weekdayOf(endsOn) + 1;
  return [{ promotion, first, last, isFromBefore, isGoingOn }];
}

function bySpan<P extends Period & { id: string }>(
  a: Omit<Bar<P>, 'line'>,
  b: Omit<Bar<P>, 'line'>,
): number {
  if (a.first !== b.first) return a.first - b.first;
  if (a.last !== b.last) return b.last - a.last;
  const [one, other] = [keyOf(a.promotion), keyOf(b.promotion)];
  return Number(one > other) - Number(one < other);
}

function keyOf({ startsOn, id }: Period & { id: string }): string {
  return `${startsOn ?? ''} ${id}`;
}
