// How tasks are sorted and filtered, said once more in plain code: the server's SQL and these functions agree (a test
// holds them together on both databases), so that a browser can put a changed row where a fresh answer would have it.
import { decodeCursor, isMoment } from '../cursor.schema.ts';
import { endOfSeoulDay } from '../seoul.schema.ts';
import { TASK_PRIORITIES, type TaskFilter, type TaskItem, type TaskSort } from './tasks.schema.ts';

/** The sort key of a row; compared part by part, ending in the id, so that the order is total. */
export type TaskKey = readonly [string | number, string];

/** When a task without a date is due: after every date. */
export const NO_DATE = new Date(Date.UTC(9999, 11, 31));

export function taskKey(task: TaskItem, sort: TaskSort): TaskKey {
  switch (sort) {
    case 'rank':
      return [task.rank, task.id];
    case 'due':
      return [(dueBy(task) ?? NO_DATE).getTime(), task.id];
    case 'updated':
      return [-task.updatedAt.getTime(), task.id];
    case 'created':
      return [-task.createdAt.getTime(), task.id];
    case 'priority':
      return [TASK_PRIORITIES.length - 1 - TASK_PRIORITIES.indexOf(task.priority), task.id];
  }
}

/** Negative when `a` comes first. Texts by code unit, as both databases compare them here. */
export function compareTaskKeys(a: TaskKey, b: TaskKey): number {
  const [first, second] = a[0] === b[0] ? [a[1], b[1]] : [a[0], b[0]];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** When it is late: at its moment, or when its day is over in Seoul. Null = it has no date. */
export function dueBy(task: { dueOn: string | null; dueAt: Date | null }): Date | null {
  return task.dueAt ?? (task.dueOn === null ? null : endOfSeoulDay(task.dueOn));
}

export function isOverdue(task: TaskItem, now: Date): boolean {
  const by = dueBy(task);
  return by !== null && task.status !== 'done' && by <= now;
}

/** Whether a task the viewer may see belongs to what they asked for. */
export function matchesTaskFilter(
  task: TaskItem,
  filter: TaskFilter,
  at: { viewerId: string; now: Date },
): boolean {
  return (
    (filter.teamId === undefined || task.teamId === filter.teamId) &&
    (filter.status === undefined || filter.status.includes(task.status)) &&
    (filter.assigneeId === undefined || task.assigneeId === filter.assigneeId) &&
    (filter.unassigned !== true || task.assigneeId === null) &&
    (filter.mine !== true || task.assigneeId === at.viewerId) &&
    (filter.watching !== true || task.watcherIds.includes(at.viewerId)) &&
    (filter.label === undefined || task.labels.includes(filter.label)) &&
    (filter.dueFrom === undefined || (task.dueOn !== null && task.dueOn >= filter.dueFrom)) &&
    (filter.dueTo === undefined || (task.dueOn !== null && task.dueOn <= filter.dueTo)) &&
    (filter.noDue !== true || task.dueOn === null) &&
    (filter.overdue !== true || isOverdue(task, at.now)) &&
    (filter.text === undefined || task.title.toLowerCase().includes(filter.text.toLowerCase()))
  );
}

/** A cursor says the key of the last row before the page. */
export function encodeTaskCursor(key: TaskKey): string {
  return JSON.stringify(key);
}

/** Undefined for anything that is not a cursor of this sort. */
export function decodeTaskCursor(cursor: string, sort: TaskSort): TaskKey | undefined {
  const key = decodeCursor(cursor);
  if (key === undefined || typeof key[0] !== (sort === 'rank' ? 'string' : 'number'))
    return undefined;
  if (typeof key[0] === 'string') return key;
  if (sort === 'priority') return key[0] in TASK_PRIORITIES ? key : undefined;
  return isMoment(sort === 'due' ? key[0] : -key[0]) ? key : undefined;
}
