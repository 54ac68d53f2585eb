// Columns by status or by person. A card is moved by mouse, touch or keyboard (Space, arrows, Space; Esc leaves it where
// it was), or by its menu.
import { DndContext, DragOverlay, pointerWithin } from '@dnd-kit/core';
import {
  type KeyboardEvent,
  useCallback,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { useHotkey, useNamedKey } from '#client/ui/hotkeys.ts';
import { ListState } from '#client/ui/list-state.tsx';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import { BoardColumn } from './board-column.tsx';
import { BoardPart } from './board-part.tsx';
import { BoardSkeleton } from './board-skeleton.tsx';
import { placeUnder, type Target } from './board-place.ts';
import { besideOnBoard } from './board-steps.ts';
import { ListedTasks } from './listed-tasks.ts';
import { OWN_WORDS } from './own-words.ts';
import { TaskCard } from './task-card.tsx';
import type { BoardColumns, TaskFilter } from './tasks.search.ts';
import { useBoardColumns } from './use-board-columns.ts';
import { useCardMove } from './use-card-move.ts';
import { useCarrySensors } from './use-carry-sensors.ts';
import { useCarry } from './use-carry.ts';
import { useTaskKeys } from './use-task-keys.tsx';
import { useWantedFocus } from './use-wanted-focus.ts';
import classes from './task-board.module.css';

type Props = {
  filter: TaskFilter;
  by: BoardColumns;
  openId: string | null;
  onOpen: (id: string) => void;
};

const NARROWEST_COLUMN_PX = 240;

export function TaskBoard({ filter: { sort: _sort, ...filter }, by, openId, onOpen }: Props) {
  const t = useText('tasks');
  const board = useRef<HTMLDivElement>(null);
  const question = JSON.stringify(filter);
  const asked = useMemo(() => withoutOwn(JSON.parse(question) as TaskFilter, by), [question, by]);
  const { query, columns } = useBoardColumns(asked, by);
  const [listed] = useState(() => new ListedTasks());
  const parts = useSyncExternalStore(listed.subscribe, listed.snapshot);
  const [near, setNear] = useState<ReadonlySet<string>>(new Set());
  const [inSight] = useState(() => Math.ceil(window.innerWidth / NARROWEST_COLUMN_PX));
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const moveCard = useCardMove(by);
  const tasksOf = (columnId: string) => parts.get(columnId)?.tasks ?? [];
  const everything = columns.flatMap(({ id }) => tasksOf(id));
  const focused = everything.find(({ id }) => id === focusedId);
  const elementOf = (id: string) =>
    board.current?.querySelector<HTMLElement>(`[data-task="${id}"]`) ?? null;

  function move(task: TaskItem, { columnId, at }: Target) {
    const column = columns.find(({ id }) => id === columnId);
    if (column !== undefined) moveCard(task, { column, at, tasks: tasksOf(columnId) });
  }
  const wanted = useWantedFocus(elementOf);
  const carry = useCarry({
    columns,
    tasksOf,
    onDrop: (task, target) => {
      move(task, target);
      wanted.set(task.id);
    },
  });
  const { carried } = carry;
  const group = t('title');
  const menu = useTaskKeys({ task: focused, elementOf: ({ id }) => elementOf(id), onOpen });
  const go = (way: Parameters<typeof besideOnBoard>[1]) => {
    const lists = columns.map(({ id }) => tasksOf(id));
    const next = besideOnBoard(lists, way, focusedId);
    if (next === null) return;
    setFocusedId(next);
    wanted.set(next);
  };
  useHotkey({ keys: 'j', label: t('keys.next'), group }, () => go('down'));
  useHotkey({ keys: 'k', label: t('keys.previous'), group }, () => go('up'));
  useNamedKey({ keys: 'space', label: t('keys.carry'), group });
  function onKeyDown(event: KeyboardEvent, task: TaskItem) {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const way = (
      { ArrowDown: 'down', ArrowUp: 'up', ArrowLeft: 'left', ArrowRight: 'right' } as const
    )[event.key];
    if (!carry.onKey(event, task)) {
      if (way === undefined) return;
      go(way);
    }
    event.preventDefault();
    event.stopPropagation();
  }
  const sensors = useCarrySensors();
  const pointer = useRef({ y: 0 });
  function over(overId: unknown) {
    const column = columns.find(({ id }) => id === overId);
    const element = column && board.current?.querySelector(`[data-column="${column.id}"]`);
    if (!column || !element || carried === null) return;
    const at = placeUnder(element, pointer.current.y, carried.task.id);
    carry.hover({ columnId: column.id, at });
  }
  const come = useCallback(
    (id: string) => setNear((known) => (known.has(id) ? known : new Set([...known, id]))),
    [],
  );
  return (
    <ListState
      query={query}
      isEmpty={false}
      empty={{ title: t('empty') }}
      skeleton={<BoardSkeleton by={by} />}
    >
      <DndContext
        sensors={sensors}
        accessibility={OWN_WORDS}
        collisionDetection={(given) => {
          pointer.current.y = given.pointerCoordinates?.y ?? 0;
          return pointerWithin(given);
        }}
        onDragStart={({ active }) => {
          const task = everything.find(({ id }) => id === active.id);
          if (task !== undefined) carry.pick(task, false);
        }}
        onDragMove={(event) => over(event.over?.id)}
        onDragOver={(event) => over(event.over?.id)}
        onDragEnd={(event) => (event.over === null ? carry.cancel() : carry.drop())}
        onDragCancel={carry.cancel}
      >
        <div ref={board} className={classes.board} data-by={by}>
          {columns.map((column) => (
            <BoardColumn
              key={column.id}
              by={by}
              column={column}
              part={parts.get(column.id)}
              address={`${column.id} ${question}`}
              openId={openId}
              focusedId={focusedId}
              carriedId={carried?.task.id ?? null}
              dropAt={carried?.target.columnId === column.id ? carried.target.at : null}
              isShown={carried?.isByKeys === true && carried.target.columnId === column.id}
              onNear={come}
              onOpen={onOpen}
              onFocus={setFocusedId}
              onKeyDown={onKeyDown}
              movesOf={(task) =>
                columns
                  .filter(({ id }) => id !== column.id)
                  .map(({ id, title }) => ({
                    label: title,
                    onSelect: () => move(task, { columnId: id, at: 0 }),
                  }))
              }
            />
          ))}
        </div>
        <DragOverlay dropAnimation={null}>
          {carried?.isByKeys === false && <TaskCard task={carried.task} by={by} isLifted />}
        </DragOverlay>
      </DndContext>
      {columns
        .filter(({ id }, at) => at < inSight || near.has(id))
        .map(({ id, key }) => (
          <BoardPart key={id} id={id} by={by} of={key} filter={asked} listed={listed} />
        ))}
      <output aria-live="assertive">
        <VisuallyHidden>{carry.said}</VisuallyHidden>
      </output>
      {menu}
    </ListState>
  );
}

/** What the columns stand for is not asked twice. */
function withoutOwn({ status, ...filter }: TaskFilter, by: BoardColumns): TaskFilter {
  return by === 'status' || status === undefined ? filter : { ...filter, status };
}
