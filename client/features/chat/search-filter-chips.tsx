import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { ComboList } from '#client/ui/combo-list.tsx';
import { FilterChip } from '#client/ui/filter-chip.tsx';
import { matchesName } from '#client/ui/name-match.ts';
import { PersonPicker } from '#client/ui/person-picker.tsx';
import { saySpan } from '#client/ui/say-span.ts';
import { sayDay } from '#client/ui/say-time.ts';
import type { SearchFilters, SearchNames } from './search-query.ts';
import classes from './search-panel.module.css';

type Props = {
  filters: SearchFilters;
  names: SearchNames;
  onChange: (filters: SearchFilters) => void;
};

export function SearchFilterChips({ filters, names, onChange }: Props) {
  const t = useText('chat');
  const { fromId, roomId, hasFile } = filters;
  const without = (...gone: (keyof SearchFilters)[]) =>
    onChange(
      Object.fromEntries(
        Object.entries(filters).filter(([name]) => !gone.some((other) => other === name)),
      ),
    );
  return (
    <div className={classes.chips}>
      <FilterChip
        label={t('search.from')}
        value={fromId === undefined ? null : nameIn(names.people, fromId)}
        onClear={() => without('fromId')}
      >
        {(close) => (
          <PersonPicker
            label={t('search.from')}
            chosenIds={fromId === undefined ? [] : [fromId]}
            onToggle={(id) => {
              onChange({ ...filters, fromId: id });
              close();
            }}
          />
        )}
      </FilterChip>
      <FilterChip
        label={t('search.in')}
        value={roomId === undefined ? null : nameIn(names.rooms, roomId)}
        onClear={() => without('roomId')}
      >
        {(close) => (
          <ComboList
            label={t('search.in')}
            placeholder={t('findRoom')}
            nothing={t('noRoomFound')}
            itemsFor={(typed) =>
              names.rooms
                .filter((room) => matchesName(room, typed))
                .map(({ id, name }) => ({ id, isChosen: id === roomId, content: name }))
            }
            onChoose={(id) => {
              onChange({ ...filters, roomId: id });
              close();
            }}
          />
        )}
      </FilterChip>
      <Days
        filters={filters}
        onSet={(patch) => onChange({ ...filters, ...patch })}
        onClear={() => without('after', 'before')}
      />
      <button
        type="button"
        className={classes.toggle}
        aria-pressed={hasFile === true}
        onClick={() =>
          hasFile === true ? without('hasFile') : onChange({ ...filters, hasFile: true })
        }
      >
        {t('search.hasFile')}
      </button>
    </div>
  );
}

type DaysProps = {
  filters: SearchFilters;
  onSet: (patch: SearchFilters) => void;
  onClear: () => void;
};

function Days({ filters: { after, before }, onSet, onClear }: DaysProps) {
  const t = useText('chat');
  const locale = useLocale();
  const now = useMinute();
  const say = (day: string | undefined) => (day === undefined ? '' : sayDay(day, { now, locale }));
  const isOn = after !== undefined || before !== undefined;
  return (
    <FilterChip
      label={t('search.days')}
      value={isOn ? saySpan(say(after), say(before), locale) : null}
      onClear={onClear}
    >
      {() => (
        <div className={classes.days}>
          <label>
            {t('search.after')}
            <input
              type="date"
              value={after ?? ''}
              onChange={(event) =>
                event.target.value !== '' && onSet({ after: event.target.value })
              }
            />
          </label>
          <label>
            {t('search.before')}
            <input
              type="date"
              value={before ?? ''}
              onChange={(event) =>
                event.target.value !== '' && onSet({ before: event.target.value })
              }
            />
          </label>
        </div>
      )}
    </FilterChip>
  );
}

function nameIn(known: SearchNames['people'], id: string): string {
  return known.find((one) => one.id === id)?.name ?? '';
}
