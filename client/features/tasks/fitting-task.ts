// What a line becomes under the filters it is written under: the task shows among them, unless the line says otherwise.
import { seoulDay } from '#server/seoul.schema.ts';
import { TASK_LABELS_MAX } from '#server/tasks/tasks.schema.ts';
import type { QuickTask } from './quick-line.ts';
import type { TaskFilter } from './tasks.search.ts';
import type { NewTask } from './use-task-acts.ts';

type Facts = { filter: TaskFilter; viewerId: string; teamId: string; now: Date };

export function fittingTask(said: QuickTask, { filter, viewerId, teamId, now }: Facts): NewTask {
  const fromFilter = filter.assigneeId ?? (filter.mine === true ? viewerId : null);
  const labels = filter.label === undefined ? said.labels : [filter.label, ...said.labels];
  const dueOn = said.dueOn ?? dayWithin(filter, seoulDay(now));
  return {
    title: said.title,
    teamId: filter.teamId ?? teamId,
    assigneeId: said.assigneeId ?? fromFilter,
    labels: [...new Set(labels)].slice(0, TASK_LABELS_MAX),
    priority: said.priority ?? 'normal',
    ...(said.dueAt === null ? { dueOn } : { dueAt: said.dueAt }),
    ...(filter.status?.[0] === undefined ? {} : { status: filter.status[0] }),
  };
}

/** Today or the first day after it; none where all of them have gone by. */
function dayWithin({ dueFrom, dueTo }: TaskFilter, today: string): string | null {
  const isAny = dueFrom === undefined && dueTo === undefined;
  if (isAny || (dueTo !== undefined && dueTo < today)) return null;
  return dueFrom !== undefined && dueFrom > today ? dueFrom : today;
}
