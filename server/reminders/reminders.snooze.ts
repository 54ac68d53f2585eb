// Later: for oneself alone. How it comes back by itself: reminders.fall-due.ts.
import { isDeepStrictEqual } from 'node:util';
import { and, eq } from 'drizzle-orm';
import { reminderPeople } from '#db/schema/reminders.ts';
import type { Deps } from '../deps.ts';
import { badRequest, forbidden, precondition } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { emitToPerson } from './reminders.events.ts';
import { reminderAbilities } from './reminders.policy.ts';
import type { SnoozeReminderInput } from './reminders.schema.ts';
import { actOf, type ChangedReminder, itemFor } from './reminders.service.ts';
import { lockVisibleReminder } from './reminders.visible.ts';

/** Out of the viewer's own banner until then (null: there again, as if never put off); for everybody else it stays due. */
export async function snoozeReminder(
  deps: Deps,
  viewer: Viewer,
  input: SnoozeReminderInput,
): Promise<ChangedReminder> {
  const { value, asOf } = await writeAs(deps, actOf(viewer, input), async (tx, viewer) => {
    const row = await lockVisibleReminder(tx, viewer, input.id);
    if (!reminderAbilities(viewer, row).snooze) throw forbidden('reminder_not_for_you');
    if (row.state !== 'due') throw precondition('reminder_not_due');
    if (input.until !== null && input.until <= tx.now)
      throw badRequest('snooze_in_past', { until: ['must lie in the future'] });
    const mine = and(eq(reminderPeople.reminderId, row.id), eq(reminderPeople.userId, viewer.id));
    const { snoozedUntil } = reminderPeople;
    const [known] = await tx.select({ snoozedUntil }).from(reminderPeople).where(mine);
    if (known === undefined) throw forbidden('reminder_not_for_you');
    if (isDeepStrictEqual(known.snoozedUntil, input.until)) return await itemFor(tx, viewer, row);
    await tx.update(reminderPeople).set({ snoozedUntil: input.until }).where(mine);
    const item = await itemFor(tx, viewer, row);
    emitToPerson(tx, 'reminder.snoozed', { userId: viewer.id, item });
    tx.audit('reminder.snooze', { kind: 'reminder', id: row.id }, { until: input.until });
    return item;
  });
  return { item: value, asOf };
}
