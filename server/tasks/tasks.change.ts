// What a patch does to a task: which fields really change, and which of them somebody else changed meanwhile.
import { isDeepStrictEqual } from 'node:util';
import { searchKey } from '../search-key.schema.ts';
import { seoulDay } from '../seoul.schema.ts';
import { dueBy, NO_DATE } from './tasks.order.schema.ts';
import type { TaskRow } from './tasks.row.ts';
import type { ChecklistItem, TaskPatch } from './tasks.schema.ts';

/** The fields people edit on their own; day and moment of the due date are one. */
type Field =
  | 'title'
  | 'description'
  | 'status'
  | 'priority'
  | 'teamId'
  | 'assigneeId'
  | 'due'
  | 'labels'
  | 'watcherIds'
  | 'checklistItems';

export type FieldChange = { field: Field; before: unknown; after: unknown };

export function changesOf(
  task: TaskRow,
  checklist: ChecklistItem[],
  patch: TaskPatch,
): FieldChange[] {
  const wanted: FieldChange[] = [];
  const compare = (field: Field, before: unknown, after: unknown) => {
    if (after !== undefined && !isDeepStrictEqual(before, after))
      wanted.push({ field, before, after });
  };
  compare('title', task.title, patch.title);
  compare('description', task.description, patch.description);
  compare('status', task.status, patch.status);
  compare('priority', task.priority, patch.priority);
  compare('teamId', task.teamId, patch.teamId);
  compare('assigneeId', task.assigneeId, patch.assigneeId);
  compare('due', { dueOn: task.dueOn, dueAt: task.dueAt }, dueOf(patch));
  compare('labels', task.labels, patch.labels === undefined ? undefined : unique(patch.labels));
  compare(
    'watcherIds',
    task.watcherIds,
    patch.watcherIds === undefined ? undefined : unique(patch.watcherIds),
  );
  compare('checklistItems', checklist, patch.checklistItems);
  return wanted;
}

/** Those of the changes that somebody else made differently after `version`. */
export function conflictsOf(task: TaskRow, changes: FieldChange[], version: number): Field[] {
  return changes
    .map((change) => change.field)
    .filter((field) => (task.fieldVersions[field] ?? 0) > version);
}

/** The columns after the changes; `version` and the versions of the changed fields rise together. */
export function applied(task: TaskRow, changes: FieldChange[], now: Date): TaskRow {
  const version = task.version + 1;
  const next: Record<string, unknown> = { ...task, version, updatedAt: now };
  for (const { field, after } of changes) {
    if (field === 'due') Object.assign(next, after);
    else if (field === 'checklistItems') Object.assign(next, countsOf(after as ChecklistItem[]));
    else next[field] = after;
  }
  const row = next as TaskRow;
  const fieldVersions = { ...task.fieldVersions };
  for (const { field } of changes) fieldVersions[field] = version;
  return { ...row, ...derived(row, task, now), fieldVersions };
}

function derived(row: TaskRow, before: TaskRow, now: Date) {
  const doneAt = row.status === 'done' ? (before.doneAt ?? now) : null;
  return {
    titleFold: row.title.toLowerCase(),
    searchKey: searchKey(row.title),
    dueBy: dueBy(row) ?? NO_DATE,
    doneAt,
  };
}

/** A moment decides the day; a day alone takes the moment away. Undefined = the patch says nothing about it. */
export function dueOf(patch: {
  dueOn?: string | null | undefined;
  dueAt?: Date | null | undefined;
}) {
  if (patch.dueAt !== undefined && patch.dueAt !== null)
    return { dueOn: seoulDay(patch.dueAt), dueAt: patch.dueAt };
  if (patch.dueOn !== undefined) return { dueOn: patch.dueOn, dueAt: null };
  return patch.dueAt === null ? { dueOn: null, dueAt: null } : undefined;
}

function countsOf(items: ChecklistItem[]) {
  return {
    checklistTotal: items.length,
    checklistDone: items.filter((item) => item.isDone).length,
  };
}

export function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
