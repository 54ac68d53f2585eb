import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { now } from '#client/ui/clock.ts';
import { seoulInstant, seoulTime } from '#client/ui/seoul.ts';
import { When } from '#client/ui/when.tsx';
import { seoulDay } from '#server/seoul.schema.ts';
import { understandTime } from './reminder-words.ts';
import classes from './when-form.module.css';

type Props = {
  initial: Date;
  onPick: (at: Date) => void;
  /** Only a time that is still to come will do. */
  isAhead?: boolean;
  /** What the button says. */
  action?: string | undefined;
};

type Refusal = 'inPast' | 'notUnderstood';

/** A time in words, or a day and a time of it; all as in Seoul. What the words say is shown, also in the fields. */
export function WhenForm({ initial, onPick, isAhead = false, action }: Props) {
  const t = useText('reminders');
  const [words, setWords] = useState('');
  const [day, setDay] = useState(seoulDay(initial));
  const [time, setTime] = useState(clockOf(initial));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const said = understandTime(words, now());
  function read(text: string) {
    setWords(text);
    setRefusal(null);
    const at = understandTime(text, now());
    if (at === null) return;
    setDay(seoulDay(at));
    setTime(clockOf(at));
  }
  function pick() {
    const [hour, minute] = time.split(':').map(Number);
    if (words.trim() !== '' && said === null) return setRefusal('notUnderstood');
    if (day === '' || hour === undefined || minute === undefined) return;
    const at = said ?? seoulInstant(day, hour, minute);
    if (isAhead && at <= now()) setRefusal('inPast');
    else onPick(at);
  }
  function choose(set: (value: string) => void, value: string) {
    setWords('');
    setRefusal(null);
    set(value);
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        pick();
      }}
    >
      <label className={classes.words}>
        {t('inWords')}
        <input
          data-autofocus
          autoComplete="off"
          placeholder={t('inWordsExample')}
          value={words}
          onChange={(event) => read(event.target.value)}
        />
      </label>
      <output className={classes.said} aria-label={t('understood')}>
        {said !== null && <When at={said} as="appointment" />}
        {said === null && words.trim() !== '' && t('notYetUnderstood')}
      </output>
      <label className={classes.field}>
        {t('day')}
        <input
          type="date"
          required
          value={day}
          onChange={(event) => choose(setDay, event.target.value)}
        />
      </label>
      <label className={classes.field}>
        {t('time')}
        <input
          type="time"
          required
          value={time}
          onChange={(event) => choose(setTime, event.target.value)}
        />
      </label>
      {refusal !== null && (
        <p className={classes.refusal} role="alert">
          {t(refusal)}
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
