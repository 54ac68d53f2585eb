// Each call over HTTP gets its context here: who asks, from where, and whether they ask too often.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Deps } from '../deps.ts';
import { tooManyRequests } from '../errors.ts';
import type { Context } from '../trpc.ts';
import type { AddressOf } from './address.ts';
import type { Budget } from './budget.ts';
import { writeCookie } from './cookies.ts';
import { identify } from './identify.ts';
import type { OriginRules } from './origin.ts';
import type { Admission } from './procedures.ts';

export type Edge = {
  deps: Deps;
  rules: OriginRules;
  addressOf: AddressOf;
  /** Calls per person, and per address for those who are not signed in. */
  calls: Budget;
};

export async function admit(
  edge: Edge,
  req: IncomingMessage,
  callCount: number,
): Promise<Admission> {
  const { deps, rules } = edge;
  const { signedIn } = await identify(req, req.method === 'GET', edge);
  const address = edge.addressOf(req);
  spendCalls(edge.calls, signedIn?.viewer.id ?? address, callCount);
  let cookie: string | null = null;
  const ctx: Context = {
    deps,
    caller: signedIn,
    requestId: newRequestId(),
    address,
    userAgent: req.headers['user-agent'] ?? '',
    setSessionSecret(secret, expiresAt) {
      cookie = writeCookie(rules.isSecure, secret, expiresAt);
    },
    cursor: readPosition(req.headers['x-haru-cursor']),
    socket: null,
  };
  return { ctx, headers: () => (cookie === null ? [] : ['set-cookie', cookie]) };
}

/** Throws TOO_MANY_REQUESTS. `who` is a person's id or an address. */
export function spendCalls(calls: Budget, who: string, count: number): void {
  const waitSeconds = calls.spend(who, count);
  if (waitSeconds > 0) throw tooManyRequests(waitSeconds);
}

const POSITION = /^[0-9a-z-]{1,40}:\d{1,15}$/;

function readPosition(header: string | string[] | undefined): string | null {
  return typeof header === 'string' && POSITION.test(header) ? header : null;
}

const processName = randomBytes(4).toString('hex');
let requestCount = 0;

/** Unique among all processes and starts, and cheap. */
export function newRequestId(): string {
  requestCount += 1;
  return `${processName}-${requestCount.toString(36)}`;
}
