import { ListTodo } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { useHotkey } from '#client/ui/hotkeys.ts';
import { ListState } from '#client/ui/list-state.tsx';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { BulkPatch } from '#server/tasks/tasks.bulk.schema.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import { BulkBar } from './bulk-bar.tsx';
import { LoadMore } from './load-more.tsx';
import { TaskRow } from './task-row.tsx';
import type { TaskFilter } from './tasks.search.ts';
import { type Selection, useSelection } from './use-selection.ts';
import { useTaskActs } from './use-task-acts.ts';
import { useTaskList } from './use-tasks.ts';
import classes from './task-list.module.css';

type Props = {
  filter: TaskFilter;
  openId: string | null;
  onOpen: (id: string) => void;
  onClear: () => void;
};

export function TaskList({ filter, openId, onOpen, onClear }: Props) {
  const t = useText('tasks');
  const { query, tasks, hasMore, more } = useTaskList(filter);
  const { updateTask, updateTasks } = useTaskActs();
  const list = useRef<HTMLUListElement>(null);
  const selection = useSelection(tasks.map((task) => task.id));
  const focusedId = useTaskKeys({ tasks, list, onOpen, selection });
  const isFiltered = Object.keys(filter).some((name) => name !== 'sort');
  function toggle(task: TaskItem) {
    updateTask(task, { status: task.status === 'done' ? 'todo' : 'done' }).catch(toastFailed);
  }
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
    <ListState
      query={query}
      isEmpty={tasks.length === 0}
      empty={
        isFiltered
          ? {
              icon: ListTodo,
              title: t('emptyFiltered'),
              action: (
                <button type="button" className={classes.clear} onClick={onClear}>
                  {t('clearFilters')}
                </button>
              ),
            }
          : { icon: ListTodo, title: t('empty'), text: t('emptyText') }
      }
    >
      <ul ref={list} className={classes.list} aria-label={t('title')}>
        {tasks.map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            isOpen={task.id === openId}
            isFocused={task.id === focusedId}
            isChosen={selection.ids.includes(task.id)}
            isChoosing={selection.ids.length > 0}
            onChoose={(isRange) => selection.toggle(task.id, isRange)}
            onOpen={() => onOpen(task.id)}
            onToggle={() => toggle(task)}
          />
        ))}
      </ul>
      {hasMore && <LoadMore onReach={more} />}
      {selection.ids.length > 0 && (
        <BulkBar
          count={selection.ids.length}
          onChange={(patch) => void change(patch)}
          onClear={selection.clear}
        />
      )}
    </ListState>
  );
}

type Keys = {
  tasks: TaskItem[];
  list: { current: HTMLElement | null };
  onOpen: (id: string) => void;
  selection: Selection;
};

/** J and K walk through the list; the task that has the focus is the one the other keys are for. */
function useTaskKeys({ tasks, list, onOpen, selection }: Keys): string | null {
  const t = useText('tasks');
  const viewer = useViewer();
  const { updateTask } = useTaskActs();
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const at = tasks.findIndex((task) => task.id === focusedId);
  const focused = tasks[at];
  useEffect(() => {
    if (focusedId !== null)
      list.current?.querySelector<HTMLElement>(`[data-task="${focusedId}"]`)?.focus();
  }, [focusedId, list]);
  const go = (to: number) =>
    setFocusedId(tasks[Math.min(Math.max(to, 0), tasks.length - 1)]?.id ?? null);
  const group = t('title');
  useHotkey({ keys: 'j', label: t('keys.next'), group }, () => go(at + 1));
  useHotkey({ keys: 'k', label: t('keys.previous'), group }, () => go(at - 1));
  useHotkey({ keys: 'o', label: t('keys.open'), group }, () => focused && onOpen(focused.id));
  useHotkey({ keys: 'x', label: t('keys.choose'), group }, () => {
    if (focused !== undefined) selection.toggle(focused.id);
  });
  useHotkey(
    { keys: 'escape', label: t('bulk.clear'), group },
    selection.clear,
    selection.ids.length > 0,
  );
  useHotkey({ keys: 'd', label: t('keys.done'), group }, () => {
    if (focused !== undefined)
      updateTask(focused, { status: focused.status === 'done' ? 'todo' : 'done' }).catch(
        toastFailed,
      );
  });
  useHotkey({ keys: 'i', label: t('keys.mine'), group }, () => {
    if (focused !== undefined) updateTask(focused, { assigneeId: viewer.id }).catch(toastFailed);
  });
  return focusedId;
}
