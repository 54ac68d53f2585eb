// How reminders are sorted and filtered, said once more in plain code: the server's SQL and these functions agree, so
// that a browser can put a changed row where a fresh answer would have it.
import { decodeCursor } from '../cursor.schema.ts';
import type {
  ListRemindersInput,
  ReminderItem,
  ReminderSort,
  ReminderState,
} from './reminders.schema.ts';

/** The sort key of a row; compared part by part, ending in the id, so that the order is total. */
export type ReminderKey = readonly [atMs: number, id: string];

export function reminderKey(reminder: ReminderItem, sort: ReminderSort): ReminderKey {
  if (sort === 'due') return [reminder.dueAt.getTime(), reminder.id];
  return [-(reminder.doneAt?.getTime() ?? 0), reminder.id];
}

/** Negative when `a` comes first. */
export function compareReminderKeys(a: ReminderKey, b: ReminderKey): number {
  if (a[0] !== b[0]) return a[0] - b[0];
  if (a[1] === b[1]) return 0;
  return a[1] < b[1] ? -1 : 1;
}

/** The states asked for; undefined = any. */
export function statesOf(filter: Pick<ListRemindersInput, 'state'>): ReminderState[] | undefined {
  return typeof filter.state === 'string' ? [filter.state] : filter.state;
}

/** Whether a reminder the viewer may see belongs to what they asked for. */
export function matchesReminderFilter(reminder: ReminderItem, filter: ListRemindersInput): boolean {
  const states = statesOf(filter);
  return (
    (states === undefined || states.includes(reminder.state)) &&
    (filter.from === undefined || reminder.dueAt >= filter.from) &&
    (filter.to === undefined || reminder.dueAt < filter.to) &&
    (filter.sort === 'due' || reminder.doneAt !== null)
  );
}

/** A cursor says the key of the last row before the page. */
export function encodeReminderCursor(key: ReminderKey): string {
  return JSON.stringify(key);
}

/** Undefined for anything that is not a cursor. */
export function decodeReminderCursor(cursor: string): ReminderKey | undefined {
  const [atMs, id] = decodeCursor(cursor) ?? [];
  if (typeof atMs !== 'number' || id === undefined) return undefined;
  return Math.abs(atMs) <= FURTHEST_MS ? [atMs, id] : undefined;
}

const FURTHEST_MS = Date.UTC(2200, 0, 1);
