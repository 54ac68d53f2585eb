// Notices go with what they tell of, and with the right to see it; so the number on the bell never counts what its list
// cannot show. Called inside the write that takes it away.
import { and, eq, inArray, notInArray, or, type SQL, sql, type SQLWrapper } from 'drizzle-orm';
import type { WriteTx } from '#db/database.ts';
import { notifications } from '#db/schema/notifications.ts';
import { people } from '#db/schema/people.ts';
import { reminders } from '#db/schema/reminders.ts';
import { taskComments, tasks } from '#db/schema/tasks.ts';
import { seesReminder } from '../reminders/reminders.policy.ts';
import type { ReminderScope } from '../reminders/reminders.schema.ts';
import { visibleReminders } from '../reminders/reminders.visible.ts';
import { canSeeTask } from '../tasks/tasks.policy.ts';
import type { TaskScope } from '../tasks/tasks.schema.ts';
import { visibleTasks } from '../tasks/tasks.visible.ts';
import { emitNoticesRemoved } from './notifications.events.ts';
import { noticeRowId } from './notifications.id.ts';

/** Its members' notices of a message that was taken back. */
export async function dropMessageNotices(
  tx: WriteTx,
  message: { id: string; roomId: string },
  memberIds: string[],
): Promise<void> {
  const rowIds = memberIds.map((userId) => noticeRowId(message.id, userId));
  await drop(
    tx,
    message.id,
    and(inArray(notifications.id, rowIds), eq(notifications.subjectId, message.roomId)),
  );
}

/** Of those who left a room. */
export async function dropRoomNotices(
  tx: WriteTx,
  roomId: string,
  userIds: string[],
): Promise<void> {
  await drop(tx, roomId, ofThose(userIds, { subjectKind: 'room', subjectId: roomId }));
}

type SeenTask = TaskScope & { id: string };

/** Of those who saw a task and no longer do; `after` null: it is in the trash, where nobody sees it. */
export async function dropTaskNotices(
  tx: WriteTx,
  before: SeenTask,
  after: SeenTask | null,
): Promise<void> {
  if (after !== null && !isNarrower(before, after)) return;
  const called = await tx
    .select({ mentionIds: taskComments.mentionIds })
    .from(taskComments)
    .where(eq(taskComments.taskId, before.id));
  const named = [...namedIn(before), ...called.flatMap((comment) => comment.mentionIds)];
  const concerned = await tx
    .select({ id: people.id, role: people.role, teamId: people.teamId })
    .from(people)
    .where(
      or(
        inArray(people.id, [...new Set(named)]),
        eq(people.teamId, before.teamId),
        eq(people.role, 'admin'),
      ),
    );
  const lost = concerned.filter((person) => after === null || !canSeeTask(person, after));
  const userIds = lost.map((person) => person.id);
  await drop(tx, before.id, ofThose(userIds, { subjectKind: 'task', subjectId: before.id }));
}

type Seeing = { id: string; role: 'staff' | 'admin'; teamId: string | null };

/** Of a reminder: those who no longer see it; `after` null: it was removed. */
export async function dropReminderNotices(
  tx: WriteTx,
  id: string,
  after: ReminderScope | null,
): Promise<void> {
  const about = and(eq(notifications.subjectKind, 'reminder'), eq(notifications.subjectId, id));
  const told = await tx
    .selectDistinct({ id: people.id, teamId: people.teamId })
    .from(notifications)
    .innerJoin(people, eq(people.id, notifications.userId))
    .where(about);
  const lost = told.filter((person) => after === null || !seesReminder(person, after));
  if (lost.length === 0) return;
  const userIds = lost.map((person) => person.id);
  await drop(tx, id, ofThose(userIds, { subjectKind: 'reminder', subjectId: id }));
}

/** Of one who came to another team, or is no admin any more: what they do not see now. */
export async function dropUnseenNotices(tx: WriteTx, person: Seeing): Promise<void> {
  await dropUnseenReminderNotices(tx, person);
  if (person.role !== 'admin') await dropUnseenTaskNotices(tx, person);
}

async function dropUnseenReminderNotices(tx: WriteTx, person: Seeing): Promise<void> {
  const [id, teamId] = [sql`${person.id}`, sql`${person.teamId}`];
  const seen = tx
    .select({ id: reminders.id })
    .from(reminders)
    .where(and(eq(reminders.id, notifications.subjectId), visibleReminders(tx, { id, teamId })));
  await dropUnseen(tx, person.id, { subjectKind: 'reminder', seen });
}

async function dropUnseenTaskNotices(tx: WriteTx, person: Seeing): Promise<void> {
  const [id, teamId] = [sql`${person.id}`, sql`${person.teamId}`];
  const seen = tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.id, notifications.subjectId), visibleTasks(tx, person, { id, teamId })));
  await dropUnseen(tx, person.id, { subjectKind: 'task', seen });
}

async function dropUnseen(
  tx: WriteTx,
  userId: string,
  { subjectKind, seen }: { subjectKind: string; seen: SQLWrapper },
): Promise<void> {
  const gone = await tx
    .delete(notifications)
    .where(
      and(
        eq(notifications.userId, userId),
        eq(notifications.subjectKind, subjectKind),
        notInArray(notifications.subjectId, seen),
      ),
    )
    .returning({ subjectId: notifications.subjectId });
  for (const subjectId of new Set(gone.map((row) => row.subjectId)))
    emitNoticesRemoved(tx, subjectId, [userId]);
}

function ofThose(userIds: string[], subject: { subjectKind: string; subjectId: string }) {
  return and(
    inArray(notifications.userId, userIds),
    eq(notifications.subjectKind, subject.subjectKind),
    eq(notifications.subjectId, subject.subjectId),
  );
}

async function drop(tx: WriteTx, id: string, which: SQL | undefined): Promise<void> {
  const gone = await tx
    .delete(notifications)
    .where(which)
    .returning({ userId: notifications.userId });
  const userIds = [...new Set(gone.map((row) => row.userId))].toSorted();
  if (userIds.length > 0) emitNoticesRemoved(tx, id, userIds);
}

function namedIn({ creatorId, assigneeId, watcherIds }: TaskScope): string[] {
  return [creatorId, ...(assigneeId === null ? [] : [assigneeId]), ...watcherIds];
}

function isNarrower(before: TaskScope, after: TaskScope): boolean {
  const named = new Set(namedIn(after));
  return before.teamId !== after.teamId || namedIn(before).some((userId) => !named.has(userId));
}
