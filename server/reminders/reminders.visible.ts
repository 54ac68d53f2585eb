// The part of a query that keeps other people's reminders out: the policy's rule as SQL, each part from its index.
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { ReadTx, Tx, WriteTx } from '#db/database.ts';
import { reminderPeople, reminders } from '#db/schema/reminders.ts';
import { notFound } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import type { ReminderRow } from './reminders.row.ts';

type Asker = { id: SQL; teamId: SQL };

/** The asker's ids may be placeholders. */
export function visibleReminders(q: Pick<ReadTx, 'select'>, asker: Asker): SQL {
  const id = { id: reminders.id };
  const owned = q
    .select(id)
    .from(reminders)
    .where(and(eq(reminders.ownerId, asker.id), isNull(reminders.removedAt)));
  const ofTeam = q
    .select(id)
    .from(reminders)
    .where(and(eq(reminders.forTeamId, asker.teamId), isNull(reminders.removedAt)));
  const named = q
    .select({ id: reminderPeople.reminderId })
    .from(reminderPeople)
    .where(and(eq(reminderPeople.userId, asker.id), eq(reminderPeople.viaTeam, false)));
  return inArray(reminders.id, owned.union(ofTeam).union(named));
}

function askerOf(viewer: Viewer): Asker {
  return { id: sql`${viewer.id}`, teamId: sql`${viewer.teamId}` };
}

/** The reminder, kept from others until the end of the write; NOT_FOUND if it is not there or not theirs to see. */
export async function lockVisibleReminder(
  tx: WriteTx,
  viewer: Viewer,
  id: string,
): Promise<ReminderRow> {
  const [row] = await tx.lock(
    tx
      .select()
      .from(reminders)
      .where(onlyVisible(tx, viewer, id)),
  );
  if (row === undefined) throw notFound('reminder');
  return row;
}

export async function getVisibleReminder(tx: Tx, viewer: Viewer, id: string): Promise<ReminderRow> {
  const [row] = await tx
    .select()
    .from(reminders)
    .where(onlyVisible(tx, viewer, id));
  if (row === undefined) throw notFound('reminder');
  return row;
}

function onlyVisible(tx: Pick<ReadTx, 'select'>, viewer: Viewer, id: string): SQL | undefined {
  return and(
    eq(reminders.id, id),
    isNull(reminders.removedAt),
    visibleReminders(tx, askerOf(viewer)),
  );
}
