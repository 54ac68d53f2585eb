// Columns by status. A card is moved by mouse, touch or keyboard (Space, arrows, Space; Esc puts it back), or by its menu.
import {
  type Announcements,
  closestCorners,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragOverEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { toastFailed } from '#client/ui/toasts.ts';
import { TASK_STATUSES, type TaskItem, type TaskStatus } from '#server/tasks/tasks.schema.ts';
import { BoardColumn } from './board-column.tsx';
import { placeAt } from './board-place.ts';
import { TaskCard } from './task-card.tsx';
import type { TaskFilter } from './tasks.search.ts';
import { useTaskActs } from './use-task-acts.ts';
import { useTaskList } from './use-tasks.ts';
import classes from './task-board.module.css';

type Props = { filter: TaskFilter; openId: string | null; onOpen: (id: string) => void };
type Hover = { status: TaskStatus; overId: string | null };

/** A press shorter than this opens the card. */
const DRAG_AFTER_PX = 6;

export function TaskBoard({ filter, openId, onOpen }: Props) {
  const columns = useColumns(filter);
  const { moveTask } = useTaskActs();
  const [picked, setPicked] = useState<TaskItem | null>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DRAG_AFTER_PX } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: sortableKeyboardCoordinates,
      keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] },
    }),
  );
  const find = (id: string) =>
    TASK_STATUSES.flatMap((status) => columns[status].tasks).find((task) => task.id === id);

  function move(task: TaskItem, status: TaskStatus, overId: string | null) {
    const place = placeAt(task, { status, overId, tasks: columns[status].tasks });
    if (place !== null) moveTask(task, place).catch(toastFailed);
  }
  function drop({ active, over }: DragEndEvent) {
    setPicked(null);
    setHover(null);
    const task = find(String(active.id));
    const target = hoverOf(over?.id, find);
    if (task !== undefined && target !== null) move(task, target.status, target.overId);
  }
  function cancel() {
    setPicked(null);
    setHover(null);
  }
  const announcements = useAnnouncements(find, columns);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCorners}
      accessibility={{ announcements }}
      onDragStart={({ active }) => setPicked(find(String(active.id)) ?? null)}
      onDragOver={({ over }: DragOverEvent) => setHover(hoverOf(over?.id, find))}
      onDragEnd={drop}
      onDragCancel={cancel}
    >
      <div className={classes.board}>
        {TASK_STATUSES.map((status) => (
          <BoardColumn
            key={status}
            status={status}
            list={columns[status]}
            openId={openId}
            dropBeforeId={
              hover?.status === status && picked !== null ? (hover.overId ?? 'end') : null
            }
            onOpen={onOpen}
            onMove={(task, to) => move(task, to, null)}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {picked !== null && <TaskCard task={picked} isLifted />}
      </DragOverlay>
    </DndContext>
  );
}

function useColumns(filter: TaskFilter): Record<TaskStatus, ReturnType<typeof useTaskList>> {
  const { sort: _sort, status: _status, ...rest } = filter;
  return {
    todo: useTaskList({ ...rest, status: ['todo'] }),
    doing: useTaskList({ ...rest, status: ['doing'] }),
    done: useTaskList({ ...rest, status: ['done'] }),
  };
}

/** What is under the card: another card, or a column. */
function hoverOf(id: unknown, find: (id: string) => TaskItem | undefined): Hover | null {
  const status = TASK_STATUSES.find((one) => one === id);
  if (status !== undefined) return { status, overId: null };
  const task = typeof id === 'string' ? find(id) : undefined;
  return task === undefined ? null : { status: task.status, overId: task.id };
}

function useAnnouncements(
  find: (id: string) => TaskItem | undefined,
  columns: Record<TaskStatus, { tasks: TaskItem[] }>,
): Announcements {
  const t = useText('tasks');
  const where = (activeId: unknown, overId: unknown) => {
    const task = find(String(activeId));
    const target = hoverOf(overId, find);
    if (task === undefined || target === null) return undefined;
    const tasks = columns[target.status].tasks;
    const place =
      target.overId === null
        ? tasks.length + 1
        : tasks.findIndex(({ id }) => id === target.overId) + 1;
    return t('moved', { title: task.title, status: t(`statuses.${target.status}`), place });
  };
  return {
    onDragStart: ({ active }) => t('picked', { title: find(String(active.id))?.title ?? '' }),
    onDragOver: ({ active, over }) => where(active.id, over?.id),
    onDragEnd: ({ active, over }) => where(active.id, over?.id),
    onDragCancel: () => t('putBack'),
  };
}
