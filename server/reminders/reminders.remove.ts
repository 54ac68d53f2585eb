// Taken away from everybody it was for, and brought back by its owner as long as it is there.
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { reminders } from '#db/schema/reminders.ts';
import type { Deps } from '../deps.ts';
import { forbidden } from '../errors.ts';
import { dropReminderNotices } from '../notifications/notifications.drop.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { emitReminder, emitReminderRemoved } from './reminders.events.ts';
import { forgetFalling } from './reminders.people.ts';
import { reminderAbilities } from './reminders.policy.ts';
import { type ReminderRow, toReminderItem } from './reminders.row.ts';
import type { RemoveReminderInput, RestoreReminderInput } from './reminders.schema.ts';
import { actOf, type ChangedReminder, itemFor } from './reminders.service.ts';
import { lockVisibleReminder } from './reminders.visible.ts';
import { warnAtOf } from './reminders.warn-at.ts';

export async function removeReminder(
  deps: Deps,
  viewer: Viewer,
  input: RemoveReminderInput,
): Promise<{ asOf: Position }> {
  const { asOf } = await writeAs(deps, actOf(viewer, input), async (tx, viewer) => {
    const before = await lockVisibleReminder(tx, viewer, input.id);
    if (!reminderAbilities(viewer, before).remove) throw forbidden('reminder_not_yours');
    const after = {
      ...before,
      warnAt: null,
      removedAt: tx.now,
      removedById: viewer.id,
      version: before.version + 1,
      updatedAt: tx.now,
    };
    await tx.update(reminders).set(after).where(eq(reminders.id, after.id));
    await forgetFalling(tx, after.id);
    emitReminderRemoved(tx, after);
    await dropReminderNotices(tx, after.id, null);
    tx.audit('reminder.remove', { kind: 'reminder', id: after.id });
  });
  return { asOf };
}

/** One that was due falls due again at once, for its team's people of now. Not removed = as it is. */
export async function restoreReminder(
  deps: Deps,
  viewer: Viewer,
  input: RestoreReminderInput,
): Promise<ChangedReminder> {
  const { value, asOf } = await writeAs(deps, actOf(viewer, input), async (tx, viewer) => {
    const [removed] = await tx.lock(
      tx
        .select()
        .from(reminders)
        .where(
          and(
            eq(reminders.id, input.id),
            eq(reminders.ownerId, viewer.id),
            isNotNull(reminders.removedAt),
          ),
        ),
    );
    if (removed === undefined) return await asItIs(await lockVisibleReminder(tx, viewer, input.id));
    const after = restored(removed, tx.now);
    await tx.update(reminders).set(after).where(eq(reminders.id, after.id));
    emitReminder(tx, 'reminder.created', { item: toReminderItem(after, [], null) });
    tx.audit('reminder.restore', { kind: 'reminder', id: after.id });
    return toReminderItem(after, [], viewer.id);

    async function asItIs(row: ReminderRow) {
      if (!reminderAbilities(viewer, row).remove) throw forbidden('reminder_not_yours');
      return await itemFor(tx, viewer, row);
    }
  });
  return { item: value, asOf };
}

function restored(row: ReminderRow, now: Date): ReminderRow {
  const open: ReminderRow = {
    ...row,
    ...(row.state === 'due' ? { state: 'scheduled', firedAt: null } : {}),
    removedAt: null,
    removedById: null,
    version: row.version + 1,
    updatedAt: now,
  };
  return { ...open, warnAt: warnAtOf(open, now) };
}
