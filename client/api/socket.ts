// The one socket of a tab or script: it opens with the first subscription, notices a silent server, and comes back by
// itself, not all clients at the same moment.
import {
  createWSClient,
  retryLink,
  type TRPCLink,
  type TRPCWebSocketClient,
  wsLink,
} from '@trpc/client';
import type { AppRouter } from '#server/app.ts';
import type { EndReason } from '#server/auth/auth.schema.ts';
import { transformer } from './transformer.ts';
import { type Closed, promptSocket } from './prompt-socket.ts';

/** How the server closes a socket whose session, token or rights are not what they were. */
export const REVOKED = 4401;

/**
 * Whether the server said that whoever is behind the socket is signed in no more; the reason says why. Only after
 * `role_changed` the session goes on: with a new socket, and other rights.
 */
export function hasEnded({ code, reason }: Closed): boolean {
  return code === REVOKED && reason !== ('role_changed' satisfies EndReason);
}

const LONGEST_DELAY_MS = 10_000;

export type SocketOptions = {
  /** A function is asked before each attempt, and the attempt waits for it. */
  url: string | (() => Promise<string>);
  retryDelayMs?: (attempt: number) => number;
  headers?: Record<string, string>;
  onOpen?: () => void;
  onClosed?: (closed: Closed) => void;
};

export function createSocket(options: SocketOptions): TRPCWebSocketClient {
  const { url, headers, onOpen, onClosed, retryDelayMs = reconnectDelayMs } = options;
  const client = createWSClient({
    url,
    WebSocket: promptSocket({
      ...(headers === undefined ? {} : { headers }),
      onClosed: (closed) => {
        onClosed?.(closed);
        if (hasEnded(closed)) void client.close();
      },
    }),
    lazy: { enabled: true, closeMs: 1_000 },
    keepAlive: { enabled: true, intervalMs: 20_000, pongTimeoutMs: 8_000 },
    retryDelayMs,
    ...(onOpen === undefined ? {} : { onOpen }),
  });
  return client;
}

/** Soon at first, then ever more rarely. */
export function reconnectDelayMs(attempt: number): number {
  const delayMs = attempt === 0 ? 0 : Math.min(500 * 2 ** attempt, LONGEST_DELAY_MS);
  return delayMs + 250 + Math.random() * 1_500;
}

const FINAL = new Set(['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_REQUEST']);

/** A subscription that fails starts again where it was, unless the answer would be the same. */
export function socketLinks(client: TRPCWebSocketClient): TRPCLink<AppRouter>[] {
  return [
    retryLink<AppRouter>({
      retry: ({ error }) => !FINAL.has(error.data?.code ?? ''),
      retryDelayMs: (attempt) =>
        Math.min(1000 * 2 ** attempt, LONGEST_DELAY_MS) * (0.5 + Math.random()),
    }),
    wsLink<AppRouter>({ client, transformer }),
  ];
}
