// One query cache and one connection per tab. Queries and changes go over HTTP, subscriptions over the socket.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { httpBatchLink, splitLink, TRPCClientError } from '@trpc/client';
import { createContext, type ReactNode, use, useState } from 'react';
import type { AppRouter } from '#server/app.ts';
import { freshLink } from '../live/fresh-link.ts';
import { LiveSession } from '../live/live-session.ts';
import { createSocket, socketLinks } from './socket.ts';
import { transformer } from './transformer.ts';
import { trpc } from './trpc.ts';

/** Longer batches are split: some proxies refuse long addresses. */
const MAX_URL_LENGTH = 8_000;
const MAX_BATCH = 20;

const SessionContext = createContext<LiveSession | null>(null);

export function useLiveSession(): LiveSession {
  const session = use(SessionContext);
  if (session === null) throw new Error('useLiveSession is used outside ApiProvider.');
  return session;
}

export function ApiProvider({ children }: { children: ReactNode }) {
  const [{ queryClient, client, session }] = useState(createApi);
  return (
    <SessionContext value={session}>
      <trpc.Provider client={client} queryClient={queryClient}>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </trpc.Provider>
    </SessionContext>
  );
}

function createApi() {
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: shouldRetry,
      },
    },
  });
  const session = new LiveSession(
    () => void queryClient.invalidateQueries({ queryKey: [['auth', 'me']] }),
  );
  const socket = createSocket({
    url: socketUrl(),
    onClosed: (closed) => session.socketClosed(closed),
  });
  const client = trpc.createClient({
    links: [
      splitLink<AppRouter>({
        condition: (op) => op.type === 'subscription',
        true: socketLinks(socket),
        false: [
          freshLink(() => session.store),
          httpBatchLink<AppRouter>({
            url: '/trpc',
            transformer,
            maxURLLength: MAX_URL_LENGTH,
            maxItems: MAX_BATCH,
            headers: () => {
              const position = session.store?.position ?? null;
              return position === null ? {} : { 'x-haru-cursor': position };
            },
          }),
        ],
      }),
    ],
  });
  return { queryClient, client, session };
}

function socketUrl(): string {
  const { protocol, host } = globalThis.location;
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws`;
}

/** A refusal stays a refusal; a broken connection is tried again. */
function shouldRetry(failures: number, error: unknown): boolean {
  const isRefusal = error instanceof TRPCClientError && Boolean(error.data);
  return !isRefusal && failures < 3;
}
