import { useMemo } from 'react';
import { categoryHues } from './category-hues.ts';
import { usePromotionFilters } from './use-promotions.ts';

/** The colour of each category there is. */
export function useCategoryHues(): ReadonlyMap<string, number> {
  const counts = usePromotionFilters();
  const categories = counts?.categories;
  return useMemo(() => categoryHues((categories ?? []).map(({ name }) => name)), [categories]);
}
