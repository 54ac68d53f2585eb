// A month by due day. A task is put on another day by mouse, touch or keyboard (Space, arrows, Space; Esc leaves it), or
// by the menu of its due date. On a phone: a small month, and the tasks of its days beneath.
import { DndContext, DragOverlay, pointerWithin } from '@dnd-kit/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { useNamedKey } from '#client/ui/hotkeys.ts';
import { Failure } from '#client/ui/failure.tsx';
import { useNarrow } from '#client/ui/use-narrow.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import { seoulDay } from '#server/seoul.schema.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import { calendarDays, filterOfDays, onDay, tasksByDay } from './calendar-days.ts';
import { CalendarHead } from './calendar-head.tsx';
import { DayChip } from './day-chip.tsx';
import { MonthGrid } from './month-grid.tsx';
import { OWN_WORDS } from './own-words.ts';
import { dayOfPlace, SmallMonth } from './small-month.tsx';
import type { TaskFilter } from './tasks.search.ts';
import { useCarrySensors } from './use-carry-sensors.ts';
import { useChipSteps } from './use-chip-steps.ts';
import { useDayCarry } from './use-day-carry.ts';
import { useTaskChange } from './use-task-change.ts';
import { useTaskKeys } from './use-task-keys.tsx';
import { useTaskList } from './use-tasks.ts';

type Props = {
  filter: TaskFilter;
  /** `YYYY-MM`; undefined = the one it is now. */
  month: string | undefined;
  openId: string | null;
  onOpen: (id: string) => void;
  onMonth: (month: string | undefined) => void;
  /** Those without a date are wanted. */
  onNoDue: () => void;
};

const PAGE = 200;

export function TaskCalendar({ month, ...props }: Props) {
  const today = seoulDay(useMinute());
  return <MonthOf {...props} today={today} month={month ?? today.slice(0, 7)} />;
}

type MonthProps = Omit<Props, 'month'> & { month: string; today: string };

function MonthOf({ filter, month, today, openId, onOpen, onMonth, onNoDue }: MonthProps) {
  const t = useText('tasks');
  const days = useMemo(() => calendarDays(month), [month]);
  const asked = useMemo(() => filterOfDays(filter, days), [filter, days]);
  const { query, tasks, hasMore, more } = useTaskList(asked, PAGE);
  useEffect(() => {
    if (hasMore && query.error === null) more();
  });
  const byDay = useMemo(() => tasksByDay(tasks), [tasks]);
  const area = useRef<HTMLDivElement>(null);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const focused = tasks.find(({ id }) => id === focusedId);
  const elementOf = (id: string) =>
    area.current?.querySelector<HTMLElement>(`[data-task="${id}"]`) ?? null;
  const changeTask = useTaskChange();
  const menu = useTaskKeys({ task: focused, elementOf: ({ id }) => elementOf(id), onOpen });
  useChipSteps(area);
  useNamedKey({ keys: 'space', label: t('keys.carry'), group: t('title') });
  const carry = useDayCarry({ days, onDrop: (task, day) => changeTask(task, onDay(task, day)) });
  const { carried } = carry;
  // Drawn anew on its other day, it keeps the focus.
  useEffect(() => {
    if (focusedId !== null && document.activeElement === document.body)
      elementOf(focusedId)?.focus({ preventScroll: true });
  });
  const sensors = useCarrySensors();
  const chip = {
    openId,
    carriedId: carried?.task.id ?? null,
    onOpen,
    onFocus: setFocusedId,
    onKeyDown: (event: KeyboardEvent, task: TaskItem) => {
      if (event.altKey || event.metaKey || event.ctrlKey || !carry.onKey(event, task)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  const isNarrow = useNarrow();
  const { isPending } = query;
  const shared = { days, month, today, byDay, isPending, chip, dropDay: carried?.day ?? null };
  return (
    <div ref={area}>
      <CalendarHead
        month={month}
        isNow={month === today.slice(0, 7)}
        filter={filter}
        onMonth={onMonth}
        onNoDue={onNoDue}
      />
      {query.error !== null && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      <DndContext
        sensors={sensors}
        accessibility={OWN_WORDS}
        collisionDetection={pointerWithin}
        onDragStart={({ active }) => {
          const task = tasks.find(({ id }) => id === active.id);
          if (task !== undefined) carry.pick(task, false);
        }}
        onDragOver={({ over }) => over !== null && carry.hover(dayOfPlace(over.id))}
        onDragEnd={({ over }) => (over === null ? carry.cancel() : carry.drop())}
        onDragCancel={carry.cancel}
      >
        {isNarrow ? <SmallMonth key={month} {...shared} /> : <MonthGrid {...shared} />}
        <DragOverlay dropAnimation={null}>
          {carried?.isByKeys === false && <DayChip task={carried.task} isLifted />}
        </DragOverlay>
      </DndContext>
      <output aria-live="assertive">
        <VisuallyHidden>{carry.said}</VisuallyHidden>
      </output>
      {menu}
    </div>
  );
}
