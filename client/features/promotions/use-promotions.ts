// The one place where the promotions screens ask the server.
import { trpc } from '#client/api/trpc.ts';
import { useLive, useLivePages } from '#client/live/use-live.ts';
import type { PromotionItem } from '#server/promotions/promotions.schema.ts';
import type { PromotionFilter } from './promotions.search.ts';

const PAGE = 100;

/** As far as it has been loaded, kept current; `more()` loads the next page. */
export function usePromotionList(filter: PromotionFilter) {
  const input = { ...filter, limit: PAGE };
  const query = trpc.promotions.list.useInfiniteQuery(input, {
    getNextPageParam: (page) => page.nextCursor,
  });
  const pages = useLivePages('promotions.list', input, query.data);
  const promotions: PromotionItem[] = pages?.flatMap((page) => page.items) ?? [];
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  return { query, promotions, hasMore: query.hasNextPage, more };
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
