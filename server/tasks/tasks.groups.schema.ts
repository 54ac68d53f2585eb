// How many tasks there are of each status, person, team or due time, and how one change moves these numbers: shared, so
// that a browser counts as the server does.
import * as z from 'zod/mini';
import { addDays } from '../seoul.schema.ts';
import { taskFilter, type TaskItem } from './tasks.schema.ts';

export const TASK_GROUPINGS = ['status', 'assignee', 'team', 'due'] as const;
/** `past`: done, and due on a day that is over. `week`: up to Sunday. */
export const DUE_GROUPS = ['late', 'today', 'week', 'later', 'none', 'past'] as const;

export type TaskGrouping = (typeof TASK_GROUPINGS)[number];
export type DueGroup = (typeof DUE_GROUPS)[number];

export const groupTasksInput = z.extend(taskFilter, { by: z.enum(TASK_GROUPINGS) });
export type GroupTasksInput = z.infer<typeof groupTasksInput>;

/** `key`: a status, a person's or a team's id, or a DueGroup; null = nobody. Groups without tasks are not there. */
export type TaskGroup = { key: string | null; count: number };
/** `day`: the Seoul day from which due times are told. */
export type TaskGroups = { day: string; items: TaskGroup[] };

export function groupKeyOf(task: TaskItem, by: TaskGrouping, day: string): string | null {
  switch (by) {
    case 'status':
      return task.status;
    case 'assignee':
      return task.assigneeId;
    case 'team':
      return task.teamId;
    case 'due':
      return dueGroupOf(task, day);
  }
}

function dueGroupOf(task: Pick<TaskItem, 'status' | 'dueOn'>, day: string): DueGroup {
  if (task.dueOn === null) return 'none';
  if (task.dueOn < day) return task.status === 'done' ? 'past' : 'late';
  if (task.dueOn === day) return 'today';
  return task.dueOn <= endOfWeek(day) ? 'week' : 'later';
}

/** The Sunday of the week that `day` is in. */
export function endOfWeek(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, (7 - weekday) % 7);
}

export function inOrderOfKeys(groups: TaskGroup[]): TaskGroup[] {
  return groups
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
}

/** After a task left one group and came to another; undefined = it was or is not counted at all. */
export function regrouped<G extends TaskGroups>(
  groups: G,
  from: string | null | undefined,
  to: string | null | undefined,
): G {
  if (from === to) return groups;
  const counts = new Map(groups.items.map(({ key, count }) => [key, count]));
  if (from !== undefined) counts.set(from, (counts.get(from) ?? 0) - 1);
  if (to !== undefined) counts.set(to, (counts.get(to) ?? 0) + 1);
  return { ...groups, items: inOrderOfKeys([...counts].map(([key, count]) => ({ key, count }))) };
}
