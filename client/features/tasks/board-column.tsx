import { useDroppable } from '@dnd-kit/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import type { MenuItem } from '#client/ui/drop-menu.tsx';
import { ListState } from '#client/ui/list-state.tsx';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import type { Column } from './board-place.ts';
import type { ListedPart } from './listed-tasks.ts';
import { CardsSkeleton } from './board-skeleton.tsx';
import { ColumnMark } from './column-mark.tsx';
import { DraggableCard } from './draggable-card.tsx';
import type { BoardColumns } from './tasks.search.ts';
import { useKeptPlace } from './use-kept-place.ts';
import { useNear } from './use-near.ts';
import classes from './task-board.module.css';

type Props = {
  by: BoardColumns;
  column: Column;
  /** Undefined until it is in sight. */
  part: ListedPart | undefined;
  address: string;
  openId: string | null;
  focusedId: string | null;
  carriedId: string | null;
  /** Where the line is drawn, among the cards that are not carried. */
  dropAt: number | null;
  /** A card is being carried here by keyboard: then the column comes into sight. */
  isShown: boolean;
  onNear: (columnId: string) => void;
  onOpen: (id: string) => void;
  onFocus: (id: string) => void;
  onKeyDown: (event: KeyboardEvent, task: TaskItem) => void;
  movesOf: (task: TaskItem) => MenuItem[];
};

const CARD_PX = 84;
/** So many stand in for cards of which nobody knows how many there are. */
const WAITING = 3;

export function BoardColumn({ by, column, part, address, dropAt, isShown, ...props }: Props) {
  const { openId, focusedId, carriedId, onNear, onOpen, onFocus, onKeyDown, movesOf } = props;
  const t = useText('tasks');
  const scroller = useRef<HTMLDivElement>(null);
  const { setNodeRef } = useDroppable({ id: column.id });
  const tasks = part?.tasks ?? [];
  const kept = tasks.flatMap(({ id }, at) => (id === focusedId || id === carriedId ? [at] : []));
  // oxlint-disable-next-line react/incompatible-library -- it changes itself; nothing here relies on it staying the same
  const virtualizer = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_PX,
    getItemKey: (at) => tasks[at]?.id ?? at,
    overscan: 6,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(startIndex - overscan, 0);
      const last = Math.min(endIndex + overscan, count - 1);
      const drawn = Array.from({ length: last - first + 1 }, (_, at) => first + at);
      return [...new Set([...drawn, ...kept])].toSorted((a, b) => a - b);
    },
  });
  const items = virtualizer.getVirtualItems();
  const isNearEnd = (items.at(-1)?.index ?? 0) >= tasks.length - 1;
  useEffect(() => {
    if (isNearEnd && part?.error === null) part.more();
  }, [isNearEnd, part]);
  useNear(scroller, () => onNear(column.id));
  useKeptPlace(() => scroller.current, address, tasks.length > 0);
  const others = tasks.filter(({ id }) => id !== carriedId);
  const lineBeforeId = dropAt === null ? null : (others[dropAt]?.id ?? 'end');
  const lineIndex =
    lineBeforeId === 'end' ? tasks.length - 1 : tasks.findIndex(({ id }) => id === lineBeforeId);
  useEffect(() => {
    if (lineIndex !== -1) virtualizer.scrollToIndex(lineIndex, { align: 'auto' });
  }, [virtualizer, lineIndex]);
  useEffect(() => {
    if (isShown)
      scroller.current?.parentElement?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [isShown]);
  const query = {
    isPending: part === undefined || part.isPending,
    error: part?.error,
    refetch: () => part?.refetch(),
  };
  return (
    <section
      ref={setNodeRef}
      className={classes.column}
      aria-label={column.title}
      data-column={column.id}
    >
      <h2 className={classes.head}>
        <ColumnMark by={by} column={column} />
        {column.title}
        <span className={classes.count}>{column.count}</span>
      </h2>
      <div ref={scroller} className={classes.cards} data-over={dropAt !== null || undefined}>
        <ListState
          query={query}
          isEmpty={false}
          empty={{ title: t('emptyColumn') }}
          skeleton={<CardsSkeleton count={column.count ?? WAITING} />}
        >
          {tasks.length === 0 && <p className={classes.none}>{t('emptyColumn')}</p>}
          <ul className={classes.list} style={{ height: virtualizer.getTotalSize() }}>
            {items.map(({ index, start, key }) => {
              const task = tasks[index];
              if (task === undefined) return null;
              const at = others.indexOf(task);
              return (
                <li
                  key={key}
                  ref={virtualizer.measureElement}
                  className={classes.place}
                  style={{ transform: `translateY(${start}px)` }}
                  aria-posinset={index + 1}
                  aria-setsize={column.count ?? -1}
                  data-index={index}
                  data-at={at}
                  data-card={task.id}
                  data-dragging={task.id === carriedId || undefined}
                >
                  {lineBeforeId === task.id && <div className={classes.line} />}
                  <DraggableCard
                    task={task}
                    by={by}
                    isOpen={task.id === openId}
                    moves={movesOf(task)}
                    onOpen={() => onOpen(task.id)}
                    onFocus={() => onFocus(task.id)}
                    onKeyDown={(event) => onKeyDown(event, task)}
                  />
                  {lineBeforeId === 'end' && task === others.at(-1) && (
                    <div className={classes.line} data-below />
                  )}
                </li>
              );
            })}
          </ul>
        </ListState>
        {lineBeforeId === 'end' && others.length === 0 && <div className={classes.line} />}
      </div>
    </section>
  );
}
