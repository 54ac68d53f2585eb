// The counts beside the filters, and how one change moves them: shared, so that a browser counts as the server does.
import type { FilterCount, PromotionFacts, PromotionFilters } from './promotions.schema.ts';
import { endsSoon, statusOn } from './promotions.status.schema.ts';

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
    endingSoon: filters.endingSoon + Number(after.soon) - Number(before?.soon ?? false),
    categories: moved(filters.categories, before?.categories ?? [], after.categories),
    channels: moved(filters.channels, before?.channels ?? [], after.channels),
  };
}

function countedAs(facts: PromotionFacts, day: string) {
  const [status, soon] = [statusOn(facts, day), endsSoon(facts, day)];
  const [categories, channels] = [[facts.category], facts.channels];
  const key = JSON.stringify([status, soon, categories, channels]);
  return { status, soon, categories, channels, key };
}

function moved(counts: FilterCount[], before: string[], after: string[]): FilterCount[] {
  const next = new Map(counts.map(({ name, count }) => [name, count]));
  for (const name of before) next.set(name, (next.get(name) ?? 0) - 1);
  for (const name of after) next.set(name, (next.get(name) ?? 0) + 1);
  return countsByName(next);
}
