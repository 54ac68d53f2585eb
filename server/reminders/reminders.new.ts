// A reminder as it is first stored, and what may not be stored.
import { badRequest } from '../errors.ts';
import { searchKey } from '../search-key.schema.ts';
import type { Viewer } from '../viewer.ts';
import { recipientsOf, subjectColumns } from './reminders.change.ts';
import type { ReminderRow } from './reminders.row.ts';
import type { CreateReminderInput } from './reminders.schema.ts';
import { warnAtOf } from './reminders.warn-at.ts';

export function newReminder(
  input: Omit<CreateReminderInput, 'mutationId'>,
  viewer: Viewer,
  now: Date,
): ReminderRow {
  const { id, title, dueAt, repeat, warnMinutes, subject, forUserIds, forTeamId } = input;
  const nobody = { ownerId: viewer.id, forUserIds: [], forTeamId: null };
  return {
    id,
    title,
    searchKey: searchKey(title),
    dueAt,
    repeat,
    warnMinutes,
    warnAt: warnAtOf({ state: 'scheduled', dueAt, warnMinutes }, now),
    ...subjectColumns(subject),
    ownerId: viewer.id,
    ...recipientsOf(nobody, { forUserIds, forTeamId }),
    state: 'scheduled',
    firedAt: null,
    doneById: null,
    doneAt: null,
    version: 1,
    fieldVersions: {},
    createdAt: now,
    updatedAt: now,
    removedAt: null,
    removedById: null,
  };
}

export const OLDEST_START_MS = 2 * 366 * 86_400_000;

/** The times of a repeating one are counted from its first: from far in the past that would take long. */
export function requireRecentStart(row: ReminderRow, now: Date): void {
  if (row.repeat !== null && row.dueAt.getTime() < now.getTime() - OLDEST_START_MS)
    throw badRequest('repeat_starts_too_early', {
      dueAt: ['must not lie more than two years back'],
    });
}
