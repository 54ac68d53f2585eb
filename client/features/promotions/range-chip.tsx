import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { FilterChip } from '#client/ui/filter-chip.tsx';
import { saySpan } from '#client/ui/say-span.ts';
import { sayDay } from '#client/ui/say-time.ts';
import classes from './fields.module.css';

type Range = { from: string | undefined; to: string | undefined };

/** With a day in common with these; one of them may be left out. */
export function RangeChip({ from, to, onChange }: Range & { onChange: (range: Range) => void }) {
  const t = useText('promotions');
  const locale = useLocale();
  const now = useMinute();
  const say = (day: string | undefined) => (day === undefined ? '' : sayDay(day, { now, locale }));
  const isOn = from !== undefined || to !== undefined;
  return (
    <FilterChip
      label={t('range')}
      value={isOn ? saySpan(say(from), say(to), locale) : null}
      onClear={() => onChange({ from: undefined, to: undefined })}
    >
      {() => (
        <div className={classes.form} data-inset>
          <label className={classes.line}>
            {t('rangeFrom')}
            <input
              type="date"
              className={classes.input}
              data-autofocus
              max={to}
              value={from ?? ''}
              onChange={(event) => onChange({ from: event.target.value || undefined, to })}
            />
          </label>
          <label className={classes.line}>
            {t('rangeTo')}
            <input
              type="date"
              className={classes.input}
              min={from}
              value={to ?? ''}
              onChange={(event) => onChange({ from, to: event.target.value || undefined })}
            />
          </label>
        </div>
      )}
    </FilterChip>
  );
}
