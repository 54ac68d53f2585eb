// A quick change of one task: done at once, said in a toast that takes it back. Nobody is asked before.
import { useText } from '#client/i18n/use-text.ts';
import { usePeople } from '#client/ui/people.ts';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import type { BulkPatch } from '#server/tasks/tasks.bulk.schema.ts';
import type { TaskItem, TaskPatch } from '#server/tasks/tasks.schema.ts';
import { useSayDue } from './use-say-due.ts';
import { useTaskActs } from './use-task-acts.ts';

export type QuickPatch = Pick<TaskPatch, 'status' | 'priority' | 'assigneeId' | 'dueOn' | 'dueAt'>;

export function useTaskChange(): (task: TaskItem, patch: QuickPatch) => void {
  const t = useText('tasks');
  const { updateTask } = useTaskActs();
  const sayChange = useSayChange();
  async function change(task: TaskItem, patch: QuickPatch) {
    try {
      const { item } = await updateTask(task, patch);
      toastDone(sayChange(item, patch), {
        label: t('common:undo'),
        run: () => void updateTask(item, before(task, patch)).catch(toastFailed),
      });
    } catch (error) {
      toastFailed(error);
    }
  }
  return (task, patch) => void change(task, patch);
}

/** As it was, of the same fields. */
export function before(task: TaskItem, patch: QuickPatch): QuickPatch {
  const due = task.dueAt === null ? { dueOn: task.dueOn } : { dueAt: task.dueAt };
  return {
    ...(patch.status === undefined ? {} : { status: task.status }),
    ...(patch.priority === undefined ? {} : { priority: task.priority }),
    ...(patch.assigneeId === undefined ? {} : { assigneeId: task.assigneeId }),
    ...(patch.dueOn === undefined && patch.dueAt === undefined ? {} : due),
  };
}

export function beforeBulk(task: TaskItem, patch: BulkPatch): TaskPatch {
  const { addLabels, removeLabels, teamId, ...quick } = patch;
  const hasLabels = addLabels !== undefined || removeLabels !== undefined;
  return {
    ...before(task, quick),
    ...(teamId === undefined ? {} : { teamId: task.teamId }),
    ...(hasLabels ? { labels: task.labels } : {}),
  };
}

function useSayChange(): (task: TaskItem, patch: QuickPatch) => string {
  const t = useText('tasks');
  const { personOf } = usePeople();
  const sayDue = useSayDue();
  return (task, { status, priority, assigneeId }) => {
    const person = task.assigneeId === null ? undefined : personOf(task.assigneeId);
    const { title } = task;
    if (status !== undefined) return t(`changedTo.${task.status}`, { title });
    if (priority !== undefined)
      return t('changedTo.priority', { title, value: t(`priorities.${task.priority}`) });
    if (assigneeId !== undefined) {
      const value = person?.name ?? t('common:unknownPerson');
      return t(`changedTo.${task.assigneeId === null ? 'noAssignee' : 'assignee'}`, {
        title,
        value,
      });
    }
    const hasDue = task.dueOn !== null || task.dueAt !== null;
    return t(`changedTo.${hasDue ? 'due' : 'noDue'}`, { title, value: sayDue(task) });
  };
}
