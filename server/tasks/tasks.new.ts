// A task as it is first stored, and the answer to whoever sends the same one again.
import { conflict } from '../errors.ts';
import { repeatOf } from '../repeat.ts';
import { searchKey } from '../search-key.schema.ts';
import type { Viewer } from '../viewer.ts';
import { dueOf, unique } from './tasks.change.ts';
import { repeatsFrom } from './tasks.repeat.ts';
import { dueBy, NO_DATE } from './tasks.order.schema.ts';
import { type TaskRow, toTaskItem } from './tasks.row.ts';
import type { CreateTaskInput, TaskItem } from './tasks.schema.ts';

export function newTask(
  input: Omit<CreateTaskInput, 'links' | 'mutationId'>,
  origin: { creatorId: string; rank: string; now: Date },
): TaskRow {
  const { creatorId, rank, now } = origin;
  const { repeatFrom } = input;
  const due = dueOf({ dueOn: input.dueOn, dueAt: input.dueAt }) ?? { dueOn: null, dueAt: null };
  return {
    id: input.id,
    title: input.title,
    titleFold: input.title.toLowerCase(),
    searchKey: searchKey(input.title),
    repeat: repeatOf(input.repeat, repeatsFrom({ ...due, repeatFrom })) ?? null,
    repeatFrom,
    description: input.description,
    status: input.status,
    priority: input.priority,
    teamId: input.teamId,
    assigneeId: input.assigneeId,
    creatorId,
    watcherIds: unique(input.watcherIds),
    labels: unique(input.labels),
    ...due,
    dueBy: dueBy(due) ?? NO_DATE,
    rank,
    commentCount: 0,
    checklistTotal: 0,
    checklistDone: 0,
    version: 1,
    fieldVersions: {},
    createdAt: now,
    updatedAt: now,
    doneAt: input.status === 'done' ? now : null,
    removedAt: null,
    removedById: null,
  };
}

/** CONFLICT without content for an id that is somebody else's, or in the trash. */
export function repeated(viewer: Viewer, existing: TaskRow): TaskItem {
  if (existing.creatorId !== viewer.id || existing.removedAt !== null) throw conflict('id_in_use');
  return toTaskItem(existing);
}
