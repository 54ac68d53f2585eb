import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { FilterChip } from '#client/ui/filter-chip.tsx';
import { sayDay } from '#client/ui/say-time.ts';
import type { TasksSearch } from './tasks.search.ts';
import classes from './task-filters.module.css';

type Props = { search: TasksSearch; onSet: (patch: TasksSearch) => void; onClear: () => void };

/** Due from a day, until a day, both included; either may be left open. */
export function TaskDays({ search, onSet, onClear }: Props) {
  const t = useText('tasks');
  const locale = useLocale();
  const now = useMinute();
  const say = (day: string | undefined) => (day === undefined ? '' : sayDay(day, { now, locale }));
  const isOn = search.from !== undefined || search.to !== undefined;
  return (
    <FilterChip
      label={t('due')}
      value={isOn ? `${say(search.from)} ~ ${say(search.to)}` : null}
      onClear={onClear}
    >
      {() => (
        <div className={classes.days}>
          <label>
            {t('dueFrom')}
            <input
              type="date"
              value={search.from ?? ''}
              onChange={(event) => event.target.value !== '' && onSet({ from: event.target.value })}
            />
          </label>
          <label>
            {t('dueTo')}
            <input
              type="date"
              value={search.to ?? ''}
              onChange={(event) => event.target.value !== '' && onSet({ to: event.target.value })}
            />
          </label>
        </div>
      )}
    </FilterChip>
  );
}
