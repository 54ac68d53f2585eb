// Later: one's own notices out of sight and out of the numbers until then. How they come back: notifications.wake.ts.
import { and, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { notifications } from '#db/schema/notifications.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { emitSnoozed } from './notifications.events.ts';
import { causeOf, noticeRowId } from './notifications.id.ts';
import type { SnoozeNoticesInput } from './notifications.schema.ts';

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
    const isThere = until === null ? isNotNull(notifications.snoozedUntil) : undefined;
    const rowIds = ids.map((id) => noticeRowId(id, viewer.id));
    const rows = await tx
      .update(notifications)
      .set({ snoozedUntil, version: sql`${notifications.version} + 1` })
      .where(and(inArray(notifications.id, rowIds), isThere))
      .returning({ id: notifications.id });
    if (rows.length === 0) return;
    const snoozed = rows.map((row) => causeOf(row.id)).toSorted();
    emitSnoozed(tx, viewer.id, { ids: snoozed, snoozedUntil });
    const detail = { ids: snoozed, until };
    tx.audit('notification.snooze', { kind: 'person', id: viewer.id }, detail);
  });
  return { asOf };
}
