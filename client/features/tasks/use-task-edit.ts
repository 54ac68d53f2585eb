import { useFieldEdit } from '#client/ui/use-field-edit.ts';
import type { TaskDetail, TaskPatch } from '#server/tasks/tasks.schema.ts';
import { useTaskActs } from './use-task-acts.ts';

export function useTaskEdit(task: TaskDetail) {
  const { updateTask } = useTaskActs();
  return useFieldEdit<TaskDetail, TaskPatch>({
    place: `task:${task.id}`,
    thing: task,
    update: (patch, since) => updateTask(task, patch, since),
    patchOf,
  });
}

/** Day and moment of the due date are one field. */
function patchOf(task: TaskDetail, patch: TaskPatch): TaskPatch {
  const { dueOn, dueAt } = task;
  const fields = Object.keys(patch) as (keyof TaskPatch)[];
  const values = fields.map((field) => [field, task[field]] as const);
  const hasDue = fields.includes('dueOn') || fields.includes('dueAt');
  return { ...Object.fromEntries(values), ...(hasDue ? { dueOn, dueAt } : {}) };
}
