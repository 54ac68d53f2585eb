// What the clock tells people: that something falls due soon.
import type { WriteTx } from '#db/database.ts';
import type { ReminderScope } from '../reminders/reminders.schema.ts';
import { causeIdOf } from './notifications.id.ts';
import { tellAll } from './notifications.tell.ts';

type Warned = ReminderScope & { id: string; title: string; dueAt: Date };

/** Once per person and time: the same reminder warns again before its next time. `userIds`: active, and it is for them. */
export async function noticeEarlyWarning(
  tx: WriteTx,
  reminder: Warned,
  userIds: string[],
): Promise<void> {
  const { id: reminderId, title, dueAt, ownerId, forUserIds, forTeamId } = reminder;
  await tellAll(tx, userIds.toSorted(), {
    id: causeIdOf('reminder_soon', reminderId, dueAt.getTime()),
    kind: 'reminder_soon',
    subjectKind: 'reminder',
    subjectId: reminderId,
    actorId: null,
    no: null,
    title,
    body: '',
    file: null,
    isUrgent: false,
    dueAt,
    overdue: null,
    createdAt: tx.now,
    scope: { ownerId, forUserIds, forTeamId },
  });
}
