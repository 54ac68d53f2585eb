// What a patch does to a reminder: which fields really change, and which of them were changed meanwhile.
import { isDeepStrictEqual } from 'node:util';
import { searchKey } from '../search-key.schema.ts';
import { warnAtOf } from './reminders.warn-at.ts';
import type { ReminderRow } from './reminders.row.ts';
import type { ReminderPatch } from './reminders.schema.ts';

/** The fields that are edited on their own; for whom it is, is one. */
type Field = 'title' | 'dueAt' | 'repeat' | 'warnMinutes' | 'subject' | 'recipients';

export type ReminderChange = { field: Field; after: Partial<ReminderRow> };

export function changesOf(row: ReminderRow, patch: ReminderPatch): ReminderChange[] {
  const { title, dueAt, repeat, warnMinutes, subject } = patch;
  const wanted: ReminderChange[] = [];
  if (title !== undefined)
    wanted.push({ field: 'title', after: { title, searchKey: searchKey(title) } });
  if (dueAt !== undefined) wanted.push({ field: 'dueAt', after: { dueAt } });
  if (repeat !== undefined) wanted.push({ field: 'repeat', after: { repeat } });
  if (warnMinutes !== undefined) wanted.push({ field: 'warnMinutes', after: { warnMinutes } });
  if (subject !== undefined) wanted.push({ field: 'subject', after: subjectColumns(subject) });
  if (patch.forUserIds !== undefined || patch.forTeamId !== undefined)
    wanted.push({ field: 'recipients', after: recipientsOf(row, patch) });
  return wanted.filter(({ after }) => !isDeepStrictEqual({ ...row, ...after }, row));
}

/** Those of the changes that were made differently after `version`. */
export function conflictsOf(row: ReminderRow, changes: ReminderChange[], version: number): Field[] {
  return changes
    .map((change) => change.field)
    .filter((field) => (row.fieldVersions[field] ?? 0) > version);
}

/** The row after the changes. Another time or other people: it is to fall due (again) for them. */
export function applied(row: ReminderRow, changes: ReminderChange[], now: Date): ReminderRow {
  const version = row.version + 1;
  const fieldVersions = { ...row.fieldVersions };
  for (const { field } of changes) fieldVersions[field] = version;
  const next: ReminderRow = Object.assign(
    { ...row, version, fieldVersions, updatedAt: now },
    ...changes.map((change) => change.after),
  );
  if (startsAnew(row, changes)) Object.assign(next, AS_SCHEDULED);
  const isWarnedAnew = changes.some(({ field }) => field === 'dueAt' || field === 'warnMinutes');
  return isWarnedAnew ? { ...next, warnAt: warnAtOf(next, now) } : next;
}

const AS_SCHEDULED = {
  state: 'scheduled',
  firedAt: null,
  doneById: null,
  doneAt: null,
} as const;

export function startsAnew(row: ReminderRow, changes: ReminderChange[]): boolean {
  const fields = changes.map((change) => change.field);
  return fields.includes('dueAt') || (row.state === 'due' && fields.includes('recipients'));
}

export function subjectColumns(subject: { kind: string; id: string } | null) {
  return { subjectKind: subject?.kind ?? null, subjectId: subject?.id ?? null };
}

/** For nobody = for its owner. */
export function recipientsOf(
  before: { ownerId: string; forUserIds: string[]; forTeamId: string | null },
  wanted: { forUserIds?: string[] | undefined; forTeamId?: string | null | undefined },
): { forUserIds: string[]; forTeamId: string | null } {
  const forTeamId = wanted.forTeamId === undefined ? before.forTeamId : wanted.forTeamId;
  const forUserIds = [...new Set(wanted.forUserIds ?? before.forUserIds)].toSorted();
  const isForNobody = forTeamId === null && forUserIds.length === 0;
  return { forUserIds: isForNobody ? [before.ownerId] : forUserIds, forTeamId };
}
