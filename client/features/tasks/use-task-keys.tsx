// Single keys for the task that has the focus, the same in the list and on the board.
import { type ReactNode, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { useHotkey } from '#client/ui/hotkeys.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import { type KeyMenuField, TaskKeyMenu } from './task-key-menu.tsx';
import { useTaskChange } from './use-task-change.ts';

type Keys = {
  /** The one that has the focus. */
  task: TaskItem | undefined;
  /** Where it is drawn; undefined when it is not. */
  elementOf: (task: TaskItem) => HTMLElement | null | undefined;
  onOpen: (id: string) => void;
};

type OpenMenu = { field: KeyMenuField; task: TaskItem; anchor: HTMLElement };

/** Returns the menu that a key opened. */
export function useTaskKeys({ task, elementOf, onOpen }: Keys): ReactNode {
  const t = useText('tasks');
  const viewer = useViewer();
  const changeTask = useTaskChange();
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const group = t('title');
  const ask = (field: KeyMenuField) => () => {
    const anchor = task === undefined ? null : elementOf(task);
    if (task !== undefined && anchor) setMenu({ field, task, anchor });
  };
  const open = () => task && onOpen(task.id);
  useHotkey({ keys: 'e', label: t('keys.open'), group }, open);
  useHotkey({ keys: 'o', label: t('keys.open'), group }, open);
  useHotkey({ keys: 's', label: t('keys.status'), group }, ask('status'));
  useHotkey({ keys: 'p', label: t('keys.priority'), group }, ask('priority'));
  useHotkey({ keys: 'a', label: t('keys.assignee'), group }, ask('assignee'));
  useHotkey({ keys: 't', label: t('keys.due'), group }, ask('due'));
  useHotkey({ keys: 'i', label: t('keys.mine'), group }, () => {
    if (task !== undefined && task.assigneeId !== viewer.id)
      changeTask(task, { assigneeId: viewer.id });
  });
  useHotkey({ keys: 'd', label: t('keys.done'), group }, () => {
    if (task !== undefined) changeTask(task, { status: task.status === 'done' ? 'todo' : 'done' });
  });
  if (menu === null) return null;
  return (
    <TaskKeyMenu
      {...menu}
      onChange={(patch) => changeTask(menu.task, patch)}
      onClose={() => setMenu(null)}
    />
  );
}
