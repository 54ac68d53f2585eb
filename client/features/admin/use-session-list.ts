// Where people are signed in, and ending that.
import { trpc } from '#client/api/trpc.ts';
import { useAct } from '#client/live/use-act.ts';
import { useLivePages } from '#client/live/use-live.ts';
import type { SessionItem } from '#server/auth/auth.schema.ts';

const PAGE = 50;

/** Newest first, everybody's or one person's, as far as they have been loaded. */
export function useSessionList(personId?: string) {
  const input = { limit: PAGE, ...(personId === undefined ? {} : { personId }) };
  const query = trpc.admin.sessions.list.useInfiniteQuery(input, {
    getNextPageParam: (page) => page.nextCursor,
  });
  const pages = useLivePages('admin.sessions.list', input, query.data);
  const sessions: SessionItem[] = pages?.flatMap((page) => page.items) ?? [];
  return { query, sessions, hasMore: query.hasNextPage, more: () => void query.fetchNextPage() };
}

/** The session of this very browser. */
export function useOwnSessionId(): string | null {
  return trpc.auth.sessions.useQuery().data?.currentId ?? null;
}

export function useEndSession() {
  const act = useAct();
  const { client } = trpc.useUtils();
  return ({ id }: SessionItem) =>
    act({
      provisional: [{ feature: 'people', kind: 'session.ended', id, data: null }],
      send: (mutationId) => client.admin.sessions.end.mutate({ id, mutationId }),
    });
}
