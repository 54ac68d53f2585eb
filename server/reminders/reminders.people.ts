// Whom a reminder is for: those named from the start, a team's people from when it falls due.
import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Tx, WriteTx } from '#db/database.ts';
import { people, teams } from '#db/schema/people.ts';
import { reminderPeople, reminders } from '#db/schema/reminders.ts';
import { notFound } from '../errors.ts';
import type { ReminderPerson } from './reminders.row.ts';

/** What the shape of these reminders needs to know of people: the teams' people, and the viewer's own snooze. */
export async function peopleOf(
  tx: Tx,
  reminderIds: string[],
  viewerId: string | null,
): Promise<ReminderPerson[]> {
  if (reminderIds.length === 0) return [];
  const { reminderId, userId, viaTeam, snoozedUntil } = reminderPeople;
  return await tx
    .select({ reminderId, userId, viaTeam, snoozedUntil })
    .from(reminderPeople)
    .where(
      and(
        inArray(reminderId, reminderIds),
        viewerId === null ? eq(viaTeam, true) : or(eq(viaTeam, true), eq(userId, viewerId)),
      ),
    );
}

export async function insertNamed(
  tx: WriteTx,
  reminder: { id: string; forUserIds: string[] },
): Promise<void> {
  if (reminder.forUserIds.length === 0) return;
  await tx.insert(reminderPeople).values(
    reminder.forUserIds.map((userId) => ({
      reminderId: reminder.id,
      userId,
      viaTeam: false,
      snoozedUntil: null,
    })),
  );
}

/** The active people of their teams of now, except those who are named anyway. One statement for all. */
export async function takeTeams(tx: WriteTx, reminderIds: string[]): Promise<void> {
  await tx
    .insert(reminderPeople)
    .select(
      tx
        .select({
          reminderId: reminders.id,
          userId: people.id,
          viaTeam: sql`${true}`.mapWith(reminderPeople.viaTeam).as('via_team'),
          snoozedUntil: sql`null`.mapWith(reminderPeople.snoozedUntil).as('snoozed_until'),
        })
        .from(reminders)
        .innerJoin(people, and(eq(people.teamId, reminders.forTeamId), eq(people.status, 'active')))
        .where(inArray(reminders.id, reminderIds)),
    )
    .onConflictDoNothing();
}

/** As before it fell due: no team taken, nobody snoozing. */
export async function forgetFalling(tx: WriteTx, reminderId: string): Promise<void> {
  await tx
    .delete(reminderPeople)
    .where(and(eq(reminderPeople.reminderId, reminderId), eq(reminderPeople.viaTeam, true)));
  await endSnoozesOf(tx, reminderId);
}

export async function endSnoozesOf(tx: WriteTx, reminderId: string): Promise<void> {
  await tx
    .update(reminderPeople)
    .set({ snoozedUntil: null })
    .where(and(eq(reminderPeople.reminderId, reminderId), isNotNull(reminderPeople.snoozedUntil)));
}

export async function replaceNamed(
  tx: WriteTx,
  reminder: { id: string; forUserIds: string[] },
): Promise<void> {
  await tx.delete(reminderPeople).where(eq(reminderPeople.reminderId, reminder.id));
  await insertNamed(tx, reminder);
}

/** The team must exist, and everybody newly named must be an active person. */
export async function requireRecipients(
  tx: WriteTx,
  named: { userIds: string[]; teamId: string | null },
): Promise<void> {
  const { userIds, teamId } = named;
  if (teamId !== null) {
    const [team] = await tx.lock(
      tx.select({ id: teams.id }).from(teams).where(eq(teams.id, teamId)),
    );
    if (team === undefined) throw notFound('team');
  }
  if (userIds.length === 0) return;
  const active = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, userIds), eq(people.status, 'active')));
  if (active.length < userIds.length) throw notFound('person');
}
