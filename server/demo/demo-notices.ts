// What people of the demo company find behind the bell: tasks that were lately given to them, or finished for them.
import { asc, gt, or } from 'drizzle-orm';
import type { WriteTx } from '#db/database.ts';
import { notifications } from '#db/schema/notifications.ts';
import { tasks } from '#db/schema/tasks.ts';
import { causeIdOf, noticeRowId } from '../notifications/notifications.id.ts';
import type { NoticeKind } from '../notifications/notifications.schema.ts';
import type { DemoOffice } from './demo-people.ts';

const DAY_MS = 86_400_000;
const LATELY_MS = 3 * DAY_MS;
/** What is older has been read. */
const UNREAD_MS = DAY_MS;

export async function insertNotices(tx: WriteTx, { now }: DemoOffice): Promise<void> {
  const since = new Date(now.getTime() - LATELY_MS);
  const moved = await tx
    .select()
    .from(tasks)
    .where(or(gt(tasks.createdAt, since), gt(tasks.doneAt, since)))
    .orderBy(asc(tasks.id));
  const rows = moved.flatMap((task) => {
    const { assigneeId, creatorId, createdAt, doneAt } = task;
    if (assigneeId === null || assigneeId === creatorId) return [];
    const isDone = doneAt !== null;
    return [
      isDone
        ? row(task.id, { kind: 'task_done', userId: creatorId, actorId: assigneeId, at: doneAt })
        : row(task.id, { kind: 'assigned', userId: assigneeId, actorId: creatorId, at: createdAt }),
    ];
  });
  if (rows.length > 0) await tx.insert(notifications).values(rows);

  type Told = { kind: NoticeKind; userId: string; actorId: string; at: Date };

  function row(taskId: string, { kind, userId, actorId, at }: Told) {
    const isUnread = now.getTime() - at.getTime() < UNREAD_MS;
    return {
      id: noticeRowId(causeIdOf(kind, taskId, 1), userId),
      userId,
      kind,
      subjectKind: 'task',
      subjectId: taskId,
      actorId,
      facts: {},
      version: 1,
      createdAt: at,
      readAt: isUnread ? null : at,
    };
  }
}
