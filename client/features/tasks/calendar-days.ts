// A month as the calendar draws it: whole weeks from Sunday on, and what is due on each of their days.
import { daysOfMonth } from '#client/ui/month.ts';
import { seoulInstant, seoulTime, weekdayOf } from '#client/ui/seoul.ts';
import { addDays } from '#server/seoul.schema.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import type { TaskFilter } from './tasks.search.ts';
import type { QuickPatch } from './use-task-change.ts';

const WEEK = 7;
/** Of a list of days, as many tasks as are looked through at once; another day is one press away. */
const LISTED_TASKS = 60;

/** From the Sunday on or before the first of `month` to the Saturday on or after its last day. */
export function calendarDays(month: string): string[] {
  const days = daysOfMonth(month);
  const first = addDays(`${month}-01`, -weekdayOf(`${month}-01`));
  const weeks = Math.ceil((weekdayOf(`${month}-01`) + days.length) / WEEK);
  return Array.from({ length: weeks * WEEK }, (_, at) => addDays(first, at));
}

/** Those of `filter` that are due on the days shown, in the order of their times. */
export function filterOfDays(filter: TaskFilter, days: readonly string[]): TaskFilter {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const { dueFrom = first, dueTo = last } = filter;
  return {
    ...filter,
    dueFrom: dueFrom > first ? dueFrom : first,
    dueTo: dueTo < last ? dueTo : last,
    sort: 'due',
  };
}

/** What is done comes last. */
export function tasksByDay(tasks: readonly TaskItem[]): ReadonlyMap<string, TaskItem[]> {
  const open = tasks.filter((task) => task.status !== 'done');
  const done = tasks.filter((task) => task.status === 'done');
  return Map.groupBy([...open, ...done], (task) => task.dueOn ?? '');
}

/** `chosen`, and the days after it that have tasks. */
export function listedDays(
  days: readonly string[],
  byDay: ReadonlyMap<string, TaskItem[]>,
  chosen: string,
): string[] {
  const listed: string[] = [];
  let count = 0;
  for (const day of days) {
    if (day < chosen || (day !== chosen && !byDay.has(day))) continue;
    if (count >= LISTED_TASKS) break;
    listed.push(day);
    count += byDay.get(day)?.length ?? 0;
  }
  return listed;
}

/** On another day, at the time it was due at. */
export function onDay(task: TaskItem, day: string): QuickPatch {
  if (task.dueAt === null) return { dueOn: day };
  const { hour, minute } = seoulTime(task.dueAt);
  return { dueAt: seoulInstant(day, hour, minute) };
}
