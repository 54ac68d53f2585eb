// A task as the server will most likely make it: what a screen shows until the server has said so.
import type { Provisional } from '#client/live/pending-acts.ts';
import { seoulDay } from '#server/seoul.schema.ts';
import type { TaskDetail, TaskItem, TaskPatch } from '#server/tasks/tasks.schema.ts';

type Shown = TaskItem & Partial<Pick<TaskDetail, 'description' | 'checklistItems' | 'files'>>;

export function changed(data: Shown): Provisional {
  return { feature: 'tasks', kind: 'task.changed', id: data.id, data };
}

export function patched(task: TaskItem, patch: TaskPatch): Shown {
  const given = Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined),
  );
  const next: Shown = { ...task, ...given };
  if (patch.dueAt instanceof Date) next.dueOn = seoulDay(patch.dueAt);
  else if (patch.dueOn !== undefined || patch.dueAt === null) next.dueAt = null;
  if (patch.status !== undefined)
    next.doneAt = patch.status === 'done' ? (task.doneAt ?? new Date()) : null;
  const { checklistItems } = next;
  if (checklistItems !== undefined)
    next.checklist = {
      total: checklistItems.length,
      done: checklistItems.filter((item) => item.isDone).length,
    };
  return next;
}

export function blank(id: string, creatorId: string): TaskItem {
  const now = new Date();
  return {
    id,
    title: '',
    status: 'todo',
    priority: 'normal',
    teamId: '',
    assigneeId: null,
    creatorId,
    watcherIds: [],
    labels: [],
    dueOn: null,
    dueAt: null,
    repeat: null,
    repeatFrom: 'due',
    rank: '',
    commentCount: 0,
    checklist: { done: 0, total: 0 },
    version: 0,
    createdAt: now,
    updatedAt: now,
    doneAt: null,
  };
}
