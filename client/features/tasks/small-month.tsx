import { useDroppable } from '@dnd-kit/core';
import { useState } from 'react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { sayFullDay, sayWeekdays } from '#client/ui/say-time.ts';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import { listedDays } from './calendar-days.ts';
import { DraggableChip } from './draggable-chip.tsx';
import type { Month } from './month-grid.tsx';
import classes from './task-calendar.module.css';

/** A small month, and the tasks of its days beneath, from the chosen day on. Both take what is carried to a day. */
export function SmallMonth({ days, month, today, byDay, isPending, dropDay, chip }: Month) {
  const locale = useLocale();
  const [chosen, setChosen] = useState(today.startsWith(month) ? today : `${month}-01`);
  const listed = isPending ? [] : listedDays(days, byDay, chosen);
  return (
    <>
      <div className={classes.small} data-carrying={dropDay !== null || undefined}>
        {sayWeekdays(locale).map((weekday, at) => (
          <span key={weekday} className={classes.weekday} data-sunday={at === 0 || undefined}>
            {weekday}
          </span>
        ))}
        {days.map((day) => (
          <SmallDay
            key={day}
            day={day}
            count={byDay.get(day)?.length ?? 0}
            isChosen={day === chosen}
            isToday={day === today}
            isOther={!day.startsWith(month)}
            isDropPlace={day === dropDay}
            onChoose={() => setChosen(day)}
          />
        ))}
      </div>
      {isPending && <RowsSkeleton rows={4} />}
      {listed.map((day) => (
        <ListedDay key={day} day={day} tasks={byDay.get(day) ?? []} chip={chip} />
      ))}
    </>
  );
}

type SmallDayProps = {
  day: string;
  count: number;
  isChosen: boolean;
  isToday: boolean;
  isOther: boolean;
  isDropPlace: boolean;
  onChoose: () => void;
};

function SmallDay({ day, count, onChoose, ...is }: SmallDayProps) {
  const t = useText('tasks');
  const locale = useLocale();
  const { setNodeRef } = useDroppable({ id: day });
  return (
    <button
      ref={setNodeRef}
      type="button"
      className={classes.smallDay}
      aria-pressed={is.isChosen}
      aria-current={is.isToday ? 'date' : undefined}
      data-other={is.isOther || undefined}
      data-some={count > 0 || undefined}
      data-over={is.isDropPlace || undefined}
      onClick={onChoose}
    >
      {Number(day.slice(8))}
      <VisuallyHidden>{` ${sayFullDay(day, locale)} ${t('calendar.count', { count })}`}</VisuallyHidden>
    </button>
  );
}

type ListedDayProps = Pick<Month, 'chip'> & { day: string; tasks: readonly TaskItem[] };

function ListedDay({ day, tasks, chip }: ListedDayProps) {
  const t = useText('tasks');
  const locale = useLocale();
  const { setNodeRef } = useDroppable({ id: `${LISTED}${day}` });
  return (
    <section ref={setNodeRef} className={classes.listed} aria-label={sayFullDay(day, locale)}>
      <h3>{sayFullDay(day, locale)}</h3>
      {tasks.map((task) => (
        <DraggableChip key={task.id} task={task} chip={chip} />
      ))}
      {tasks.length === 0 && <p className={classes.nothing}>{t('calendar.nothing')}</p>}
    </section>
  );
}

/** A day may be there twice: in the month and beneath it. */
const LISTED = 'listed ';

export function dayOfPlace(id: string | number): string {
  return String(id).replace(LISTED, '');
}
