// What a change of a reminder tells others: who saw it before, or sees it after. A snooze is told to nobody else.
import type { WriteTx } from '#db/database.ts';
import { topics, union } from '../live/audience.ts';
import type { ReminderRow } from './reminders.row.ts';
import type { ReminderItem, ReminderScope } from './reminders.schema.ts';

type SharedKind = 'reminder.created' | 'reminder.changed' | 'reminder.due' | 'reminder.done';

function reminderAudience(reminder: ReminderScope): string[] {
  return union(
    [reminder.ownerId, ...reminder.forUserIds].map(topics.user),
    reminder.forTeamId === null ? [] : [topics.team(reminder.forTeamId)],
  );
}

/** `item` as everybody sees it: without anybody's snooze. */
export function emitReminder(
  tx: WriteTx,
  kind: SharedKind,
  change: { before?: ReminderScope; item: ReminderItem },
): void {
  const { before, item } = change;
  tx.emit({
    feature: 'reminders',
    kind,
    id: item.id,
    version: item.version,
    audience: union(reminderAudience(item), before === undefined ? [] : reminderAudience(before)),
    data: item,
  });
}

/** To one person alone: they snoozed it, or their snooze is over and it is due for them again. */
export function emitToPerson(
  tx: WriteTx,
  kind: 'reminder.snoozed' | 'reminder.due',
  told: { userId: string; item: ReminderItem },
): void {
  const { userId, item } = told;
  tx.emit({
    feature: 'reminders',
    kind,
    id: item.id,
    version: item.version,
    audience: [topics.user(userId)],
    data: item,
  });
}

export function emitReminderRemoved(tx: WriteTx, row: ReminderRow): void {
  tx.emit({
    feature: 'reminders',
    kind: 'reminder.removed',
    id: row.id,
    version: row.version,
    audience: reminderAudience(row),
    data: null,
  });
}
