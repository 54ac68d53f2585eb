import { useNavigate } from '@tanstack/react-router';
import { useText } from '#client/i18n/use-text.ts';
import { toastDone } from '#client/ui/toasts.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { matchesTaskFilter } from '#server/tasks/tasks.order.schema.ts';
import type { TaskFilter } from './tasks.search.ts';
import { type NewTask, useTaskActs } from './use-task-acts.ts';
import { useTaskChange } from './use-task-change.ts';

/** Adds to what a screen shows, and says so where it is not plain to see whose it is or where it went. */
export function useAddTask(filter: TaskFilter): (task: NewTask) => Promise<void> {
  const t = useText('tasks');
  const viewer = useViewer();
  const navigate = useNavigate();
  const { createTask } = useTaskActs();
  const changeTask = useTaskChange();
  return async (task) => {
    const { item } = await createTask(task);
    const { id, title } = item;
    if (!matchesTaskFilter(item, filter, { viewerId: viewer.id, now: new Date() }))
      toastDone(t('createdUnseen', { title }), {
        label: t('common:open'),
        run: () => void navigate({ to: '/tasks/$taskId', params: { taskId: id } }),
      });
    else if (item.assigneeId === null && filter.unassigned !== true)
      toastDone(t('createdForNobody', { title }), {
        label: t('takeIt'),
        run: () => changeTask(item, { assigneeId: viewer.id }),
      });
  };
}
