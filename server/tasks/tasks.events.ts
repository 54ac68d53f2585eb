// What a change of a task tells others: who saw it before, or sees it after.
import { isDeepStrictEqual } from 'node:util';
import type { WriteTx } from '#db/database.ts';
import { topics, union } from '../live/audience.ts';
import { type TaskRow, toTaskItem } from './tasks.row.ts';
import type { TaskComment, TaskDetail, TaskEventData, TaskScope } from './tasks.schema.ts';

function taskAudience(task: TaskScope): string[] {
  const people = [
    task.creatorId,
    ...(task.assigneeId === null ? [] : [task.assigneeId]),
    ...task.watcherIds,
  ];
  return union([topics.team(task.teamId), topics.admins], people.map(topics.user));
}

export type LongParts = Partial<Pick<TaskDetail, 'description' | 'checklistItems' | 'files'>>;

/** `longParts` travel only in the event that changed them. */
export function emitTask(
  tx: WriteTx,
  kind: 'task.created' | 'task.changed',
  change: { before?: TaskRow; after: TaskRow; longParts?: LongParts | undefined },
): void {
  const { before, after, longParts } = change;
  tx.emit({
    feature: 'tasks',
    kind,
    id: after.id,
    version: after.version,
    audience: union(taskAudience(after), before === undefined ? [] : taskAudience(before)),
    data: { ...toTaskItem(after), ...longParts, was: partsBefore(before, after) },
  });
}

/** So that whoever holds numbers of tasks can move them without asking. */
function partsBefore(before: TaskRow | undefined, after: TaskRow): TaskEventData['was'] {
  if (before === undefined) return null;
  const now = new Map<string, unknown>(Object.entries(toTaskItem(after)));
  const different = Object.entries(toTaskItem(before)).filter(
    ([name, value]) => !isDeepStrictEqual(value, now.get(name)),
  );
  return Object.fromEntries(different);
}

/** Into the trash; out of it for good is `task.purged`. */
export function emitTaskRemoved(
  tx: WriteTx,
  task: TaskRow,
  kind: 'task.removed' | 'task.purged' = 'task.removed',
): void {
  tx.emit({
    feature: 'tasks',
    kind,
    id: task.id,
    version: task.version,
    audience: taskAudience(task),
    data: null,
  });
}

export function emitComment(tx: WriteTx, task: TaskRow, comment: TaskComment): void {
  const { teamId, assigneeId, creatorId, watcherIds } = task;
  tx.emit({
    feature: 'tasks',
    kind: 'comment.posted',
    id: comment.id,
    version: comment.version,
    audience: taskAudience(task),
    data: { ...comment, scope: { teamId, assigneeId, creatorId, watcherIds } },
  });
}
