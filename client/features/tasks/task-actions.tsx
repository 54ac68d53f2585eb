import { Copy, Eye, EyeOff, Trash2 } from 'lucide-react';
import { RemindButton } from '#client/features/reminders/remind-button.tsx';
import { useText } from '#client/i18n/use-text.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { taskAbilities } from '#server/tasks/tasks.policy.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import { useTaskActs } from './use-task-acts.ts';
import classes from './task-detail.module.css';

type Props = { task: TaskItem; onRemoved: () => void; onOpen: (id: string) => void };

/** What one can do with a whole task. */
export function TaskActions({ task, onRemoved, onOpen }: Props) {
  const t = useText('tasks');
  const tOfOne = useText('task');
  const viewer = useViewer();
  const { updateTask, duplicateTask, removeTask, restoreTask } = useTaskActs();
  const isWatching = task.watcherIds.includes(viewer.id);
  const others = task.watcherIds.filter((id) => id !== viewer.id);
  function watch() {
    updateTask(task, { watcherIds: isWatching ? others : [...others, viewer.id] }).catch(
      toastFailed,
    );
  }
  async function duplicate() {
    try {
      const { item } = await duplicateTask(task);
      toastDone(tOfOne('duplicated', { title: task.title }), {
        label: t('common:open'),
        run: () => onOpen(item.id),
      });
    } catch (error) {
      toastFailed(error);
    }
  }
  async function remove() {
    onRemoved();
    try {
      await removeTask(task);
      toastDone(t('removed', { title: task.title }), {
        label: t('common:undo'),
        run: () => void restoreTask(task).catch(toastFailed),
      });
    } catch (error) {
      toastFailed(error);
    }
  }
  return (
    <div className={classes.actions}>
      <RemindButton subject={{ kind: 'task', id: task.id }} title={task.title} />
      <IconButton
        icon={isWatching ? EyeOff : Eye}
        label={isWatching ? t('unwatch') : t('watch')}
        isPressed={isWatching}
        onClick={watch}
        variant="subtle"
      />
      <IconButton
        icon={Copy}
        label={tOfOne('duplicate')}
        onClick={() => void duplicate()}
        variant="subtle"
      />
      {taskAbilities(viewer, task).remove && (
        <IconButton
          icon={Trash2}
          label={t('remove')}
          onClick={() => void remove()}
          variant="subtle"
        />
      )}
    </div>
  );
}
