// The one place where chat asks what was said.
import { keepPreviousData } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { trpc } from '#client/api/trpc.ts';
import { useLivePages } from '#client/live/use-live.ts';
import type { SearchFilters } from './search-query.ts';

/** While somebody types, every syllable would ask. */
const SETTLES_AFTER_MS = 150;

export type Search = { text: string; filters: SearchFilters };

/** What matches, the newest first; null while there is nothing to look for. */
export function useFound(search: Search) {
  const { text, filters } = useSettled(search);
  const isAsked = text.trim() !== '' || Object.keys(filters).length > 0;
  const input = { text, ...filters };
  const query = trpc.chat.search.useInfiniteQuery(input, {
    enabled: isAsked,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
  const pages = useLivePages('chat.search', input, query.data);
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  const items = pages?.flatMap((page) => page.items) ?? [];
  const terms = pages?.[0]?.terms ?? [];
  return { isAsked, query, items, terms, hasMore: query.hasNextPage, more };
}

function useSettled(search: Search): Search {
  const [settled, setSettled] = useState(search);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(search), SETTLES_AFTER_MS);
    return () => clearTimeout(timer);
  }, [search]);
  return settled;
}
