// Haru for scripts: every procedure, typed, with a token. Works in Node 24 and later.
//   import { createClient } from 'haru/client';
//   const haru = createClient({ url: 'http://localhost:3000', token: '…' });
//   const { items } = await haru.tasks.list.query({ overdue: true });
//   haru.tasks.onChange.subscribe(undefined, { onData: ({ data }) => console.log(data) });
// Subscriptions reconnect by themselves and go on where they were: no change is missed, none comes twice.
import { createTRPCClient, splitLink } from '@trpc/client';
import type { AppRouter } from '#server/app.ts';
import { checkedToken, checkedUrl } from './address.ts';
import { httpLinks } from './http.ts';
import type { Procedures } from './procedures.ts';
import { createLine } from './line.ts';
import { whatWasSeen } from './seen.ts';
import { type Refusal as ServerRefusal, refusalIn } from './refusal.ts';

export type ClientOptions = {
  /** Where Haru is, like `http://localhost:3000`. */
  url: string;
  /** A secret from Settings → Tokens. */
  token: string;
  /** The token was refused, revoked or has expired: all subscriptions are over. Without it, stderr says so. */
  onEnded?: (reason: string) => void;
};

export type HaruClient = Procedures & {
  /** Ends all subscriptions and lets the process exit. */
  close(): Promise<void>;
};

/** What a refused call says: a stable name, and what else belongs to it. */
export type Refusal = ServerRefusal;

export function createClient({ url, token, onEnded }: ClientOptions): HaruClient {
  const origin = checkedUrl(url);
  const headers = { authorization: `Bearer ${checkedToken(token)}` };
  const seen = whatWasSeen();
  const line = createLine({
    origin,
    headers,
    onEnded: onEnded ?? ((reason) => console.error(`Haru has ended the connection: ${reason}.`)),
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
  }) as unknown as HaruClient;
}

/** Null when the call failed for another reason, such as a broken connection. */
export function refusalOf(error: unknown): Refusal | null {
  return refusalIn(error);
}
