// The early warning: some minutes before a reminder falls due, those it is for find a notice of it. Exactly once, however
// many processes look at the clock; never when it fell due, or was done or removed, in the meantime.
import { and, asc, eq, inArray, isNotNull, lte, or } from 'drizzle-orm';
import type { Db, WriteTx } from '#db/database.ts';
import { people } from '#db/schema/people.ts';
import { reminders } from '#db/schema/reminders.ts';
import type { Deps } from '../deps.ts';
import { noticeEarlyWarning } from '../notifications/notifications.clock.ts';
import { isFor } from './reminders.policy.ts';
import type { ReminderRow } from './reminders.row.ts';

const BATCH_ROWS = 200;

/** Warns of what is to be warned of, and says when the next warning is. */
export async function warnEarly(deps: Deps): Promise<Date | null> {
  for (;;) {
    const next = await nextWarnAt(deps.db);
    if (next === null || next > deps.clock.now()) return next;
    await deps.db.write({ actorId: null }, warnTogether);
  }
}

function nextWarnAt(db: Db): Promise<Date | null> {
  return db.read(async (tx) => {
    const question = tx.prepared('reminders.next-warning', (q) =>
      q
        .select({ at: reminders.warnAt })
        .from(reminders)
        .where(isNotNull(reminders.warnAt))
        .orderBy(asc(reminders.warnAt))
        .limit(1),
    );
    return (await question.execute())[0]?.at ?? null;
  });
}

/** What was missed while no server ran is told late, but not after it was due. */
async function warnTogether(tx: WriteTx): Promise<void> {
  const rows = await tx.lock(
    tx
      .select()
      .from(reminders)
      .where(lte(reminders.warnAt, tx.now))
      .orderBy(asc(reminders.warnAt), asc(reminders.id))
      .limit(BATCH_ROWS),
  );
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  await tx.update(reminders).set({ warnAt: null }).where(inArray(reminders.id, ids));
  const told = rows.filter((row) => row.state === 'scheduled' && row.dueAt > tx.now);
  const active = await activePeopleOf(tx, told);
  for (const row of told) {
    const userIds = active.filter((person) => isFor(person, row)).map((person) => person.id);
    await noticeEarlyWarning(tx, row, userIds);
    tx.audit('reminder.warn', { kind: 'reminder', id: row.id }, { dueAt: row.dueAt });
  }
}

type Active = { id: string; teamId: string | null };

/** Those they are for, a team's people as of now. */
async function activePeopleOf(tx: WriteTx, rows: ReminderRow[]): Promise<Active[]> {
  if (rows.length === 0) return [];
  const userIds = [...new Set(rows.flatMap((row) => row.forUserIds))];
  const teamIds = [...new Set(rows.flatMap((row) => row.forTeamId ?? []))];
  return await tx
    .select({ id: people.id, teamId: people.teamId })
    .from(people)
    .where(
      and(
        eq(people.status, 'active'),
        or(inArray(people.id, userIds), inArray(people.teamId, teamIds)),
      ),
    )
    .orderBy(asc(people.id));
}
