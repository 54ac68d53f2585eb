// Which browsers somebody wants to be told in. A browser belongs to the session that asked, and goes with it.
import { and, eq, or } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { insertedOrFound } from '#db/inserted-or-found.ts';
import { pushSubscriptions } from '#db/schema/notifications.ts';
import { sessions } from '#db/schema/sessions.ts';
import type { Deps } from '../deps.ts';
import { badRequest, unauthorized } from '../errors.ts';
import { newId } from '../new-id.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { publicPushKey } from './push.keys.ts';
import type { SubscribeInput, UnsubscribeInput } from './push.schema.ts';

type Asker = { viewer: Viewer; session: { id: string } };

/** What a browser subscribes with: it will accept pushes of this office alone. */
export async function pushKey({ db }: Deps): Promise<{ publicKey: string; asOf: Position }> {
  const publicKey = await publicPushKey(db);
  return db.read(async (tx) => ({ publicKey, asOf: tx.asOf }));
}

/**
 * The same browser again, perhaps with somebody else signed in: it is theirs from now on. A session is one browser's, so
 * another address of it takes the place of the one before.
 */
export async function subscribe(
  deps: Deps,
  { viewer, session }: Asker,
  input: SubscribeInput,
): Promise<{ asOf: Position }> {
  const { endpoint, publicKey, authSecret, mutationId } = input;
  if (!deps.isPushService(new URL(endpoint)))
    throw badRequest('unknown_push_service', { endpoint: ['is not a known push service'] });
  const take = async (tx: WriteTx) => {
    const mine = and(eq(sessions.id, session.id), eq(sessions.personId, viewer.id));
    const [found] = await tx.lock(tx.select({ id: sessions.id }).from(sessions).where(mine));
    if (found === undefined) throw unauthorized();
    const before = or(
      eq(pushSubscriptions.endpoint, endpoint),
      eq(pushSubscriptions.sessionId, session.id),
    );
    await tx.delete(pushSubscriptions).where(before);
    const row = { id: newId(), userId: viewer.id, sessionId: session.id, createdAt: tx.now };
    await tx.insert(pushSubscriptions).values({ ...row, endpoint, publicKey, authSecret });
    tx.audit('push.subscribe', { kind: 'person', id: viewer.id }, { host: new URL(endpoint).host });
  };
  // Of two sessions that take one browser at once, the second takes it from the first.
  const { asOf } = await insertedOrFound(() => writeAs(deps, { viewer, mutationId }, take));
  return { asOf };
}

/** One's own; not there (any more) is fine. */
export async function unsubscribe(
  deps: Deps,
  { viewer }: Asker,
  { endpoint, mutationId }: UnsubscribeInput,
): Promise<{ asOf: Position }> {
  const { asOf } = await writeAs(deps, { viewer, mutationId }, async (tx) => {
    const gone = await tx
      .delete(pushSubscriptions)
      .where(and(eq(pushSubscriptions.endpoint, endpoint), eq(pushSubscriptions.userId, viewer.id)))
      .returning({ id: pushSubscriptions.id });
    if (gone.length > 0) tx.audit('push.unsubscribe', { kind: 'person', id: viewer.id });
  });
  return { asOf };
}
