// From a stored task to what is sent.
import { type taskChecklist, type taskComments, tasks } from '#db/schema/tasks.ts';
import type { ChecklistItem, TaskComment, TaskItem } from './tasks.schema.ts';

/** What a list needs; the description stays where it is. */
export const taskColumns = {
  id: tasks.id,
  title: tasks.title,
  status: tasks.status,
  priority: tasks.priority,
  teamId: tasks.teamId,
  assigneeId: tasks.assigneeId,
  creatorId: tasks.creatorId,
  watcherIds: tasks.watcherIds,
  labels: tasks.labels,
  dueOn: tasks.dueOn,
  dueAt: tasks.dueAt,
  repeat: tasks.repeat,
  repeatFrom: tasks.repeatFrom,
  rank: tasks.rank,
  commentCount: tasks.commentCount,
  checklistDone: tasks.checklistDone,
  checklistTotal: tasks.checklistTotal,
  version: tasks.version,
  createdAt: tasks.createdAt,
  updatedAt: tasks.updatedAt,
  doneAt: tasks.doneAt,
};

export type TaskRow = typeof tasks.$inferSelect;
export type ListedTaskRow = Pick<TaskRow, keyof typeof taskColumns>;

export function toTaskItem(row: ListedTaskRow): TaskItem {
  return {
    id: row.id,
    title: row.title,
    status: row.status,
    priority: row.priority,
    teamId: row.teamId,
    assigneeId: row.assigneeId,
    creatorId: row.creatorId,
    watcherIds: row.watcherIds,
    labels: row.labels,
    dueOn: row.dueOn,
    dueAt: row.dueAt,
    repeat: row.repeat,
    repeatFrom: row.repeatFrom,
    rank: row.rank,
    commentCount: row.commentCount,
    checklist: { done: row.checklistDone, total: row.checklistTotal },
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    doneAt: row.doneAt,
  };
}

export function toComment(row: typeof taskComments.$inferSelect): TaskComment {
  const { id, taskId, authorId, body, mentionIds, files, version, createdAt } = row;
  return { id, taskId, authorId, body, mentionIds, files, version, createdAt };
}

export function toChecklistItem(row: typeof taskChecklist.$inferSelect): ChecklistItem {
  return { id: row.id, title: row.title, isDone: row.isDone };
}
