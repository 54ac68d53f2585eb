// What one has to do today: what is pressing now, and the rest of the day by time.
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

export type Work =
  | { kind: 'task'; at: Date; task: TaskItem }
  | { kind: 'reminder'; at: Date; reminder: ReminderItem };

export function useTodaysWork(today: string) {
  const viewer = useViewer();
  const now = useMinute();
  const filter = useMemo(
    (): TaskFilter => ({ mine: true, status: ['todo', 'doing'], dueTo: today, sort: 'due' }),
    [today],
  );
  const question = useMemo(
    (): ReminderQuestion => ({ state: 'scheduled', to: endOfSeoulDay(today), limit: 100 }),
    [today],
  );
  const banner = useBanner();
  const { query, tasks } = useTaskList(filter);
  const { query: scheduled, reminders } = useReminderList(question);
  const late = tasks.filter((task) => isOverdue(task, now));
  const pressing = [...banner.due.map(reminderWork), ...late.map(taskWork)];
  const rest = [
    ...tasks.filter((task) => !isOverdue(task, now)).map(taskWork),
    ...reminders.filter((reminder) => isFor(viewer, reminder)).map(reminderWork),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return { pressing, rest, query: both(query, both(banner.query, scheduled)) };
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
