// The script's one socket, for subscriptions. A broken one comes back and every subscription goes on where it was. One
// that the server refuses is over: each subscription then ends with an error that says why.
import type { TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { createSocket, reconnectDelayMs, hasEnded, socketLinks } from '#client/api/socket.ts';
import type { AppRouter } from '#server/app.ts';
import { socketUrl } from './address.ts';
import { Pause } from './pause.ts';
import { refusalIn, signedOut } from './refusal.ts';

export type LineOptions = {
  origin: string;
  headers: Record<string, string>;
  onEnded(reason: string): void;
  /** Fails with a refusal when the token does not count any more. */
  isStillValid(): Promise<unknown>;
};

export function createLine({ origin, headers, onEnded, isStillValid }: LineOptions) {
  const endings = new Set<(reason: string) => void>();
  const pause = new Pause();
  let delayMs = 0;
  let isOpen = false;

  const socket = createSocket({
    headers,
    async url() {
      await pause.wait(delayMs);
      delayMs = 0;
      return socketUrl(origin);
    },
    // tRPC's own wait cannot be ended, so the one above stands in for it.
    retryDelayMs(attempt) {
      delayMs = reconnectDelayMs(attempt);
      return 0;
    },
    onOpen() {
      isOpen = true;
    },
    onClosed(closed) {
      const wasOpen = isOpen;
      isOpen = false;
      if (hasEnded(closed)) end(closed.reason);
      else if (!wasOpen) void askWhy();
    },
  });

  /** A refused socket does not say why; a call does. */
  async function askWhy() {
    try {
      await isStillValid();
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal?.code === 'UNAUTHORIZED') end(refusal.reason);
    }
  }

  function end(reason: string) {
    if (endings.size === 0) return;
    // Those of now: whoever is told may subscribe again at once.
    const toldNow = endings.values().toArray();
    for (const endOne of toldNow) endOne(reason);
    void close();
    onEnded(reason);
  }

  async function close() {
    pause.cut();
    await socket.close();
  }

  const endable: TRPCLink<AppRouter> =
    () =>
    ({ op, next }) =>
      observable((observer) => {
        const endOne = (reason: string) => observer.error(signedOut(reason));
        endings.add(endOne);
        const subscription = next(op).subscribe(observer);
        return () => {
          endings.delete(endOne);
          subscription.unsubscribe();
        };
      });

  return { links: [endable, ...socketLinks(socket)], close };
}
