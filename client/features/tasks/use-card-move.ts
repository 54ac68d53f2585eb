// Moving a card, however it was carried. One that came to another column is said in a toast that puts it back where it
// was; a new place in the same column speaks for itself.
import { useText } from '#client/i18n/use-text.ts';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import { type Column, columnKeyOf, placeAt, placeBack } from './board-place.ts';
import type { BoardColumns } from './tasks.search.ts';
import { useTaskActs } from './use-task-acts.ts';

type Into = { column: Column; at: number; tasks: readonly TaskItem[] };

export function useCardMove(by: BoardColumns): (task: TaskItem, into: Into) => void {
  const t = useText('tasks');
  const { moveTask } = useTaskActs();
  async function move(task: TaskItem, into: Into) {
    const { column } = into;
    const place = placeAt(task, { by, ...into });
    if (place === null) return;
    try {
      const { item } = await moveTask(task, place);
      if (column.key === columnKeyOf(task, by)) return;
      toastDone(t('movedTo', { title: task.title, column: column.title }), {
        label: t('common:undo'),
        run: () => void moveTask(item, placeBack(task, by, item.version)).catch(toastFailed),
      });
    } catch (error) {
      toastFailed(error);
    }
  }
  return (task, into) => void move(task, into);
}
