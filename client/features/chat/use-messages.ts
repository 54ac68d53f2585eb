// What was said in a room, as far as it has been loaded in both directions, kept current.
import { useMemo } from 'react';
import { trpc } from '#client/api/trpc.ts';
import { useLivePages } from '#client/live/use-live.ts';
import { type Message, messageCursor } from '#server/chat/chat.schema.ts';

const PAGE = 60;

/** `aroundNo`: where reading goes on; null = at the end of the room. */
export function useMessages(roomId: string, aroundNo: number | null) {
  const input = {
    roomId,
    limit: PAGE,
    ...(aroundNo === null ? {} : { around: aroundNo }),
  };
  const query = trpc.chat.messages.useInfiniteQuery(input, {
    getNextPageParam: (oldest) => {
      const first = oldest.items[0];
      return oldest.hasBefore && first !== undefined ? messageCursor('before', first.no) : null;
    },
    getPreviousPageParam: (newest) => {
      const last = newest.items.at(-1);
      return newest.hasAfter && last !== undefined ? messageCursor('after', last.no) : null;
    },
  });
  const pages = useLivePages('chat.messages', input, query.data);
  const messages: Message[] = useMemo(
    () => pages?.toReversed().flatMap((page) => page.items) ?? [],
    [pages],
  );
  const older = () => {
    if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
  };
  const newer = () => {
    if (query.hasPreviousPage && !query.isFetching) void query.fetchPreviousPage();
  };
  return {
    query,
    messages,
    hasOlder: query.hasNextPage,
    hasNewer: query.hasPreviousPage,
    older,
    newer,
  };
}
