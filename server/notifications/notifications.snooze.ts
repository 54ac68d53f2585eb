// Later: one's own notices out of sight and out of the numbers until then. How they come back: notifications.wake.ts.
import { and, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { notifications } from '#db/schema/notifications.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { emitSnoozed } from './notifications.events.ts';
import { causeOf, noticeRowId } from './notifications.id.ts';
import type { MarkNoticesInput, SnoozeNoticesInput } from './notifications.schema.ts';

/** Those that are not there (any more) stay away. Put off again = until the new moment. */
export async function snoozeNotices(
  deps: Deps,
  viewer: Viewer,
  { ids, until, mutationId }: SnoozeNoticesInput,
): Promise<{ asOf: Position }> {
  const { asOf } = await writeAs(deps, { viewer, mutationId }, async (tx) => {
    if (until !== null && until <= tx.now)
      throw badRequest('snooze_in_past', { until: ['must lie in the future'] });
    // What comes back now is woken as if its moment had come.
    const snoozedUntil = until ?? tx.now;
    const which = until === null ? isNotNull(notifications.snoozedUntil) : undefined;
    const snoozed = await putOff(tx, viewer, { ids, snoozedUntil, which });
    if (snoozed.length === 0) return;
    const detail = { ids: snoozed, until };
    tx.audit('notification.snooze', { kind: 'person', id: viewer.id }, detail);
  });
  return { asOf };
}

/** As if they had not been put off: read or unread as they were, and told to nobody as new. */
export async function unsnoozeNotices(
  deps: Deps,
  viewer: Viewer,
  { ids, mutationId }: MarkNoticesInput,
): Promise<{ asOf: Position }> {
  const { asOf } = await writeAs(deps, { viewer, mutationId }, async (tx) => {
    const which = isNotNull(notifications.snoozedUntil);
    const there = await putOff(tx, viewer, { ids, snoozedUntil: null, which });
    if (there.length === 0) return;
    tx.audit('notification.unsnooze', { kind: 'person', id: viewer.id }, { ids: there });
  });
  return { asOf };
}

type PutOff = { ids: string[]; snoozedUntil: Date | null; which: SQL | undefined };

/** The ids of what was changed. */
async function putOff(
  tx: WriteTx,
  viewer: Viewer,
  { ids, snoozedUntil, which }: PutOff,
): Promise<string[]> {
  const rowIds = ids.map((id) => noticeRowId(id, viewer.id));
  const rows = await tx
    .update(notifications)
    .set({ snoozedUntil, version: sql`${notifications.version} + 1` })
    .where(and(inArray(notifications.id, rowIds), which))
    .returning({ id: notifications.id });
  const changed = rows.map((row) => causeOf(row.id)).toSorted();
  if (changed.length > 0) emitSnoozed(tx, viewer.id, { ids: changed, snoozedUntil });
  return changed;
}
