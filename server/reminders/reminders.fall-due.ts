// The moments of reminders: one falls due, a snooze ends. Exactly once, however many processes look at the clock: the
// rows are taken and moved in one write, and whoever comes second finds none. What was missed while no server ran is
// simply due when one starts.
import { and, asc, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Db, WriteTx } from '#db/database.ts';
import { reminderPeople, reminders } from '#db/schema/reminders.ts';
import type { Deps } from '../deps.ts';
import { emitReminder, emitToPerson } from './reminders.events.ts';
import { peopleOf, takeTeams } from './reminders.people.ts';
import { type ReminderRow, toReminderItem } from './reminders.row.ts';

const BATCH_ROWS = 200;

/** Makes due what is due, and says when the next one is. */
export async function fallDue(deps: Deps): Promise<Date | null> {
  for (;;) {
    const next = await nextDueAt(deps.db);
    if (next === null || next > deps.clock.now()) return next;
    await deps.db.write({ actorId: null }, fallDueTogether);
  }
}

/** Brings back what was snoozed until now, and says when the next snooze ends. */
export async function endSnoozes(deps: Deps): Promise<Date | null> {
  for (;;) {
    const next = await nextSnoozeEnd(deps.db);
    if (next === null || next > deps.clock.now()) return next;
    await deps.db.write({ actorId: null }, endSnoozesTogether);
  }
}

function nextDueAt(db: Db): Promise<Date | null> {
  return db.read(async (tx) => {
    const question = tx.prepared('reminders.next-due', (q) =>
      q
        .select({ at: reminders.dueAt })
        .from(reminders)
        .where(and(eq(reminders.state, 'scheduled'), isNull(reminders.removedAt)))
        .orderBy(asc(reminders.dueAt))
        .limit(1),
    );
    return (await question.execute())[0]?.at ?? null;
  });
}

/** One that was set for a time already over, or came back after it, was missed by nobody: it fell due at that time. */
async function fallDueTogether(tx: WriteTx): Promise<void> {
  const rows = await tx.lock(
    tx
      .select()
      .from(reminders)
      .where(
        and(
          eq(reminders.state, 'scheduled'),
          isNull(reminders.removedAt),
          lte(reminders.dueAt, tx.now),
        ),
      )
      .orderBy(asc(reminders.dueAt), asc(reminders.id))
      .limit(BATCH_ROWS),
  );
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  await tx
    .update(reminders)
    .set({
      state: 'due',
      firedAt: sql`case when ${reminders.updatedAt} > ${reminders.dueAt} then ${reminders.dueAt} else ${sql.param(tx.now, reminders.firedAt)} end`,
      warnAt: null,
      version: sql`${reminders.version} + 1`,
      updatedAt: tx.now,
    })
    .where(and(inArray(reminders.id, ids), eq(reminders.state, 'scheduled')));
  await takeTeams(tx, ids);
  const people = await peopleOf(tx, ids, null);
  for (const row of rows) {
    const version = row.version + 1;
    const firedAt = row.updatedAt > row.dueAt ? row.dueAt : tx.now;
    const fallen: ReminderRow = { ...row, state: 'due', firedAt, version };
    emitReminder(tx, 'reminder.due', { item: toReminderItem(fallen, people, null) });
    tx.audit('reminder.due', { kind: 'reminder', id: row.id }, { dueAt: row.dueAt });
  }
}

function nextSnoozeEnd(db: Db): Promise<Date | null> {
  return db.read(async (tx) => {
    const question = tx.prepared('reminders.next-snooze-end', (q) =>
      q
        .select({ at: reminderPeople.snoozedUntil })
        .from(reminderPeople)
        .where(isNotNull(reminderPeople.snoozedUntil))
        .orderBy(asc(reminderPeople.snoozedUntil))
        .limit(1),
    );
    return (await question.execute())[0]?.at ?? null;
  });
}

async function endSnoozesTogether(tx: WriteTx): Promise<void> {
  const isOver = lte(reminderPeople.snoozedUntil, tx.now);
  const snoozed = await tx
    .select({ reminderId: reminderPeople.reminderId })
    .from(reminderPeople)
    .where(isOver)
    .orderBy(asc(reminderPeople.snoozedUntil))
    .limit(BATCH_ROWS);
  const ids = [...new Set(snoozed.map((row) => row.reminderId))];
  if (ids.length === 0) return;
  const rows = await tx.lock(
    tx.select().from(reminders).where(inArray(reminders.id, ids)).orderBy(asc(reminders.id)),
  );
  const woken = await tx
    .update(reminderPeople)
    .set({ snoozedUntil: null })
    .where(and(inArray(reminderPeople.reminderId, ids), isOver))
    .returning({ reminderId: reminderPeople.reminderId, userId: reminderPeople.userId });
  const people = await peopleOf(tx, ids, null);
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const { reminderId, userId } of woken) {
    const row = byId.get(reminderId);
    if (row?.state === 'due' && row.removedAt === null)
      emitToPerson(tx, 'reminder.due', { userId, item: toReminderItem(row, people, null) });
    tx.audit('reminder.wake', { kind: 'reminder', id: reminderId }, { userId });
  }
}
