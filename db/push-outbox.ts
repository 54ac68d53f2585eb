// What is to be pushed to browsers that have no page open: put in with how far the log of events was looked through, so
// that of several processes one puts in each event; taken for a while by the one that sends it; gone when delivered.
// Nobody's act, so nothing of it is audited.
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Db } from './database.ts';
import { meta } from './schema/meta.ts';
import { pushOutbox, pushSubscriptions } from './schema/notifications.ts';
import { writeUnaudited } from './unaudited.ts';

export type NewPush = Pick<
  typeof pushOutbox.$inferInsert,
  'id' | 'subscriptionId' | 'payload' | 'attempts' | 'sendAt' | 'expiresAt'
>;
export type TakenPush = {
  id: string;
  payload: string;
  attempts: number;
  expiresAt: Date;
  subscription: Pick<
    typeof pushSubscriptions.$inferSelect,
    'id' | 'userId' | 'endpoint' | 'publicKey' | 'authSecret'
  >;
};

/** A statement has only so many parameters. */
const PUT_AT_ONCE = 1_000;
const READ_UP_TO = 'push:seq';
const KEYS = 'push:keys';

/** The seq up to which some process has looked; null before the first push. */
export function pushedUpTo(db: Db): Promise<number | null> {
  return db.read(async (tx) => {
    const question = tx.prepared('push.up_to', (q) =>
      q
        .select({ value: meta.value })
        .from(meta)
        .where(eq(meta.key, sql`${READ_UP_TO}`)),
    );
    const [row] = await question.execute({});
    return row === undefined ? null : Number(row.value);
  });
}

/** False if another process has moved on from `from` meanwhile: then nothing was put in. */
export function putPushes(
  db: Db,
  { from, to, pushes }: { from: number | null; to: number; pushes: NewPush[] },
): Promise<boolean> {
  return writeUnaudited(db, async (tx) => {
    const value = String(to);
    const moved =
      from === null
        ? await tx
            .insert(meta)
            .values({ key: READ_UP_TO, value })
            .onConflictDoNothing()
            .returning({ key: meta.key })
        : await tx
            .update(meta)
            .set({ value })
            .where(and(eq(meta.key, READ_UP_TO), eq(meta.value, String(from))))
            .returning({ key: meta.key });
    if (moved.length === 0) return false;
    for (let at = 0; at < pushes.length; at += PUT_AT_ONCE)
      await tx.insert(pushOutbox).values(pushes.slice(at, at + PUT_AT_ONCE));
    return true;
  });
}

/** What is due, for this process alone until `leaseMs` from now: then it is anybody's again. */
export function takePushes(
  db: Db,
  { now, leaseMs, limit }: { now: Date; leaseMs: number; limit: number },
): Promise<TakenPush[]> {
  return writeUnaudited(db, async (tx) => {
    const due = await tx.lock(
      tx
        .select({
          id: pushOutbox.id,
          subscriptionId: pushOutbox.subscriptionId,
          payload: pushOutbox.payload,
          attempts: pushOutbox.attempts,
          expiresAt: pushOutbox.expiresAt,
        })
        .from(pushOutbox)
        .where(lte(pushOutbox.sendAt, now))
        .orderBy(asc(pushOutbox.sendAt), asc(pushOutbox.id))
        .limit(limit),
    );
    if (due.length === 0) return [];
    const ids = due.map(({ id }) => id);
    await tx
      .update(pushOutbox)
      .set({
        sendAt: new Date(now.getTime() + leaseMs),
        attempts: sql`${pushOutbox.attempts} + 1`,
      })
      .where(inArray(pushOutbox.id, ids));
    const { id, userId, endpoint, publicKey, authSecret } = pushSubscriptions;
    const to = await tx
      .select({ id, userId, endpoint, publicKey, authSecret })
      .from(pushSubscriptions)
      .where(
        inArray(
          pushSubscriptions.id,
          due.map((push) => push.subscriptionId),
        ),
      );
    return due.flatMap(({ subscriptionId, ...push }) => {
      const subscription = to.find((one) => one.id === subscriptionId);
      return subscription === undefined ? [] : [{ ...push, subscription }];
    });
  });
}

/** When something is next to be sent; null: nothing waits. */
export function nextPushAt(db: Db): Promise<Date | null> {
  return db.read(async (tx) => {
    const question = tx.prepared('push.next', (q) =>
      q
        .select({ sendAt: pushOutbox.sendAt })
        .from(pushOutbox)
        .orderBy(asc(pushOutbox.sendAt))
        .limit(1),
    );
    return (await question.execute({}))[0]?.sendAt ?? null;
  });
}

export async function dropPush(db: Db, id: string): Promise<void> {
  await writeUnaudited(db, (tx) => tx.delete(pushOutbox).where(eq(pushOutbox.id, id)));
}

export async function postponePush(db: Db, id: string, sendAt: Date): Promise<void> {
  await writeUnaudited(db, (tx) =>
    tx.update(pushOutbox).set({ sendAt }).where(eq(pushOutbox.id, id)),
  );
}

/** With all that waited for it: its browser is gone. */
export async function dropSubscription(db: Db, id: string): Promise<void> {
  await writeUnaudited(db, (tx) =>
    tx.delete(pushSubscriptions).where(eq(pushSubscriptions.id, id)),
  );
}

/** This office's pair of keys, made once: browsers accept pushes of its holder alone. */
export async function pushKeys(db: Db, make: () => string): Promise<string> {
  const known = await db.read((tx) =>
    tx.select({ value: meta.value }).from(meta).where(eq(meta.key, KEYS)),
  );
  if (known[0] !== undefined) return known[0].value;
  const value = make();
  return await writeUnaudited(db, async (tx) => {
    await tx.insert(meta).values({ key: KEYS, value }).onConflictDoNothing();
    const [kept] = await tx.select({ value: meta.value }).from(meta).where(eq(meta.key, KEYS));
    return kept?.value ?? value;
  });
}
