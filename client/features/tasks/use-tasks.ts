// The one place where the tasks screens ask the server.
import { useMemo } from 'react';
import { trpc } from '#client/api/trpc.ts';
import { useLive, useLivePages } from '#client/live/use-live.ts';
import type { TaskChange } from '#server/tasks/tasks.activity.schema.ts';
import type { TaskGrouping } from '#server/tasks/tasks.groups.schema.ts';
import type { TaskComment, TaskItem } from '#server/tasks/tasks.schema.ts';
import type { TaskFilter } from './tasks.search.ts';

const PAGE = 100;

/** As far as it has been loaded, kept current; `more()` loads the next page. */
export function useTaskList(filter: TaskFilter, limit = PAGE) {
  const input = useMemo(() => ({ ...filter, limit }), [filter, limit]);
  const query = trpc.tasks.list.useInfiniteQuery(input, {
    getNextPageParam: (page) => page.nextCursor,
  });
  const pages = useLivePages('tasks.list', input, query.data);
  const tasks = useMemo((): TaskItem[] => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  return { query, tasks, hasMore: query.hasNextPage, more };
}

/** How many there are in each group of a list. */
export function useTaskGroups({ sort: _sort, ...filter }: TaskFilter, by: TaskGrouping) {
  const input = { ...filter, by };
  const query = trpc.tasks.groups.useQuery(input);
  return { query, groups: useLive('tasks.groups', input, query.data) };
}

export function useTask(id: string) {
  const input = { id };
  const query = trpc.tasks.get.useQuery(input);
  return { query, task: useLive('tasks.get', input, query.data)?.item };
}

/** Oldest first. */
export function useComments(taskId: string) {
  const input = { taskId, limit: PAGE };
  const query = trpc.tasks.comments.useInfiniteQuery(input, {
    getNextPageParam: (page) => page.nextCursor,
  });
  const pages = useLivePages('tasks.comments', input, query.data);
  const comments: TaskComment[] = pages?.flatMap((page) => page.items) ?? [];
  return { query, comments };
}

/** Who changed what, oldest first. */
export function useActivity(taskId: string) {
  const input = { taskId, limit: PAGE };
  const query = trpc.tasks.activity.useInfiniteQuery(input, {
    getNextPageParam: (page) => page.nextCursor,
  });
  const pages = useLivePages('tasks.activity', input, query.data);
  const changes: TaskChange[] = pages?.flatMap((page) => page.items) ?? [];
  return { query, changes };
}
