// How many tasks a filter finds moves with each change, without asking: an event says what a task was before.
import type { LiveHandlers } from '#client/live/live-types.ts';
import { matchesTaskFilter } from '#server/tasks/tasks.order.schema.ts';
import { canSeeTask } from '#server/tasks/tasks.policy.ts';
import type { TaskEventData, TaskFilter, TaskItem } from '#server/tasks/tasks.schema.ts';

export const taskCountsLive: Pick<LiveHandlers, 'tasks.counts'> = {
  'tasks.counts': (answer, event, { input: { filters }, viewer, now }) => {
    if (event.kind === 'day.began')
      return filters.some(({ overdue }) => overdue === true) ? 'ask again' : answer;
    const { feature, kind } = event;
    if (feature !== 'tasks' || !kind.startsWith('task.') || kind === 'task.seen') return answer;
    if (event.gone) return 'ask again';
    // What this screen foresees does not say what it was.
    const { was, ...is } = event.data as Omit<TaskEventData, 'was'> & Partial<TaskEventData>;
    if (was === undefined) return 'ask again';
    const isCounted = (task: TaskItem, filter: TaskFilter) =>
      canSeeTask(viewer, task) && matchesTaskFilter(task, filter, { viewerId: viewer.id, now });
    const moves = filters.map(
      (filter) =>
        Number(isCounted(is, filter)) -
        Number(was !== null && isCounted({ ...is, ...was }, filter)),
    );
    if (moves.every((move) => move === 0)) return answer;
    return { ...answer, counts: answer.counts.map((count, at) => count + (moves[at] ?? 0)) };
  },
};
