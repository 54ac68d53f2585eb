import { useText } from '#client/i18n/use-text.ts';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import type { BulkPatch } from '#server/tasks/tasks.bulk.schema.ts';
import type { TaskItem, TaskPatch } from '#server/tasks/tasks.schema.ts';
import { BulkBar } from './bulk-bar.tsx';
import type { Selection } from './use-selection.ts';
import { beforeBulk } from './use-task-change.ts';
import { useTaskActs } from './use-task-acts.ts';

type Props = { tasks: readonly TaskItem[]; selection: Selection };

/** The bar at the foot, while some are chosen. */
export function ChosenTasks({ tasks, selection }: Props) {
  const t = useText('tasks');
  const { updateTask, updateTasks } = useTaskActs();
  if (selection.ids.length === 0) return null;
  async function change(patch: BulkPatch) {
    const chosen = tasks.filter((task) => selection.ids.includes(task.id));
    try {
      const { items } = await updateTasks(chosen, patch);
      const was = new Map(chosen.map((task) => [task.id, beforeBulk(task, patch)]));
      toastDone(t('bulk.changed', { count: chosen.length }), {
        label: t('common:undo'),
        run: () => void takeBack(items, was),
      });
    } catch (error) {
      toastFailed(error);
    }
  }
  /** Each by itself: what somebody else changed meanwhile stays, and the others go back. */
  async function takeBack(items: readonly TaskItem[], was: ReadonlyMap<string, TaskPatch>) {
    const undone = await Promise.allSettled(
      items.map(async (item) => await updateTask(item, was.get(item.id) ?? {})),
    );
    const failed = undone.find((result) => result.status === 'rejected');
    if (failed !== undefined) toastFailed(failed.reason);
  }
  return (
    <BulkBar
      count={selection.ids.length}
      onChange={(patch) => void change(patch)}
      onClear={selection.clear}
    />
  );
}
