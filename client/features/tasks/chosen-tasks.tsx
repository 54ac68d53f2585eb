import { useText } from '#client/i18n/use-text.ts';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import type { BulkPatch } from '#server/tasks/tasks.bulk.schema.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import { BulkBar } from './bulk-bar.tsx';
import type { Selection } from './use-selection.ts';
import { useTaskActs } from './use-task-acts.ts';

type Props = { tasks: readonly TaskItem[]; selection: Selection };

/** The bar at the foot, while some are chosen. */
export function ChosenTasks({ tasks, selection }: Props) {
  const t = useText('tasks');
  const { updateTasks } = useTaskActs();
  if (selection.ids.length === 0) return null;
  async function change(patch: BulkPatch) {
    const chosen = tasks.filter((task) => selection.ids.includes(task.id));
    try {
      await updateTasks(chosen, patch);
      toastDone(t('bulk.changed', { count: chosen.length }));
    } catch (error) {
      toastFailed(error);
    }
  }
  return (
    <BulkBar
      count={selection.ids.length}
      onChange={(patch) => void change(patch)}
      onClear={selection.clear}
    />
  );
}
