import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import { otherMonth } from '#client/ui/month.ts';
import { sayMonth } from '#client/ui/say-time.ts';
import type { TaskFilter } from './tasks.search.ts';
import { useTaskGroups } from './use-tasks.ts';
import classes from './task-calendar.module.css';

type Props = {
  month: string;
  isNow: boolean;
  filter: TaskFilter;
  onMonth: (month: string | undefined) => void;
  onNoDue: () => void;
};

/** Which month it is; and that what has no date is not in it. */
export function CalendarHead({ month, isNow, filter, onMonth, onNoDue }: Props) {
  const t = useText('tasks');
  const locale = useLocale();
  const { dueFrom: _from, dueTo: _to, ...rest } = filter;
  const { groups } = useTaskGroups(rest, 'due');
  const count = groups?.items.find(({ key }) => key === 'none')?.count ?? 0;
  return (
    <div className={classes.head}>
      <IconButton
        icon={ChevronLeft}
        label={t('calendar.before')}
        variant="subtle"
        onClick={() => onMonth(otherMonth(month, -1))}
      />
      <h2 className={classes.month} aria-live="polite">
        {sayMonth(`${month}-01`, locale)}
      </h2>
      <IconButton
        icon={ChevronRight}
        label={t('calendar.after')}
        variant="subtle"
        onClick={() => onMonth(otherMonth(month, 1))}
      />
      {!isNow && (
        <button type="button" className={classes.plain} onClick={() => onMonth(undefined)}>
          {t('calendar.now')}
        </button>
      )}
      {count > 0 && (
        <button type="button" className={classes.plain} data-end onClick={onNoDue}>
          {t('calendar.noDue', { count })}
        </button>
      )}
    </div>
  );
}
