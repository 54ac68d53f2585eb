import { trpc } from '#client/api/trpc.ts';
import { useLivePages } from '#client/live/use-live.ts';
import type { TrashedTask } from '#server/tasks/tasks.trash.schema.ts';

const PAGE = 50;

/** What one may take out again, the last removed first. */
export function useTrash() {
  const input = { limit: PAGE };
  const query = trpc.tasks.trash.useInfiniteQuery(input, {
    getNextPageParam: (page) => page.nextCursor,
  });
  const pages = useLivePages('tasks.trash', input, query.data);
  const tasks: TrashedTask[] = pages?.flatMap((page) => page.items) ?? [];
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  return { query, tasks, hasMore: query.hasNextPage, more };
}
