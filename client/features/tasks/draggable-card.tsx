import { useDraggable } from '@dnd-kit/core';
import type { KeyboardEvent } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import type { MenuItem } from '#client/ui/drop-menu.tsx';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import { TaskCard } from './task-card.tsx';
import type { BoardColumns } from './tasks.search.ts';

type Props = {
  task: TaskItem;
  by: BoardColumns;
  isOpen: boolean;
  moves: MenuItem[];
  onOpen: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

export function DraggableCard({ task, onKeyDown, ...card }: Props) {
  const t = useText('tasks');
  const { setNodeRef, listeners } = useDraggable({ id: task.id });
  return (
    <div ref={setNodeRef}>
      <TaskCard
        task={task}
        grip={{ ...listeners, onKeyDown, 'aria-roledescription': t('card') }}
        {...card}
      />
    </div>
  );
}
