// What happened to a task that one person should know: it was given to them, or somebody finished what they made or watch.
import type { WriteTx } from '#db/database.ts';
import type { TaskItem } from '../tasks/tasks.schema.ts';
import { causeIdOf } from './notifications.id.ts';
import type { NoticeKind } from './notifications.schema.ts';
import { tellAll, whoSeeTask } from './notifications.tell.ts';

type Told = Pick<
  TaskItem,
  'id' | 'title' | 'status' | 'version' | 'teamId' | 'assigneeId' | 'creatorId' | 'watcherIds'
>;
type TaskChange = { actorId: string; before: Told | null; after: Told };

/** `before` null: it is new. Never for those who did it themselves. */
export async function noticeTask(tx: WriteTx, change: TaskChange): Promise<void> {
  await tell(tx, change, { kind: 'assigned', userIds: newlyGivenTo(change) });
  await tell(tx, change, { kind: 'task_done', userIds: waitingForIt(change) });
}

/** What is done already is nothing to do any more. */
function newlyGivenTo({ before, after }: TaskChange): string[] {
  const { assigneeId, status } = after;
  if (assigneeId === null || status === 'done' || assigneeId === before?.assigneeId) return [];
  return [assigneeId];
}

function waitingForIt({ before, after }: TaskChange): string[] {
  const isFinished = before !== null && before.status !== 'done' && after.status === 'done';
  return isFinished ? [after.creatorId, ...after.watcherIds] : [];
}

async function tell(
  tx: WriteTx,
  { actorId, after }: TaskChange,
  { kind, userIds }: { kind: NoticeKind; userIds: string[] },
): Promise<void> {
  const { id: taskId, title, version, teamId, assigneeId, creatorId, watcherIds } = after;
  const scope = { teamId, assigneeId, creatorId, watcherIds };
  const others = userIds.filter((userId) => userId !== actorId);
  await tellAll(tx, await whoSeeTask(tx, scope, others), {
    id: causeIdOf(kind, taskId, version),
    kind,
    subjectKind: 'task',
    subjectId: taskId,
    actorId,
    no: null,
    title,
    body: '',
    file: null,
    isUrgent: false,
    dueAt: null,
    overdue: null,
    createdAt: tx.now,
    scope,
  });
}
