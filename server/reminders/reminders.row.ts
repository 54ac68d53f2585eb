// From a stored reminder to what is sent.
import type { reminderPeople, reminders } from '#db/schema/reminders.ts';
import type { ReminderItem, ReminderSubject } from './reminders.schema.ts';

export type ReminderRow = typeof reminders.$inferSelect;
export type ReminderPerson = Pick<
  typeof reminderPeople.$inferSelect,
  'reminderId' | 'userId' | 'viaTeam' | 'snoozedUntil'
>;

/** `people` may be those of other reminders too; `viewerId` null = as everybody sees it. */
export function toReminderItem(
  row: ReminderRow,
  people: ReminderPerson[],
  viewerId: string | null,
): ReminderItem {
  const mine = people.filter((person) => person.reminderId === row.id);
  return {
    id: row.id,
    title: row.title,
    dueAt: row.dueAt,
    repeat: row.repeat,
    warnMinutes: row.warnMinutes,
    subject: subjectOf(row),
    ownerId: row.ownerId,
    forUserIds: row.forUserIds,
    forTeamId: row.forTeamId,
    state: row.state,
    firedAt: row.firedAt,
    teamUserIds: mine
      .filter((person) => person.viaTeam)
      .map((person) => person.userId)
      .toSorted(),
    mySnoozedUntil: mine.find((person) => person.userId === viewerId)?.snoozedUntil ?? null,
    doneBy: row.doneById,
    doneAt: row.doneAt,
    version: row.version,
  };
}

function subjectOf(row: ReminderRow): ReminderSubject | null {
  if (row.subjectKind === null || row.subjectId === null) return null;
  return { kind: row.subjectKind as ReminderSubject['kind'], id: row.subjectId };
}
