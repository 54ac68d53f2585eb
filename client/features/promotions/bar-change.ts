// What dragging a bar, or pressing its keys, makes of its days.
import { addDays } from '#server/seoul.schema.ts';
import { monthOf } from './month-grid.ts';
import type { Period } from './use-promotion-acts.ts';

export type BarPart = 'move' | 'start' | 'end';

/** `days` later, or earlier when negative. */
export type BarChange = { part: BarPart; days: number };

/**
 * Moved, an open end stays open. Pulled at, an open end is taken where the bar ends in `month`; neither end goes beyond
 * the other.
 */
export function changedPeriod(period: Period, { part, days }: BarChange, month: string): Period {
  const { startsOn, endsOn } = period;
  if (days === 0) return period;
  const { from, to } = monthOf(month);
  switch (part) {
    case 'move':
      return { startsOn: later(startsOn, days), endsOn: later(endsOn, days) };
    case 'start': {
      const next = addDays(startsOn ?? from, days);
      return { startsOn: endsOn !== null && next > endsOn ? endsOn : next, endsOn };
    }
    case 'end': {
      const next = addDays(endsOn ?? to, days);
      return { startsOn, endsOn: startsOn !== null && next < startsOn ? startsOn : next };
    }
  }
}

/** One that is open on both sides stands everywhere already. */
export function canMove({ startsOn, endsOn }: Period): boolean {
  return startsOn !== null || endsOn !== null;
}

/** Only the days that differ. */
export function periodPatch(before: Period, after: Period): Partial<Period> {
  return {
    ...(after.startsOn !== before.startsOn && { startsOn: after.startsOn }),
    ...(after.endsOn !== before.endsOn && { endsOn: after.endsOn }),
  };
}

function later(day: string | null, days: number): string | null {
  return day === null ? null : addDays(day, days);
}
