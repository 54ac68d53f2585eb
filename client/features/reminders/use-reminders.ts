// The one place where the screens of reminders ask the server.
import { trpc } from '#client/api/trpc.ts';
import { useLive, useLivePages } from '#client/live/use-live.ts';
import type { InputOf } from '#client/live/live-types.ts';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';

export type ReminderQuestion = Omit<NonNullable<InputOf<'reminders.list'>>, 'cursor'>;

/** Soonest first. */
export const OPEN: ReminderQuestion = { state: ['scheduled', 'due'], limit: 100 };
/** The last done first. */
export const DONE: ReminderQuestion = { state: 'done', sort: 'done', limit: 20 };

/** As far as it has been loaded, kept current; `more()` loads the next page. */
export function useReminderList(input: ReminderQuestion) {
  const query = trpc.reminders.list.useInfiniteQuery(input, {
    getNextPageParam: (page) => page.nextCursor,
  });
  const pages = useLivePages('reminders.list', input, query.data);
  const reminders: ReminderItem[] = pages?.flatMap((page) => page.items) ?? [];
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  return { query, reminders, hasMore: query.hasNextPage, more };
}

export function useReminder(id: string) {
  const input = { id };
  const query = trpc.reminders.get.useQuery(input);
  return { query, reminder: useLive('reminders.get', input, query.data)?.item };
}

/** What is due for me now; the longest due first. */
export function useBanner() {
  const query = trpc.reminders.banner.useQuery();
  return { query, due: useLive('reminders.banner', undefined, query.data)?.items ?? [] };
}
