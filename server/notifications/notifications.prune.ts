// Old notices go: what was read after some months, the rest later. In small batches, so that nobody waits for it.
import { and, asc, inArray, isNotNull, isNull, lt, or, type SQL } from 'drizzle-orm';
import type { WriteTx } from '#db/database.ts';
import { notifications } from '#db/schema/notifications.ts';
import type { Deps } from '../deps.ts';
import { emitNoticesRemoved } from './notifications.events.ts';
import { causeOf } from './notifications.id.ts';

const DAY_MS = 86_400_000;
const READ_KEPT_DAYS = 90;
const KEPT_DAYS = 180;
const BATCH_ROWS = 200;
const LOOK_EVERY_MS = 6 * 3_600_000;

/** Says when to look again. */
export async function pruneNotices({ db, clock }: Deps): Promise<Date | null> {
  const now = clock.now();
  const old = await db.read((tx) =>
    tx.select({ id: notifications.id }).from(notifications).where(isOld(now)).limit(1),
  );
  for (let more = old.length > 0; more;)
    more = (await db.write({ actorId: null }, prune)).value === BATCH_ROWS;
  return new Date(now.getTime() + LOOK_EVERY_MS);
}

async function prune(tx: WriteTx): Promise<number> {
  const rows = await tx.lock(
    tx
      .select({ id: notifications.id, userId: notifications.userId })
      .from(notifications)
      .where(isOld(tx.now))
      .orderBy(asc(notifications.createdAt), asc(notifications.id))
      .limit(BATCH_ROWS),
  );
  if (rows.length === 0) return 0;
  const ids = rows.map((row) => row.id);
  await tx.delete(notifications).where(inArray(notifications.id, ids));
  const userIdsOf = Map.groupBy(rows, ({ id }) => causeOf(id));
  for (const [cause, told] of userIdsOf)
    emitNoticesRemoved(
      tx,
      cause,
      told.map((row) => row.userId),
    );
  tx.audit('notification.prune', { kind: 'notifications', id: 'old' }, { count: rows.length });
  return rows.length;
}

/** What was put off is not forgotten, however long it takes. */
function isOld(now: Date): SQL | undefined {
  const before = (days: number) =>
    lt(notifications.createdAt, new Date(now.getTime() - days * DAY_MS));
  return and(
    before(READ_KEPT_DAYS),
    isNull(notifications.snoozedUntil),
    or(isNotNull(notifications.readAt), before(KEPT_DAYS)),
  );
}
