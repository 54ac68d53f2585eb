import { useDraggable } from '@dnd-kit/core';
import type { KeyboardEvent } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import { DayChip } from './day-chip.tsx';

export type ChipActs = {
  openId: string | null;
  carriedId: string | null;
  onOpen: (id: string) => void;
  onFocus: (id: string) => void;
  onKeyDown: (event: KeyboardEvent, task: TaskItem) => void;
};

export function DraggableChip({ task, chip }: { task: TaskItem; chip: ChipActs }) {
  const t = useText('tasks');
  const { setNodeRef, listeners } = useDraggable({ id: task.id });
  return (
    <div ref={setNodeRef}>
      <DayChip
        task={task}
        isOpen={task.id === chip.openId}
        isLeft={task.id === chip.carriedId}
        grip={{
          ...listeners,
          onKeyDown: (event) => chip.onKeyDown(event, task),
          'aria-roledescription': t('card'),
        }}
        onOpen={() => chip.onOpen(task.id)}
        onFocus={() => chip.onFocus(task.id)}
      />
    </div>
  );
}
