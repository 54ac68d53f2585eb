// Sends what is due, encrypted for the browser it goes to (RFC 8291). Whoever works at a screen is left in peace for a
// while: what they read there needs no push. A service that is busy or away is tried again, later and later; a browser
// that is gone is forgotten.
import {
  dropPush,
  dropSubscription,
  nextPushAt,
  postponePush,
  type TakenPush,
  takePushes,
} from '#db/push-outbox.ts';
import type { Deps } from '../deps.ts';
import { keysOf } from './push.keys.ts';
import { noteFor } from './push.note.ts';
import type { PushNote } from './push.schema.ts';
import type { PushSubject } from './push.subject.ts';

const AT_ONCE = 20;
/** Longer than sending them takes; when this process dies meanwhile, another one takes them then. */
const LEASE_MS = 60_000;
const ANSWER_WITHIN_MS = 10_000;
const TRIES_MAX = 8;
const FIRST_RETRY_MS = 15_000;
const WHILE_AT_SCREEN_MS = 15_000;
const WAITS_AT_SCREEN = 2;

/** When there is something to send next; null: nothing waits. */
export async function deliverPushes(deps: Deps): Promise<Date | null> {
  const { db, clock } = deps;
  for (;;) {
    const nextAt = await nextPushAt(db);
    if (nextAt === null || nextAt > clock.now()) return nextAt;
    const due = await takePushes(db, { now: clock.now(), leaseMs: LEASE_MS, limit: AT_ONCE });
    await Promise.all(due.map((push) => deliver(deps, push)));
  }
}

async function deliver(deps: Deps, push: TakenPush): Promise<void> {
  const { db, clock, presence, log } = deps;
  const { id, attempts, expiresAt, subscription } = push;
  const now = clock.now();
  if (expiresAt <= now || attempts > TRIES_MAX) return await dropPush(db, id);
  const isAtScreen = presence.stateOf(subscription.userId) === 'online';
  if (isAtScreen && attempts <= WAITS_AT_SCREEN)
    return await postponePush(db, id, later(now, WHILE_AT_SCREEN_MS));
  const note = await noteFor(deps, subscription.userId, JSON.parse(push.payload) as PushSubject);
  if (note === null) return await dropPush(db, id);
  const request = await encrypted(deps, push, note);
  if (request === null) return await dropPush(db, id);
  const status = await send(deps, request);
  if (status === 404 || status === 410) return await dropSubscription(db, subscription.id);
  if (status === null || status === 429 || status >= 500)
    return await postponePush(db, id, later(now, FIRST_RETRY_MS * 2 ** (attempts - 1)));
  if (status >= 300) log.warn({ status }, 'A push service refused a push.');
  await dropPush(db, id);
}

type Request = { endpoint: string; headers: Record<string, string>; body: Buffer };

/** Null for keys no browser has: one such push holds up no other. */
async function encrypted(deps: Deps, push: TakenPush, note: PushNote): Promise<Request | null> {
  const { endpoint, publicKey, authSecret } = push.subscription;
  const { generateRequestDetails } = (await import('web-push')).default;
  const vapidDetails = { subject: sender(deps), ...(await keysOf(deps.db)) };
  const to = { endpoint, keys: { p256dh: publicKey, auth: authSecret } };
  const TTL = Math.ceil((push.expiresAt.getTime() - deps.clock.now().getTime()) / 1000);
  try {
    const { headers, body } = generateRequestDetails(to, JSON.stringify(note), {
      vapidDetails,
      TTL,
      urgency: 'high',
    });
    return { endpoint, headers, body };
  } catch (error) {
    deps.log.warn({ err: error }, 'A push could not be encrypted.');
    return null;
  }
}

/** What the service answered; null when it did not. */
async function send(deps: Deps, { endpoint, headers, body }: Request): Promise<number | null> {
  try {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    await answer.body?.cancel();
    return answer.status;
  } catch (error) {
    deps.log.info({ err: error }, 'A push service did not answer.');
    return null;
  }
}

/** Whom a push service may turn to. */
function sender({ config }: Deps): string {
  const origin = config.publicOrigin;
  return origin?.startsWith('https:') === true ? origin : 'mailto:office@haru.invalid';
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
