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
  | 'repeat'
  | 'repeatFrom'
  | 'watcherIds'
  | 'checklistItems'
  | 'files';

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
  compare('repeat', task.repeat, patch.repeat);
  compare('repeatFrom', task.repeatFrom, patch.repeatFrom);
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
    if (field === 'files') continue; // they say themselves where they hang
    if (field === 'due') Object.assign(next, after);
    else if (field === 'checklistItems') Object.assign(next, countsOf(after as ChecklistItem[]));
    else next[field] = after;
  }
  const row = next as TaskRow;
  const fieldVersions = { ...task.fieldVersions };
  for (const { field } of changes) fieldVersions[field] = version;
  if (ruleSpent(task, changes) === null)
    return { ...row, ...derived(row, task, now), fieldVersions };
  fieldVersions['repeat'] = version;
  return { ...row, ...derived(row, task, now), repeat: null, fieldVersions };
}

export type SpentRule = { repeat: string; repeatFrom: TaskRow['repeatFrom'] };

/** The rule that is spent by these changes: they finish a task that repeats. */
export function ruleSpent(before: TaskRow, changes: FieldChange[]): SpentRule | null {
  const changed = (field: FieldChange['field']) => changes.find((change) => change.field === field);
  if (changed('status')?.after !== 'done') return null;
  const repeat = changed('repeat') === undefined ? before.repeat : changed('repeat')?.after;
  const repeatFrom = changed('repeatFrom')?.after ?? before.repeatFrom;
  if (typeof repeat !== 'string') return null;
  return { repeat, repeatFrom: repeatFrom as TaskRow['repeatFrom'] };
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
