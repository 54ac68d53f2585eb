// The sessions of browsers, in five functions. Lucia decides when they expire and are renewed; nobody else knows it, so
// that it can be replaced here. The cookie holds a random secret, the database only its SHA-256.
import { hash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { generateIdFromEntropySize, Lucia, TimeSpan } from 'lucia';
import type { WriteTx } from '#db/database.ts';
import { sessions } from '#db/schema/sessions.ts';
import type { Deps } from '../deps.ts';
import type { Caller } from '../viewer.ts';
import type { EndReason } from './auth.schema.ts';
import {
  type Access,
  changeSession,
  ofPerson,
  type Origin,
  removeSessions,
  type SessionFacts,
  sessionStore,
} from './session-store.ts';

const SECRET_BYTES = 25;
const SECRET = /^[a-z2-7]{40}$/;
/** Ends when it was not used for so long; used after half of it, it begins anew. */
const IDLE = new TimeSpan(30, 'd');
/** The browser keeps the cookie for the longest that browsers allow: the server alone decides when it stops counting. */
const COOKIE = new TimeSpan(400, 'd');
const TOUCH_EVERY_MS = 10 * 60_000;

export type NewSession = { id: string; secret: string; cookieExpiresAt: Date };

/** Whose session it is, and until when it lasts if nobody uses it. */
export type SignedIn = Caller & { expiresAt: Date };

/** For a person who was found active in the same write. */
export async function createSession(
  tx: WriteTx,
  personId: string,
  origin: Origin,
): Promise<NewSession> {
  const secret = generateIdFromEntropySize(SECRET_BYTES);
  const id = sessionIdOf(secret);
  await luciaOver(within(tx), origin).createSession(personId, {}, { sessionId: id });
  return { id, secret, cookieExpiresAt: new Date(tx.now.getTime() + COOKIE.milliseconds()) };
}

/** Null for anything that is not the secret of a lasting session of an active person. */
export async function validateSession(deps: Deps, secret: string): Promise<SignedIn | null> {
  if (!SECRET.test(secret)) return null;
  const { session, user } = await luciaOf(deps).validateSession(sessionIdOf(secret));
  if (session === null) return null;
  const { viewer, lastSeenAt } = (user as typeof user & { facts: SessionFacts }).facts;
  const now = deps.clock.now();
  if (now.getTime() - lastSeenAt.getTime() >= TOUCH_EVERY_MS) await touch(deps, session.id);
  const leftMs = session.expiresAt.getTime() - Date.now();
  return {
    viewer,
    session: { id: session.id },
    token: null,
    expiresAt: new Date(now.getTime() + leftMs),
  };
}

/** False if it had ended already. */
export async function endSession(tx: WriteTx, id: string, reason: EndReason): Promise<boolean> {
  return (await removeSessions(tx, eq(sessions.id, id), reason)) > 0;
}

export async function endSessionsOf(
  tx: WriteTx,
  personId: string,
  options: { reason: EndReason; except?: string },
): Promise<void> {
  await removeSessions(tx, ofPerson(personId, options.except), options.reason);
}

/** Those that nobody used for so long that they expired. */
export async function endExpiredSessions(deps: Deps): Promise<void> {
  await luciaOf(deps).deleteExpiredSessions();
}

function sessionIdOf(secret: string): string {
  return hash('sha256', secret, 'hex');
}

function luciaOver(access: Access, origin?: Origin) {
  return new Lucia(sessionStore(access, origin), {
    sessionExpiresIn: IDLE,
    getUserAttributes: (facts) => ({ facts: facts as SessionFacts }),
  });
}

type HaruLucia = ReturnType<typeof luciaOver>;
const lucias = new WeakMap<Deps, HaruLucia>();

function luciaOf(deps: Deps): HaruLucia {
  const known = lucias.get(deps);
  if (known !== undefined) return known;
  const made = luciaOver(alone(deps));
  lucias.set(deps, made);
  return made;
}

/** A database that cannot be written to signs nobody out. */
function alone(deps: Deps): Access {
  return {
    now: () => deps.clock.now(),
    read: (job) => deps.db.read(job),
    async write(job) {
      try {
        await deps.db.write({ actorId: null }, job);
      } catch (error) {
        deps.log.error({ err: error }, 'A session could not be renewed, noted or removed.');
      }
    },
  };
}

function within(tx: WriteTx): Access {
  return { now: () => tx.now, read: (job) => job(tx), write: (job) => job(tx) };
}

const touching = new Set<string>();

/** Notes that it is in use; once, however many requests come at the same time. */
async function touch(deps: Deps, id: string): Promise<void> {
  if (touching.has(id)) return;
  touching.add(id);
  try {
    await alone(deps).write((tx) => changeSession(tx, id, { lastSeenAt: tx.now }));
  } finally {
    touching.delete(id);
  }
}
