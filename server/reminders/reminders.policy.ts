// Who may see a reminder, whom it reminds, and who may do what with it. Pure; the screens ask the same functions.
import type { ReminderItem, ReminderScope } from './reminders.schema.ts';

type Person = { id: string; teamId: string | null };

export function isFor(viewer: Person, reminder: ReminderScope): boolean {
  return reminder.forUserIds.includes(viewer.id) || isForTeamOf(viewer, reminder);
}

/** At delivery too. Admins see no more than others: a reminder is personal. */
export function seesReminder(viewer: Person, reminder: ReminderScope): boolean {
  return viewer.id === reminder.ownerId || isFor(viewer, reminder);
}

/** For one who may see it. Completing is for all whom it is for; snoozing for oneself. */
export function reminderAbilities(viewer: Person, reminder: ReminderScope) {
  const isOwner = viewer.id === reminder.ownerId;
  const isTheirs = isFor(viewer, reminder);
  return {
    edit: isOwner,
    remove: isOwner,
    complete: isOwner || isTheirs,
    snooze: isTheirs,
  };
}

/** Whether it stands in the viewer's banner once it is due: of a team, only those who were in it when it fell due. */
export function reminds(viewer: Person, reminder: ReminderItem): boolean {
  return (
    reminder.forUserIds.includes(viewer.id) ||
    (reminder.teamUserIds.includes(viewer.id) && isForTeamOf(viewer, reminder))
  );
}

function isForTeamOf(viewer: Person, reminder: ReminderScope): boolean {
  return reminder.forTeamId !== null && reminder.forTeamId === viewer.teamId;
}
