// The one socket of a tab or script: it opens with the first subscription, notices a silent server, and comes back by
// itself, not all clients at the same moment.
import { createWSClient, retryLink, wsLink } from '@trpc/client';
import type { AppRouter } from '#server/app.ts';
import { transformer } from './transformer.ts';
import { type Closed, promptSocket } from './prompt-socket.ts';

/** Sent by the server when the session behind the socket has ended; the reason says why. */
export const SESSION_ENDED = 4401;

const LONGEST_DELAY_MS = 30_000;

export type SocketOptions = {
  url: string;
  headers?: Record<string, string>;
  onOpen?: () => void;
  onClosed?: (closed: Closed) => void;
};

export function createSocket(options: SocketOptions) {
  const { url, headers, onOpen, onClosed } = options;
  const client = createWSClient({
    url,
    WebSocket: promptSocket({
      ...(headers === undefined ? {} : { headers }),
      onClosed: (closed) => {
        if (closed.code === SESSION_ENDED) void client.close();
        onClosed?.(closed);
      },
    }),
    lazy: { enabled: true, closeMs: 1_000 },
    keepAlive: { enabled: true, intervalMs: 20_000, pongTimeoutMs: 8_000 },
    retryDelayMs: (attempt) =>
      (attempt === 0 ? 0 : Math.min(1000 * 2 ** attempt, LONGEST_DELAY_MS)) +
      250 +
      Math.random() * 2_000,
    ...(onOpen === undefined ? {} : { onOpen }),
  });
  return client;
}

const FINAL = new Set(['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_REQUEST']);

/** A subscription that fails starts again where it was, unless the answer would be the same. */
export function socketLinks(client: ReturnType<typeof createSocket>) {
  return [
    retryLink<AppRouter>({
      retry: ({ error }) => !FINAL.has(error.data?.code ?? ''),
      retryDelayMs: (attempt) =>
        Math.min(1000 * 2 ** attempt, LONGEST_DELAY_MS) * (0.5 + Math.random()),
    }),
    wsLink<AppRouter>({ client, transformer }),
  ];
}
