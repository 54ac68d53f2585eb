// What is being written, per room and on all of one's devices.
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { newId } from '#client/api/new-id.ts';
import { useLiveSession } from '#client/api/providers.tsx';
import { trpc } from '#client/api/trpc.ts';
import { useLive } from '#client/live/use-live.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { preview } from '#server/chat/chat.preview.schema.ts';
import type { Message } from '#server/chat/chat.schema.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { openStorage } from './open-storage.ts';

let current: { viewerId: string; keeper: DraftKeeper } | null = null;

function keeperOf(viewerId: string): DraftKeeper {
  if (current?.viewerId !== viewerId)
    current = { viewerId, keeper: new DraftKeeper(viewerId, openStorage()) };
  return current.keeper;
}

/** What is begun, by room. */
export function useDrafts(): ReadonlyMap<string, string> {
  const answer = useServerDrafts();
  return useMemo(() => new Map(answer?.items.map((item) => [item.roomId, item.body])), [answer]);
}

/** While the chat is open, drafts are the same on all devices. */
export function useDraftKeeping(): void {
  const keeper = keeperOf(useViewer().id);
  const session = useLiveSession();
  const { client } = trpc.useUtils();
  const answer = useServerDrafts();
  useEffect(() => {
    if (answer !== undefined) keeper.hear(answer);
  }, [keeper, answer]);
  useEffect(() => {
    keeper.connect((draft) => client.chat.saveDraft.mutate({ ...draft, mutationId: newId() }));
    const unsubscribe = session.subscribe(() => {
      if (session.connection === 'live') keeper.resume();
    });
    const resume = () => keeper.resume();
    window.addEventListener('online', resume);
    document.addEventListener('visibilitychange', resume);
    return () => {
      keeper.resume();
      unsubscribe();
      window.removeEventListener('online', resume);
      document.removeEventListener('visibilitychange', resume);
    };
  }, [keeper, session, client]);
}

function useServerDrafts() {
  return useLive('chat.drafts', undefined, trpc.chat.drafts.useQuery().data);
}

/** Of one room. */
export function useRoomDraft(roomId: string) {
  const keeper = keeperOf(useViewer().id);
  const draft = useSyncExternalStore(keeper.subscribe, () => keeper.of(roomId));
  useEffect(() => () => keeper.flush(roomId), [keeper, roomId]);
  return {
    draft,
    setBody: (body: string) => keeper.write(roomId, { body }),
    stopReply: () => keeper.write(roomId, { replyToId: null, replyTo: null }),
    clear: () => keeper.write(roomId, { body: '', replyToId: null, replyTo: null }),
  };
}

/** The next message in the room answers this one. */
export function useStartReply(roomId: string): (message: Message) => void {
  const keeper = keeperOf(useViewer().id);
  return useCallback(
    (message) => keeper.write(roomId, { replyToId: message.id, replyTo: preview(message) }),
    [keeper, roomId],
  );
}

/** A text that was to be sent later is back in its room's field, after whatever stands there. */
export function useGiveBack() {
  const keeper = keeperOf(useViewer().id);
  return useCallback(
    ({ roomId, body, replyToId }: { roomId: string; body: string; replyToId: string | null }) => {
      const there = keeper.of(roomId);
      const isFree = there.body.trim() === '';
      const quote = isFree ? { replyToId, replyTo: null } : {};
      keeper.write(roomId, { body: isFree ? body : `${there.body}\n${body}`, ...quote });
    },
    [keeper],
  );
}
