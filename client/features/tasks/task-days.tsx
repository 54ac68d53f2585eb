import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { FilterChip } from '#client/ui/filter-chip.tsx';
import { saySpan } from '#client/ui/say-span.ts';
import { sayDay } from '#client/ui/say-time.ts';
import type { TasksSearch } from './tasks.search.ts';
import { ToggleChip } from './toggle-chip.tsx';
import classes from './task-filters.module.css';

type Props = { search: TasksSearch; onSet: (patch: TasksSearch) => void; onClear: () => void };

/** Due from a day, until a day, both included; either may be left open. */
export function TaskDays({ search, onSet, onClear }: Props) {
  const t = useText('tasks');
  const locale = useLocale();
  const now = useMinute();
  const say = (day: string | undefined) => (day === undefined ? '' : sayDay(day, { now, locale }));
  const isOn = search.from !== undefined || search.to !== undefined;
  const days = isOn ? saySpan(say(search.from), say(search.to), locale) : null;
  return (
    <FilterChip
      label={t('due')}
      value={search.noDue === true ? t('noDue') : days}
      onClear={onClear}
    >
      {() => (
        <div className={classes.days}>
          <ToggleChip
            label={t('noDue')}
            isOn={search.noDue === true}
            onToggle={(isOn) => (isOn ? onSet({ noDue: true }) : onClear())}
          />
          <label>
            {t('dueFrom')}
            <input
              type="date"
              disabled={search.noDue === true}
              value={search.from ?? ''}
              onChange={(event) => event.target.value !== '' && onSet({ from: event.target.value })}
            />
          </label>
          <label>
            {t('dueTo')}
            <input
              type="date"
              disabled={search.noDue === true}
              value={search.to ?? ''}
              onChange={(event) => event.target.value !== '' && onSet({ to: event.target.value })}
            />
          </label>
        </div>
      )}
    </FilterChip>
  );
}
