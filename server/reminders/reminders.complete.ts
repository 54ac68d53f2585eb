// Done, not done after all, and later: what those whom a reminder is for do with it. Done is for everybody, and kept
// with who and when; later is for oneself.
import { and, eq } from 'drizzle-orm';
import type { WriteTx } from '#db/database.ts';
import { reminderPeople, reminders } from '#db/schema/reminders.ts';
import type { Deps } from '../deps.ts';
import { badRequest, forbidden, precondition } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { emitReminder, emitToPerson } from './reminders.events.ts';
import { endSnoozesOf, forgetFalling, peopleOf } from './reminders.people.ts';
import { reminderAbilities } from './reminders.policy.ts';
import { nextTime } from '../repeat.ts';
import { type ReminderRow, toReminderItem } from './reminders.row.ts';
import type {
  CompleteReminderInput,
  ReminderItem,
  ReopenReminderInput,
  SnoozeReminderInput,
} from './reminders.schema.ts';
import { actOf, type ChangedReminder, itemFor } from './reminders.service.ts';
import { lockVisibleReminder } from './reminders.visible.ts';
import { warnAtOf } from './reminders.warn-at.ts';

/** A repeating one goes on to its next time. Done already = as it is. */
export async function completeReminder(
  deps: Deps,
  viewer: Viewer,
  input: CompleteReminderInput,
): Promise<ChangedReminder> {
  const { value, asOf } = await writeAs(deps, actOf(viewer, input), async (tx, viewer) => {
    const before = await lockVisibleReminder(tx, viewer, input.id);
    if (!reminderAbilities(viewer, before).complete) throw forbidden('reminder_not_yours');
    if (isDoneAlready(before, input.dueAt)) return await itemFor(tx, viewer, before);
    const moved: ReminderRow = { ...before, ...afterDone(before, tx.now), doneById: viewer.id };
    const after = { ...moved, warnAt: warnAtOf(moved, tx.now) };
    if (after.state === 'scheduled') await forgetFalling(tx, after.id);
    else await endSnoozesOf(tx, after.id);
    return await store(tx, viewer, { kind: 'reminder.done', label: 'reminder.complete', after });
  });
  return { item: value, asOf };
}

/** It falls due again, at once if its time is over. Not done = as it is. */
export async function reopenReminder(
  deps: Deps,
  viewer: Viewer,
  input: ReopenReminderInput,
): Promise<ChangedReminder> {
  const { value, asOf } = await writeAs(deps, actOf(viewer, input), async (tx, viewer) => {
    const before = await lockVisibleReminder(tx, viewer, input.id);
    if (!reminderAbilities(viewer, before).complete) throw forbidden('reminder_not_yours');
    if (before.state !== 'done') return await itemFor(tx, viewer, before);
    const undone = { state: 'scheduled' as const, firedAt: null, doneById: null, doneAt: null };
    const open = { ...before, ...undone, version: before.version + 1, updatedAt: tx.now };
    const after = { ...open, warnAt: warnAtOf(open, tx.now) };
    await forgetFalling(tx, after.id);
    return await store(tx, viewer, { kind: 'reminder.changed', label: 'reminder.reopen', after });
  });
  return { item: value, asOf };
}

/** Out of the viewer's own banner until then; for everybody else it stays due. */
export async function snoozeReminder(
  deps: Deps,
  viewer: Viewer,
  input: SnoozeReminderInput,
): Promise<ChangedReminder> {
  const { value, asOf } = await writeAs(deps, actOf(viewer, input), async (tx, viewer) => {
    const row = await lockVisibleReminder(tx, viewer, input.id);
    if (!reminderAbilities(viewer, row).snooze) throw forbidden('reminder_not_for_you');
    if (row.state !== 'due') throw precondition('reminder_not_due');
    if (input.until <= tx.now)
      throw badRequest('snooze_in_past', { until: ['must lie in the future'] });
    const mine = and(eq(reminderPeople.reminderId, row.id), eq(reminderPeople.userId, viewer.id));
    const snoozed = await tx
      .update(reminderPeople)
      .set({ snoozedUntil: input.until })
      .where(mine)
      .returning({ userId: reminderPeople.userId });
    if (snoozed.length === 0) throw forbidden('reminder_not_for_you');
    const item = await itemFor(tx, viewer, row);
    emitToPerson(tx, 'reminder.snoozed', { userId: viewer.id, item });
    tx.audit('reminder.snooze', { kind: 'reminder', id: row.id }, { until: input.until });
    return item;
  });
  return { item: value, asOf };
}

/** Of a repeating one, each time is done once: it is scheduled again, and has not fallen due since. */
function isDoneAlready(row: ReminderRow, meantAt: Date | undefined): boolean {
  if (row.state === 'done') return true;
  if (meantAt !== undefined)
    return row.repeat !== null && row.dueAt.getTime() !== meantAt.getTime();
  return row.repeat !== null && row.state === 'scheduled' && row.doneAt !== null;
}

function afterDone(
  row: ReminderRow,
  now: Date,
): Pick<ReminderRow, 'state' | 'doneAt' | 'version' | 'updatedAt'> & Partial<ReminderRow> {
  const done = { doneAt: now, version: row.version + 1, updatedAt: now };
  const next = row.repeat === null ? null : nextTime({ dueAt: row.dueAt, repeat: row.repeat }, now);
  return next === null
    ? { ...done, state: 'done' }
    : { ...done, ...next, state: 'scheduled', firedAt: null };
}

async function store(
  tx: WriteTx,
  viewer: Viewer,
  change: { kind: 'reminder.done' | 'reminder.changed'; label: string; after: ReminderRow },
): Promise<ReminderItem> {
  const { kind, label, after } = change;
  await tx.update(reminders).set(after).where(eq(reminders.id, after.id));
  const people = await peopleOf(tx, [after.id], viewer.id);
  emitReminder(tx, kind, { item: toReminderItem(after, people, null) });
  tx.audit(label, { kind: 'reminder', id: after.id }, { state: after.state, dueAt: after.dueAt });
  return toReminderItem(after, people, viewer.id);
}
