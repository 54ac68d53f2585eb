// Which of the promotions on the screen get in each other's way, and on which days of the month.
import { isInTheWay } from '#server/promotions/promotions.overlaps.schema.ts';
import type { PromotionItem } from '#server/promotions/promotions.schema.ts';
import { barIn } from './month-grid.ts';

/** By id; those that are in nobody's way are not in it. */
export function clashesOf(
  promotions: readonly PromotionItem[],
): ReadonlyMap<string, readonly PromotionItem[]> {
  const clashes = new Map<string, PromotionItem[]>();
  for (const group of Map.groupBy(promotions, ({ category }) => category).values())
    for (const one of group) {
      const others = clashesWith(one, group);
      if (others.length > 0) clashes.set(one.id, others);
    }
  return clashes;
}

export function clashesWith(
  one: PromotionItem,
  promotions: readonly PromotionItem[],
): PromotionItem[] {
  if (one.stoppedAt !== null) return [];
  return promotions.filter((other) => other.id !== one.id && isInTheWay(other, one));
}

type Stretch = { first: number; last: number };

/** The days of the month on which `one` meets any of the others, as stretches without gaps. */
export function clashDays(
  month: string,
  one: Pick<PromotionItem, 'startsOn' | 'endsOn'>,
  others: readonly PromotionItem[],
): Stretch[] {
  const own = barIn(month, one);
  const stretches = others
    .map((other) => barIn(month, other))
    .map(({ first, last }) => ({
      first: Math.max(first, own.first),
      last: Math.min(last, own.last),
    }))
    .filter(({ first, last }) => first <= last)
    .toSorted((a, b) => a.first - b.first);
  const joined: Stretch[] = [];
  for (const { first, last } of stretches) {
    const before = joined.at(-1);
    if (before === undefined || first > before.last + 1) joined.push({ first, last });
    else before.last = Math.max(before.last, last);
  }
  return joined;
}
