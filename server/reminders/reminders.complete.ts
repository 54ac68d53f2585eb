// Done, and not done after all: for everybody whom a reminder is for, and kept with who and when.
import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import type { WriteTx } from '#db/database.ts';
import { reminders } from '#db/schema/reminders.ts';
import type { Deps } from '../deps.ts';
import { conflict, forbidden } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { emitReminder } from './reminders.events.ts';
import { endSnoozesOf, forgetFalling, peopleOf } from './reminders.people.ts';
import { reminderAbilities } from './reminders.policy.ts';
import { nextTime, repeatOf } from '../repeat.ts';
import { type ReminderRow, toReminderItem } from './reminders.row.ts';
import type {
  CompleteReminderInput,
  ReminderItem,
  ReopenReminderInput,
} from './reminders.schema.ts';
import { OLDEST_START_MS } from './reminders.new.ts';
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

/**
 * It falls due again, at once if its time is over. Not done = as it is. One that repeats has gone on to its next time:
 * it goes back to the time that was done, for the one who did it, unless something else came of it since.
 */
export async function reopenReminder(
  deps: Deps,
  viewer: Viewer,
  input: ReopenReminderInput,
): Promise<ChangedReminder> {
  const { value, asOf } = await writeAs(deps, actOf(viewer, input), async (tx, viewer) => {
    const before = await lockVisibleReminder(tx, viewer, input.id);
    if (!reminderAbilities(viewer, before).complete) throw forbidden('reminder_not_yours');
    const { wasDone } = input;
    const isOpen = before.state !== 'done' && (wasDone === undefined || isBackAt(before, wasDone));
    if (isOpen) return await itemFor(tx, viewer, before);
    if (wasDone !== undefined && !(before.doneById === viewer.id && isLedTo(before, wasDone)))
      throw conflict('changed_since', await itemFor(tx, viewer, before));
    const undone = { state: 'scheduled' as const, firedAt: null, doneById: null, doneAt: null };
    const open = {
      ...before,
      ...wasDone,
      ...undone,
      version: before.version + 1,
      updatedAt: tx.now,
    };
    const after = { ...open, warnAt: warnAtOf(open, tx.now) };
    await forgetFalling(tx, after.id);
    return await store(tx, viewer, { kind: 'reminder.changed', label: 'reminder.reopen', after });
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

type Time = { dueAt: Date; repeat: string };

function isBackAt(row: ReminderRow, was: Time): boolean {
  return row.doneAt === null && row.dueAt.getTime() === was.dueAt.getTime();
}

/** Whether doing it at that time led to what there is now. */
function isLedTo({ state, doneAt, dueAt, repeat }: ReminderRow, was: Time): boolean {
  if (state !== 'scheduled' || doneAt === null) return false;
  const isNear = was.dueAt.getTime() >= doneAt.getTime() - OLDEST_START_MS;
  if (!isNear || repeatOf(was.repeat, null) !== was.repeat) return false;
  return isDeepStrictEqual(nextTime(was, doneAt), { dueAt, repeat });
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
