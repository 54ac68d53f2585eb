// The groups of a list: in which order they stand, and which tasks each of them asks for.
import {
  DUE_GROUPS,
  type DueGroup,
  endOfWeek,
  type TaskGroup,
  type TaskGrouping,
} from '#server/tasks/tasks.groups.schema.ts';
import { addDays } from '#server/seoul.schema.ts';
import { TASK_STATUSES, type TaskStatus } from '#server/tasks/tasks.schema.ts';
import type { TaskFilter } from './tasks.search.ts';

/** Whoever is looking first, then by name; those without anybody last. */
type Names = { viewerId: string; nameOf: (key: string) => string };

export function inOrder(
  groups: readonly TaskGroup[],
  by: TaskGrouping,
  { viewerId, nameOf }: Names,
): TaskGroup[] {
  const order: readonly string[] = by === 'status' ? TASK_STATUSES : DUE_GROUPS;
  const compareKeys = (a: string, b: string) => {
    if (by === 'status' || by === 'due') return order.indexOf(a) - order.indexOf(b);
    if (a === viewerId || b === viewerId) return a === viewerId ? -1 : 1;
    return nameOf(a).localeCompare(nameOf(b), 'ko');
  };
  return groups.toSorted((a, b) => {
    if (a.key === null || b.key === null) return a.key === null ? 1 : -1;
    return compareKeys(a.key, b.key);
  });
}

type Which = { by: TaskGrouping; key: string | null; day: string };

/** Those of `filter` that stand in one group. */
export function filterOfGroup(filter: TaskFilter, { by, key, day }: Which): TaskFilter {
  switch (by) {
    case 'status':
      return { ...filter, status: [key as TaskStatus] };
    case 'assignee':
      return key === null ? { ...filter, unassigned: true } : { ...filter, assigneeId: key };
    case 'team':
      return { ...filter, teamId: key ?? '' };
    case 'due':
      return dueIn(filter, key as DueGroup, day);
  }
}

function dueIn(filter: TaskFilter, group: DueGroup, day: string): TaskFilter {
  const sunday = endOfWeek(day);
  const from = (first: string) => ({
    dueFrom: filter.dueFrom !== undefined && filter.dueFrom > first ? filter.dueFrom : first,
  });
  const to = (last: string) => ({
    dueTo: filter.dueTo !== undefined && filter.dueTo < last ? filter.dueTo : last,
  });
  switch (group) {
    case 'late': {
      const status = (filter.status ?? TASK_STATUSES).filter((one) => one !== 'done');
      return { ...filter, status, ...to(addDays(day, -1)) };
    }
    case 'past':
      return { ...filter, status: ['done'], ...to(addDays(day, -1)) };
    case 'today':
      return { ...filter, ...from(day), ...to(day) };
    case 'week':
      return { ...filter, ...from(addDays(day, 1)), ...to(sunday) };
    case 'later':
      return { ...filter, ...from(addDays(sunday, 1)) };
    case 'none':
      return { ...filter, noDue: true };
  }
}
