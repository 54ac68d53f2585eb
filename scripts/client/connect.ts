import { createTRPCClient, splitLink } from '@trpc/client';
import type { AppRouter } from '#server/app.ts';
import { httpLinks } from './http.ts';
import { createLine } from './line.ts';
import type { Procedures } from './procedures.ts';
import { whatWasSeen } from './seen.ts';

export type ConnectOptions = {
  origin: string;
  /** Who is calling: a token, or a session's cookie. */
  headers: Record<string, string>;
  onEnded(reason: string): void;
};

export type Connection = Procedures & { close(): Promise<void> };

/** Calls over HTTP, subscriptions over one socket that opens with the first of them. */
export function connect({ origin, headers, onEnded }: ConnectOptions): Connection {
  const seen = whatWasSeen();
  const line = createLine({
    origin,
    headers,
    onEnded,
    isStillValid: () => procedures.teams.list.query(),
  });
  const procedures = createTRPCClient<AppRouter>({
    links: [
      seen.link,
      splitLink<AppRouter>({
        condition: (op) => op.type === 'subscription',
        true: line.links,
        false: httpLinks(origin, () => ({ ...headers, ...seen.headers() })),
      }),
    ],
  });
  return new Proxy(procedures, {
    get: (target, name, self) =>
      name === 'close' ? line.close : (Reflect.get(target, name, self) as unknown),
  }) as unknown as Connection;
}
