// A card on its way: picked up, the line that shows where it would go, and what is said of it. By keyboard the card stays
// where it is until it is put down, and Esc leaves it there.
import { type KeyboardEvent, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import type { Column, Target } from './board-place.ts';

type Carried = { task: TaskItem; target: Target; isByKeys: boolean };

type Board = {
  columns: readonly Column[];
  tasksOf: (columnId: string) => readonly TaskItem[];
  onDrop: (task: TaskItem, target: Target) => void;
};

export function useCarry({ columns, tasksOf, onDrop }: Board) {
  const t = useText('tasks');
  const [carried, setCarried] = useState<Carried | null>(null);
  const [said, setSaid] = useState('');
  const sayPlace = (task: TaskItem, { columnId, at }: Target) => {
    const column = columns.find(({ id }) => id === columnId);
    setSaid(t('moved', { title: task.title, column: column?.title ?? '', place: at + 1 }));
  };
  function pick(task: TaskItem, isByKeys: boolean) {
    const column = columns.find(({ id }) => tasksOf(id).some((other) => other.id === task.id));
    if (column === undefined) return;
    const at = tasksOf(column.id).findIndex(({ id }) => id === task.id);
    setCarried({ task, isByKeys, target: { columnId: column.id, at } });
    setSaid(t('picked', { title: task.title }));
  }
  function hover(target: Target) {
    if (carried === null) return;
    const { columnId, at } = carried.target;
    if (columnId === target.columnId && at === target.at) return;
    setCarried({ ...carried, target });
    sayPlace(carried.task, target);
  }
  function drop() {
    if (carried === null) return;
    setCarried(null);
    sayPlace(carried.task, carried.target);
    onDrop(carried.task, carried.target);
  }
  function cancel() {
    if (carried === null) return;
    setCarried(null);
    setSaid(t('putBack'));
  }
  function step(by: { x?: number; y?: number }) {
    if (carried === null) return;
    const { columnId, at } = carried.target;
    const from = columns.findIndex(({ id }) => id === columnId);
    const column = columns[Math.min(Math.max(from + (by.x ?? 0), 0), columns.length - 1)];
    if (column === undefined) return;
    const others = tasksOf(column.id).filter(({ id }) => id !== carried.task.id);
    const wanted = Math.min(at, others.length) + (by.y ?? 0);
    hover({ columnId: column.id, at: Math.min(Math.max(wanted, 0), others.length) });
  }
  /** True when the key was for the card that is carried. */
  function onKey(event: KeyboardEvent, task: TaskItem): boolean {
    if (carried?.isByKeys !== true) {
      if (event.key !== ' ') return false;
      pick(task, true);
      return true;
    }
    const act = {
      ArrowUp: () => step({ y: -1 }),
      ArrowDown: () => step({ y: 1 }),
      ArrowLeft: () => step({ x: -1 }),
      ArrowRight: () => step({ x: 1 }),
      ' ': drop,
      Enter: drop,
      Escape: cancel,
      Tab: cancel,
    }[event.key];
    act?.();
    return event.key !== 'Tab';
  }
  return { carried, said, pick, hover, drop, cancel, onKey };
}
