import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { now } from '#client/ui/clock.ts';
import { seoulInstant, seoulTime } from '#client/ui/seoul.ts';
import { seoulDay } from '#server/seoul.schema.ts';
import classes from './when-form.module.css';

type Props = {
  initial: Date;
  onPick: (at: Date) => void;
  /** Only a time that is still to come will do. */
  isAhead?: boolean;
  /** What the button says. */
  action?: string | undefined;
};

/** A day and a time of it, both as in Seoul. */
export function WhenForm({ initial, onPick, isAhead = false, action }: Props) {
  const t = useText('reminders');
  const [day, setDay] = useState(seoulDay(initial));
  const [time, setTime] = useState(clockOf(initial));
  const [isRefused, setRefused] = useState(false);
  function pick() {
    const [hour, minute] = time.split(':').map(Number);
    if (day === '' || hour === undefined || minute === undefined) return;
    const at = seoulInstant(day, hour, minute);
    if (isAhead && at <= now()) setRefused(true);
    else onPick(at);
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        pick();
      }}
    >
      <label className={classes.field}>
        {t('day')}
        <input
          data-autofocus
          type="date"
          required
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
      </label>
      <label className={classes.field}>
        {t('time')}
        <input
          type="time"
          required
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
      </label>
      {isRefused && (
        <p className={classes.refusal} role="alert">
          {t('inPast')}
        </p>
      )}
      <Button type="submit">{action ?? t('common:save')}</Button>
    </form>
  );
}

function clockOf(at: Date): string {
  const { hour, minute } = seoulTime(at);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
