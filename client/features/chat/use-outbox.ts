// The outbox of this tab: it sends on whatever screen is shown, as soon as there is a connection.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { newId } from '#client/api/new-id.ts';
import { useLiveSession } from '#client/api/providers.tsx';
import { trpc } from '#client/api/trpc.ts';
import { now } from '#client/ui/clock.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { Message } from '#server/chat/chat.schema.ts';
import { openStorage } from './open-storage.ts';
import { Outbox, type Unsent } from './outbox.ts';
import { OutboxShelf } from './outbox-shelf.ts';
import type { Written } from './outgoing.ts';

/** An answer that takes longer will not come: the message is sent again. */
const ANSWER_WITHIN_MS = 20_000;
const TAB_KEY = 'haru.tab';

let outbox: { viewerId: string; box: Outbox } | null = null;

function outboxOf(viewerId: string): Outbox {
  if (outbox?.viewerId !== viewerId)
    outbox = { viewerId, box: new Outbox(new OutboxShelf(viewerId, openStorage(), tabId())) };
  return outbox.box;
}

/** Once per tab, as long as somebody is signed in. */
export function useOutboxSending(viewerId: string): void {
  const session = useLiveSession();
  const { client } = trpc.useUtils();
  useEffect(() => {
    const box = outboxOf(viewerId);
    const disconnect = box.connect(
      ({ id, roomId, body, replyToId, mentionIds, mentionsAll, isUrgent, files }) =>
        client.chat.send.mutate(
          {
            id,
            roomId,
            body,
            replyToId,
            mentionIds,
            mentionsAll,
            isUrgent,
            fileIds: files.map((file) => file.id),
            mutationId: id,
          },
          { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) },
        ),
    );
    const unsubscribe = session.subscribe(() => {
      if (session.connection === 'live') box.resume();
    });
    const resume = () => box.resume();
    const leave = () => box.leave();
    const comeBack = () => box.comeBack();
    window.addEventListener('online', resume);
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', comeBack);
    return () => {
      disconnect();
      unsubscribe();
      window.removeEventListener('online', resume);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', comeBack);
    };
  }, [viewerId, session, client]);
}

/** What is on its way to a room; `messages` are those that have arrived. */
export function useUnsent(roomId: string, messages: readonly Message[]) {
  const box = outboxOf(useViewer().id);
  const entries = useSyncExternalStore(box.subscribe, () => box.entries);
  const unsent = useMemo(
    () => entries.filter((entry) => entry.roomId === roomId),
    [entries, roomId],
  );
  useEffect(() => {
    if (unsent.length > 0) box.forget(new Set(messages.map((message) => message.id)));
  }, [box, unsent, messages]);
  return {
    unsent,
    post: (written: Written) => box.post({ ...written, roomId }, now()),
    retry: (id: string) => box.retry(id),
    remove: (id: string) => box.forget(new Set([id])),
  };
}

/** What failed in rooms that are not among `rooms`, and so is shown by none of them; null: they are not known yet. */
export function useStranded(rooms: readonly { id: string }[] | null) {
  const box = outboxOf(useViewer().id);
  const entries = useSyncExternalStore(box.subscribe, () => box.entries);
  const known = new Set(rooms?.map((room) => room.id));
  const isStranded = ({ state, roomId }: Unsent) => state === 'failed' && !known.has(roomId);
  return {
    stranded: rooms === null ? [] : entries.filter(isStranded),
    remove: (id: string) => box.forget(new Set([id])),
  };
}

/** Stays the same over a reload. */
function tabId(): string {
  try {
    const known = sessionStorage.getItem(TAB_KEY) ?? newId();
    sessionStorage.setItem(TAB_KEY, known);
    return known;
  } catch {
    return newId(); // closed in some private windows
  }
}
