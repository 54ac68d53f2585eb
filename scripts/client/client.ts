// Haru for scripts: every procedure, typed, with a token. Works in Node 24 and later.
//   import { createClient } from 'haru/client';
//   const haru = createClient({ url: 'http://localhost:3000', token: '…' });
//   const { items } = await haru.tasks.list.query({ overdue: true });
//   haru.tasks.onChange.subscribe(undefined, { onData: ({ data }) => console.log(data) });
// Subscriptions reconnect by themselves and go on where they were: no change is missed, none comes twice.
import { checkedToken, checkedUrl } from './address.ts';
import { connect } from './connect.ts';
import type { Procedures } from './procedures.ts';
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

export function createClient({ url, token, onEnded = sayEnded }: ClientOptions): HaruClient {
  const headers = { authorization: `Bearer ${checkedToken(token)}` };
  return connect({ origin: checkedUrl(url), headers, onEnded });
}

/** Null when the call failed for another reason, such as a broken connection. */
export function refusalOf(error: unknown): Refusal | null {
  return refusalIn(error);
}

function sayEnded(reason: string): void {
  console.error(`Haru has ended the connection: ${reason}.`);
}
