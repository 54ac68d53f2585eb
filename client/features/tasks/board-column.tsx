import { useDroppable } from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useText } from '#client/i18n/use-text.ts';
import { ListState } from '#client/ui/list-state.tsx';
import type { TaskItem, TaskStatus } from '#server/tasks/tasks.schema.ts';
import { LoadMore } from './load-more.tsx';
import { StatusDot } from './status-dot.tsx';
import { TaskCard } from './task-card.tsx';
import type { useTaskList } from './use-tasks.ts';
import classes from './task-board.module.css';

type Props = {
  status: TaskStatus;
  list: ReturnType<typeof useTaskList>;
  openId: string | null;
  /** The card above which the line is drawn; `end` = below the last. */
  dropBeforeId: string | null;
  onOpen: (id: string) => void;
  onMove: (task: TaskItem, to: TaskStatus) => void;
};

export function BoardColumn({ status, list, openId, dropBeforeId, onOpen, onMove }: Props) {
  const t = useText('tasks');
  const { setNodeRef } = useDroppable({ id: status });
  const { tasks, query, hasMore, more } = list;
  return (
    <section className={classes.column} aria-label={t(`statuses.${status}`)}>
      <h2 className={classes.head}>
        <StatusDot status={status} />
        {t(`statuses.${status}`)}
        <span className={classes.count}>{hasMore ? `${tasks.length}+` : tasks.length}</span>
      </h2>
      <div ref={setNodeRef} className={classes.cards}>
        <ListState query={query} isEmpty={tasks.length === 0} empty={{ title: t('emptyColumn') }}>
          <SortableContext items={tasks.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
            <ul className={classes.list}>
              {tasks.map((task) => (
                <SortableCard
                  key={task.id}
                  task={task}
                  isOpen={task.id === openId}
                  isDropPlace={dropBeforeId === task.id}
                  onOpen={() => onOpen(task.id)}
                  onMove={(to) => onMove(task, to)}
                />
              ))}
            </ul>
          </SortableContext>
        </ListState>
        {dropBeforeId === 'end' && <div className={classes.line} />}
        {hasMore && <LoadMore onReach={more} />}
      </div>
    </section>
  );
}

type CardProps = {
  task: TaskItem;
  isOpen: boolean;
  isDropPlace: boolean;
  onOpen: () => void;
  onMove: (to: TaskStatus) => void;
};

function SortableCard({ task, isOpen, isDropPlace, onOpen, onMove }: CardProps) {
  const { setNodeRef, listeners, attributes, isDragging } = useSortable({ id: task.id });
  return (
    <li ref={setNodeRef} className={classes.place} data-dragging={isDragging || undefined}>
      {isDropPlace && !isDragging && <div className={classes.line} />}
      <TaskCard
        task={task}
        isOpen={isOpen}
        grip={{ ...attributes, ...listeners }}
        onOpen={onOpen}
        onMove={onMove}
      />
    </li>
  );
}
