import { useDroppable } from '@dnd-kit/core';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { Drop } from '#client/ui/drop.tsx';
import { Bar, Skeleton } from '#client/ui/skeleton.tsx';
import { sayFullDay, sayWeekdays } from '#client/ui/say-time.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import { DayChip } from './day-chip.tsx';
import { type ChipActs, DraggableChip } from './draggable-chip.tsx';
import classes from './task-calendar.module.css';

export type Month = {
  days: readonly string[];
  /** `YYYY-MM`: the days of others are greyed. */
  month: string;
  today: string;
  byDay: ReadonlyMap<string, TaskItem[]>;
  isPending: boolean;
  /** Where the one that is carried would go. */
  dropDay: string | null;
  chip: ChipActs;
};

/** So many fit into a day; one more than that would only say that there is one more. */
const LINES = 3;

export function MonthGrid({ days, dropDay, isPending, ...rest }: Month) {
  const t = useText('tasks');
  const locale = useLocale();
  return (
    <section className={classes.grid} aria-label={t('views.calendar')}>
      {sayWeekdays(locale).map((weekday, at) => (
        <span key={weekday} className={classes.weekday} data-sunday={at === 0 || undefined}>
          {weekday}
        </span>
      ))}
      {days.map((day) => (
        <Day key={day} day={day} isDropPlace={day === dropDay} {...rest} />
      ))}
      {isPending && <SoonThere days={days} />}
    </section>
  );
}

function SoonThere({ days }: Pick<Month, 'days'>) {
  return (
    <div className={classes.soon}>
      <Skeleton>
        {days.map((day, index) => (
          <Bar key={day} index={index} />
        ))}
      </Skeleton>
    </div>
  );
}

type DayProps = Omit<Month, 'days' | 'isPending' | 'dropDay'> & {
  day: string;
  isDropPlace: boolean;
};

function Day({ day, month, today, byDay, chip, isDropPlace }: DayProps) {
  const t = useText('tasks');
  const locale = useLocale();
  const { setNodeRef } = useDroppable({ id: day });
  const tasks = byDay.get(day) ?? [];
  const shown = tasks.length > LINES + 1 ? tasks.slice(0, LINES) : tasks;
  const count = tasks.length - shown.length;
  return (
    <section
      ref={setNodeRef}
      aria-label={sayFullDay(day, locale)}
      className={classes.day}
      data-other={!day.startsWith(month) || undefined}
      data-over={isDropPlace || undefined}
    >
      <time
        dateTime={day}
        className={classes.date}
        aria-current={day === today ? 'date' : undefined}
      >
        {Number(day.slice(8))}
      </time>
      {shown.map((task) => (
        <DraggableChip key={task.id} task={task} chip={chip} />
      ))}
      {count > 0 && (
        <Drop
          label={sayFullDay(day, locale)}
          width={300}
          renderButton={(button) => (
            <button type="button" className={classes.more} {...button}>
              {t('calendar.more', { count })}
            </button>
          )}
        >
          {(close) => (
            <div className={classes.all}>
              <strong>{sayFullDay(day, locale)}</strong>
              {tasks.map((task) => (
                <DayChip
                  key={task.id}
                  task={task}
                  isOpen={task.id === chip.openId}
                  onOpen={() => {
                    close();
                    chip.onOpen(task.id);
                  }}
                />
              ))}
            </div>
          )}
        </Drop>
      )}
    </section>
  );
}
