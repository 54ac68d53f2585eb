// The one place where the promotions screens ask the server.
import { useEffect, useMemo } from 'react';
import { trpc } from '#client/api/trpc.ts';
import { inParts, useLiveCounts } from '#client/live/use-live-counts.ts';
import { useToday } from '#client/ui/clock.ts';
import { useLive, useLivePages } from '#client/live/use-live.ts';
import { PROMOTION_COUNTS_MAX, type PromotionItem } from '#server/promotions/promotions.schema.ts';
import type { PromotionFilter } from './promotions.search.ts';

const PAGE = 100;
const PAGE_OF_MONTH = 200;

/** As far as it has been loaded, kept current; `more()` loads the next page. */
export function usePromotionList(filter: PromotionFilter, limit = PAGE) {
  const input = { ...filter, limit };
  const query = trpc.promotions.list.useInfiniteQuery(input, {
    getNextPageParam: (page) => page.nextCursor,
  });
  const pages = useLivePages('promotions.list', input, query.data);
  const promotions = useMemo(
    (): PromotionItem[] => pages?.flatMap((page) => page.items) ?? [],
    [pages],
  );
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  return { query, promotions, hasMore: query.hasNextPage, more };
}

/** All that runs or is still to come, which is sorted before what is over; of that as far as it has been loaded. */
export function useCurrentPromotions(filter: PromotionFilter) {
  const today = useToday();
  const list = usePromotionList(filter);
  const { isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list.query;
  const last = list.promotions.at(-1);
  const isCut = list.hasMore && last !== undefined && (last.endsOn ?? today) >= today;
  const isOnItsWay = isCut && !isFetchNextPageError;
  useEffect(() => {
    if (isOnItsWay && !isFetchingNextPage) void fetchNextPage();
  }, [isOnItsWay, isFetchingNextPage, fetchNextPage]);
  return { ...list, isOnItsWay };
}

/** All of it, however many pages that are: a month is looked at as a whole. */
export function useWholePromotionList(filter: PromotionFilter) {
  const { query, promotions, hasMore } = usePromotionList(filter, PAGE_OF_MONTH);
  const { fetchNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  useEffect(() => {
    if (hasMore && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasMore, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return { query, promotions };
}

export function usePromotion(id: string) {
  const input = { id };
  const query = trpc.promotions.get.useQuery(input);
  return { query, promotion: useLive('promotions.get', input, query.data)?.item };
}

/** Undefined until the server has answered. */
export function usePromotionFilters() {
  const query = trpc.promotions.filters.useQuery();
  return useLive('promotions.filters', undefined, query.data);
}

/** How many each of the filters finds, in their order; undefined until the server has answered. */
export function usePromotionCounts(
  filters: readonly PromotionFilter[],
): readonly (number | undefined)[] {
  const parts = useMemo(() => inParts(filters, PROMOTION_COUNTS_MAX), [filters]);
  const answers = trpc.useQueries((t) =>
    parts.map((part) => t.promotions.counts({ filters: part })),
  );
  const counted = parts.map((part, at) => ({ filters: part, answer: answers[at]?.data }));
  return useLiveCounts('promotions.counts', counted);
}
