import { Button } from '@mantine/core';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { REMINDER_WARN_MAX_MINUTES } from '#server/reminders/reminders.schema.ts';
import { useSayWarn } from './use-say-warn.ts';
import menu from './repeat-menu.module.css';
import classes from './repeat-form.module.css';

const CHOICES = [null, 5, 10, 30, 60, 1440];
const UNITS = { minutes: 1, hours: 60, days: 1440 } as const;

type Unit = keyof typeof UNITS;
type Props = { warnMinutes: number | null; onPick: (warnMinutes: number | null) => void };

/** How long before its time one wants to hear of it: what nearly everybody takes, or any number. */
export function WarnMenu({ warnMinutes, onPick }: Props) {
  const t = useText('reminders');
  const sayWarn = useSayWarn();
  return (
    <>
      <fieldset aria-label={t('warn')} className={menu.menu}>
        {CHOICES.map((minutes) => (
          <button
            key={minutes}
            type="button"
            className={menu.item}
            aria-pressed={minutes === warnMinutes}
            onClick={() => onPick(minutes)}
          >
            {sayWarn(minutes)}
            {minutes === warnMinutes && <Check size={15} aria-hidden="true" />}
          </button>
        ))}
      </fieldset>
      <OtherWarning initial={warnMinutes} onPick={onPick} />
    </>
  );
}

function OtherWarning({ initial, onPick }: { initial: number | null; onPick: Props['onPick'] }) {
  const t = useText('reminders');
  const [unit, setUnit] = useState<Unit>(initial === null ? 'minutes' : unitOf(initial));
  const [count, setCount] = useState(initial === null ? '' : String(initial / UNITS[unit]));
  const minutes = Number(count) * UNITS[unit];
  const isFine = Number.isInteger(minutes) && minutes >= 1 && minutes <= REMINDER_WARN_MAX_MINUTES;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isFine) onPick(minutes);
      }}
    >
      <div className={classes.line}>
        <input
          type="number"
          min={1}
          max={REMINDER_WARN_MAX_MINUTES / UNITS[unit]}
          aria-label={t('warnCount')}
          value={count}
          onChange={(event) => setCount(event.target.value)}
        />
        <select
          aria-label={t('warnUnit')}
          value={unit}
          onChange={(event) => setUnit(event.target.value as Unit)}
        >
          {(Object.keys(UNITS) as Unit[]).map((name) => (
            <option key={name} value={name}>
              {t(`warnUnits.${name}`)}
            </option>
          ))}
        </select>
        <Button type="submit" size="xs" disabled={!isFine}>
          {t('common:save')}
        </Button>
      </div>
    </form>
  );
}

function unitOf(minutes: number): Unit {
  if (minutes % UNITS.days === 0) return 'days';
  return minutes % UNITS.hours === 0 ? 'hours' : 'minutes';
}
