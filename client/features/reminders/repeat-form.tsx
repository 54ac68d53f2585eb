import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { weekdayOf } from '#client/ui/seoul.ts';
import { sayWeekdays } from '#client/ui/say-time.ts';
import { FREQUENCIES, partsOf, type RepeatParts, ruleOf } from '#client/words/repeat-parts.ts';
import { sayRepeat } from '#client/words/say-repeat.ts';
import { addDays, seoulDay } from '#server/seoul.schema.ts';
import { RepeatEnd } from './repeat-end.tsx';
import classes from './repeat-form.module.css';

type Props = { repeat: string | null; dueAt: Date; onPick: (repeat: string | null) => void };

const MOST = 99;
const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0];

/** A repeat set part by part, with a sentence that says what it means. */
export function RepeatForm({ repeat, dueAt, onPick }: Props) {
  const t = useText('reminders');
  const locale = useLocale();
  const [parts, setParts] = useState(
    () => partsOf(repeat ?? 'FREQ=WEEKLY', dueAt) ?? weekly(dueAt),
  );
  const first = useRef<HTMLInputElement>(null);
  // The button that led here is gone.
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  const change = (next: Partial<RepeatParts>) => setParts({ ...parts, ...next });
  const rule = ruleOf(parts, dueAt);
  return (
    <form
      className={classes.form}
      aria-label={t('repeatOwn')}
      onSubmit={(event) => {
        event.preventDefault();
        onPick(rule);
      }}
    >
      <div className={classes.line}>
        <label>
          {t('repeatEvery')}
          <input
            ref={first}
            type="number"
            required
            min={1}
            max={MOST}
            value={parts.interval}
            onChange={({ target }) => change({ interval: within(target.valueAsNumber) })}
          />
        </label>
        <label>
          {t('repeatUnit')}
          <select
            value={parts.freq}
            onChange={(event) => change({ freq: event.target.value as RepeatParts['freq'] })}
          >
            {FREQUENCIES.map((freq) => (
              <option key={freq} value={freq}>
                {t(`repeatUnits.${freq}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {parts.freq === 'WEEKLY' && <Weekdays parts={parts} onChange={change} />}
      {parts.freq === 'MONTHLY' && <DayOfMonth parts={parts} dueAt={dueAt} onChange={change} />}
      <RepeatEnd end={parts.end} firstDay={seoulDay(dueAt)} onChange={(end) => change({ end })} />
      <output className={classes.sentence}>{sayRepeat(rule, dueAt, locale)}</output>
      <div className={classes.buttons}>
        {repeat !== null && (
          <Button variant="default" size="xs" onClick={() => onPick(null)}>
            {t('repeats.none')}
          </Button>
        )}
        <Button type="submit" size="xs">
          {t('common:save')}
        </Button>
      </div>
    </form>
  );
}

type PartProps = { parts: RepeatParts; onChange: (next: Partial<RepeatParts>) => void };

/** At least one of them stays. */
function Weekdays({ parts, onChange }: PartProps) {
  const t = useText('reminders');
  const locale = useLocale();
  const { weekdays } = parts;
  function toggle(day: number) {
    const rest = weekdays.filter((other) => other !== day);
    if (rest.length === weekdays.length) onChange({ weekdays: [...weekdays, day] });
    else if (rest.length > 0) onChange({ weekdays: rest });
  }
  return (
    <fieldset className={classes.days} aria-label={t('repeatDays')}>
      {MONDAY_FIRST.map((day) => (
        <button
          key={day}
          type="button"
          aria-pressed={weekdays.includes(day)}
          onClick={() => toggle(day)}
        >
          {sayWeekdays(locale)[day]}
        </button>
      ))}
    </fieldset>
  );
}

/** On the date of the first, on the last day, or on the weekday it is. */
function DayOfMonth({ parts, dueAt, onChange }: PartProps & { dueAt: Date }) {
  const t = useText('reminders');
  const locale = useLocale();
  const choices = choicesOf(parts, dueAt);
  const chosen = choices.findIndex((choice) => isSame(choice, parts.onDay));
  return (
    <label className={classes.wide}>
      {t('repeatDay')}
      <select
        value={chosen}
        onChange={(event) => onChange({ onDay: choices[Number(event.target.value)] ?? 'date' })}
      >
        {choices.map((onDay, at) => (
          <option key={JSON.stringify(onDay)} value={at}>
            {sayRepeat(ruleOf({ ...parts, onDay, end: { kind: 'never' } }, dueAt), dueAt, locale)}
          </option>
        ))}
      </select>
    </label>
  );
}

function choicesOf({ onDay }: RepeatParts, dueAt: Date): RepeatParts['onDay'][] {
  const day = seoulDay(dueAt);
  const weekday = weekdayOf(day);
  const nth = Math.ceil(Number(day.slice(8)) / 7);
  const isLast = addDays(day, 7).slice(5, 7) !== day.slice(5, 7);
  const offered: RepeatParts['onDay'][] = [
    'date',
    'last',
    ...(nth <= 4 ? [{ nth, weekday }] : []),
    ...(isLast ? [{ nth: -1, weekday }] : []),
  ];
  return offered.some((choice) => isSame(choice, onDay)) ? offered : [...offered, onDay];
}

function isSame(a: RepeatParts['onDay'], b: RepeatParts['onDay']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function weekly(dueAt: Date): RepeatParts {
  const weekdays = [weekdayOf(seoulDay(dueAt))];
  return { freq: 'WEEKLY', interval: 1, weekdays, onDay: 'date', end: { kind: 'never' } };
}

function within(value: number): number {
  return Number.isInteger(value) ? Math.min(Math.max(value, 1), MOST) : 1;
}
