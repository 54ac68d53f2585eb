// What one has to do today: what is pressing now, and the rest of the day by time. What is late is asked for by itself,
// so that however much of it there is, the day's own work is all there.
import { useMemo } from 'react';
import {
  type ReminderQuestion,
  useBanner,
  useReminderList,
} from '#client/features/reminders/use-reminders.ts';
import type { TaskFilter } from '#client/features/tasks/tasks.search.ts';
import { useTaskList } from '#client/features/tasks/use-tasks.ts';
import { useMinute } from '#client/ui/clock.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { isFor } from '#server/reminders/reminders.policy.ts';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';
import { endOfSeoulDay } from '#server/seoul.schema.ts';
import { dueBy, isOverdue } from '#server/tasks/tasks.order.schema.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import { useCounts } from './use-counts.ts';

export type Work =
  | { kind: 'task'; at: Date; task: TaskItem }
  | { kind: 'reminder'; at: Date; reminder: ReminderItem };

const OPEN = { mine: true, status: ['todo', 'doing'], sort: 'due' } satisfies TaskFilter;
const LATE: TaskFilter = { ...OPEN, overdue: true };

export function useTodaysWork(today: string) {
  const viewer = useViewer();
  const now = useMinute();
  const { tasks: dueUntilToday } = useCounts();
  const filter = useMemo((): TaskFilter => ({ ...OPEN, dueFrom: today, dueTo: today }), [today]);
  const question = useMemo(
    (): ReminderQuestion => ({ state: 'scheduled', to: endOfSeoulDay(today), limit: 100 }),
    [today],
  );
  const banner = useBanner();
  const beforeToday = useTaskList(LATE);
  const ofToday = useTaskList(filter);
  const { query: scheduled, reminders } = useReminderList(question);
  const late = unlike([
    ...beforeToday.tasks,
    ...ofToday.tasks.filter((task) => isOverdue(task, now)),
  ]);
  const open = ofToday.tasks.filter((task) => !isOverdue(task, now));
  const lateCount = beforeToday.hasMore
    ? Math.max(late.length, dueUntilToday - open.length)
    : late.length;
  const rest = [
    ...open.map(taskWork),
    ...reminders.filter((reminder) => isFor(viewer, reminder)).map(reminderWork),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return {
    pressing: [...banner.due.map(reminderWork), ...late.map(taskWork)],
    pressingCount: banner.due.length + lateCount,
    rest,
    query: [ofToday.query, banner.query, scheduled].reduce<Query>(both, beforeToday.query),
  };
}

/** Something may have become late since it was asked for. */
function unlike(tasks: TaskItem[]): TaskItem[] {
  return [...new Map(tasks.map((task) => [task.id, task])).values()];
}

function taskWork(task: TaskItem): Work {
  return { kind: 'task', at: dueBy(task) ?? new Date(0), task };
}

function reminderWork(reminder: ReminderItem): Work {
  return { kind: 'reminder', at: reminder.dueAt, reminder };
}

type Query = { isPending: boolean; error: unknown; refetch: () => unknown };

/** On its way while either is; failed as soon as one has. */
function both(a: Query, b: Query): Query {
  return {
    isPending: a.isPending || b.isPending,
    error: a.error ?? b.error,
    refetch: () => Promise.all([a.refetch(), b.refetch()]),
  };
}
