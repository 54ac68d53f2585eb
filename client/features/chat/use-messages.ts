// What was said in a room, as far as it has been loaded in both directions, kept current; and what is on its way there.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { trpc } from '#client/api/trpc.ts';
import { now } from '#client/ui/clock.ts';
import { useLivePages } from '#client/live/use-live.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { type Message, messageCursor } from '#server/chat/chat.schema.ts';
import { Outbox, type Send } from './outbox.ts';

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

let outbox: { viewerId: string; box: Outbox } | null = null;

/** One per person and tab: it goes on sending while another screen is shown. */
function outboxOf(viewerId: string): Outbox {
  if (outbox?.viewerId !== viewerId)
    outbox = { viewerId, box: new Outbox(viewerId, openStorage()) };
  return outbox.box;
}

function openStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null; // closed in some private windows
  }
}

export function useUnsent(roomId: string, messages: readonly Message[]) {
  const box = outboxOf(useViewer().id);
  const { client } = trpc.useUtils();
  const entries = useSyncExternalStore(box.subscribe, () => box.entries);
  const unsent = useMemo(
    () => entries.filter((entry) => entry.roomId === roomId),
    [entries, roomId],
  );
  useEffect(() => {
    if (unsent.length > 0) box.forget(new Set(messages.map((message) => message.id)));
  }, [box, unsent, messages]);
  const send: Send = (message) => client.chat.send.mutate({ ...message, mutationId: message.id });
  return {
    unsent,
    post: (body: string) => box.post({ roomId, body, at: now() }, send),
    retry: (id: string) => box.retry(id, send),
    remove: (id: string) => box.forget(new Set([id])),
  };
}
