import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { FilterChip } from '#client/ui/filter-chip.tsx';
import { sayDay } from '#client/ui/say-time.ts';
import { OnDay } from './on-day.tsx';

type Props = {
  name: 'on' | 'startsOn' | 'endsOn';
  day: string | undefined;
  onChange: (day: string | undefined) => void;
};

export function DayChip({ name, day, onChange }: Props) {
  const t = useText('promotions');
  const locale = useLocale();
  const now = useMinute();
  return (
    <FilterChip
      label={t(name)}
      value={day === undefined ? null : sayDay(day, { now, locale })}
      onClear={() => onChange(undefined)}
    >
      {(close) => (
        <OnDay
          label={t(name === 'on' ? 'onDay' : name)}
          day={day}
          onChoose={(chosen) => {
            onChange(chosen);
            close();
          }}
        />
      )}
    </FilterChip>
  );
}
