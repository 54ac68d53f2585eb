// Below the sign-in gate, once per tab: the one subscription that keeps every answer current.
import { skipToken, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useLiveSession } from '../api/providers.tsx';
import { trpc } from '../api/trpc.ts';
import { LiveStore } from './live-store.ts';
import { LiveStoreContext } from './use-live.ts';
import type { AnyHandler, LiveContext, LiveHandlers } from './live-types.ts';
import { queryAnswers } from './query-answers.ts';
import type { Connection } from './live-session.ts';

type Props = {
  handlers: LiveHandlers;
  viewer: LiveContext['viewer'];
  /** The server's clock, from the first frame on. */
  onServerTime: (at: Date) => void;
  now: () => Date;
  onEnded: (reason: string) => void;
  children: ReactNode;
};

export function LiveProvider({ handlers, viewer, onServerTime, now, onEnded, children }: Props) {
  const session = useLiveSession();
  const queryClient = useQueryClient();
  const [store] = useState(() =>
    session.storeOf(viewer.id, () => {
      const byPath = new Map<string, AnyHandler>(
        Object.entries(handlers as Record<string, AnyHandler>),
      );
      const cache = queryAnswers(queryClient, (path) => byPath.has(path));
      return new LiveStore({ cache, handlers: byPath, viewer, now });
    }),
  );
  useEffect(() => session.enter(store, onEnded), [session, store, onEnded]);
  const first = trpc.nav.counts.useQuery();
  const [from, setFrom] = useState<string | null>(null);
  if (from === null && first.data !== undefined) setFrom(store.position ?? first.data.asOf);
  const onData = useCallback(
    ({ id, data }: { id: string; data: Parameters<LiveStore['receive']>[1] }) => {
      store.receive(id, data);
      session.heard();
      const [head] = data;
      if (head !== undefined && (head.kind === 'mark' || head.kind === 'resync'))
        onServerTime(head.at);
    },
    [store, session, onServerTime],
  );
  trpc.live.onChange.useSubscription(from === null ? skipToken : { lastEventId: from }, { onData });
  return <LiveStoreContext value={store}>{children}</LiveStoreContext>;
}

/** Quiet when live. */
export function useConnection(): Connection {
  const session = useLiveSession();
  return useSyncExternalStore(session.subscribe, () => session.connection);
}
