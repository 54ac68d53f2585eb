import { useState } from 'react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { sayFullDay, sayWeekdays } from '#client/ui/say-time.ts';
import { listedDays } from './calendar-days.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import { DayChip } from './day-chip.tsx';
import type { Month } from './month-grid.tsx';
import classes from './task-calendar.module.css';

/** A small month, and the tasks of its days beneath, from the chosen day on. */
export function SmallMonth({ days, month, today, byDay, chip }: Month) {
  const t = useText('tasks');
  const locale = useLocale();
  const [chosen, setChosen] = useState(today.startsWith(month) ? today : `${month}-01`);
  const listed = listedDays(days, byDay, chosen);
  return (
    <>
      <div className={classes.small}>
        {sayWeekdays(locale).map((weekday, at) => (
          <span key={weekday} className={classes.weekday} data-sunday={at === 0 || undefined}>
            {weekday}
          </span>
        ))}
        {days.map((day) => (
          <button
            key={day}
            type="button"
            className={classes.smallDay}
            aria-pressed={day === chosen}
            aria-current={day === today ? 'date' : undefined}
            data-other={!day.startsWith(month) || undefined}
            data-some={byDay.has(day) || undefined}
            onClick={() => setChosen(day)}
          >
            {Number(day.slice(8))}
            <VisuallyHidden>
              {` ${sayFullDay(day, locale)} ${t('calendar.count', { count: byDay.get(day)?.length ?? 0 })}`}
            </VisuallyHidden>
          </button>
        ))}
      </div>
      {listed.map((day) => (
        <section key={day} className={classes.listed} aria-label={sayFullDay(day, locale)}>
          <h3>{sayFullDay(day, locale)}</h3>
          {byDay
            .get(day)
            ?.map((task) => (
              <DayChip
                key={task.id}
                task={task}
                isOpen={task.id === chip.openId}
                onOpen={() => chip.onOpen(task.id)}
                onFocus={() => chip.onFocus(task.id)}
              />
            )) ?? <p className={classes.nothing}>{t('calendar.nothing')}</p>}
        </section>
      ))}
    </>
  );
}
