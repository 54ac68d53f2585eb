// The counts beside the filters, and how one change moves them: shared, so that a browser counts as the server does.
import type { FilterCount, PromotionFacts, PromotionFilters } from './promotions.schema.ts';
import { statusOn } from './promotions.status.schema.ts';

/** In the order of the names' characters, without those that nothing has. */
export function countsByName(counts: ReadonlyMap<string, number>): FilterCount[] {
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([name, count]) => ({ name, count }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** After a promotion that `was` so (null: was not there) `is` so. The same counts if that makes no difference. */
export function recounted<F extends PromotionFilters>(
  filters: F,
  was: PromotionFacts | null,
  is: PromotionFacts,
): F {
  const before = was === null ? null : countedAs(was, filters.day);
  const after = countedAs(is, filters.day);
  if (before?.key === after.key) return filters;
  const statuses = { ...filters.statuses };
  if (before !== null) statuses[before.status] -= 1;
  statuses[after.status] += 1;
  return {
    ...filters,
    statuses,
    categories: moved(filters.categories, before?.categories ?? [], after.categories),
    channels: moved(filters.channels, before?.channels ?? [], after.channels),
  };
}

function countedAs(facts: PromotionFacts, day: string) {
  const status = statusOn(facts, day);
  const [categories, channels] = [[facts.category], facts.channels];
  return { status, categories, channels, key: JSON.stringify([status, categories, channels]) };
}

function moved(counts: FilterCount[], before: string[], after: string[]): FilterCount[] {
  const next = new Map(counts.map(({ name, count }) => [name, count]));
  for (const name of before) next.set(name, (next.get(name) ?? 0) - 1);
  for (const name of after) next.set(name, (next.get(name) ?? 0) + 1);
  return countsByName(next);
}
