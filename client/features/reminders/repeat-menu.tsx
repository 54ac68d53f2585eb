import { Check, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { RepeatForm } from './repeat-form.tsx';
import { REPEAT_NAMES, REPEATS, repeatName } from './repeat-name.ts';
import classes from './repeat-menu.module.css';

type Props = { repeat: string | null; dueAt: Date; onPick: (repeat: string | null) => void };

/** What nearly everybody takes, and a way to set it part by part. */
export function RepeatMenu({ repeat, dueAt, onPick }: Props) {
  const t = useText('reminders');
  const chosen = repeatName(repeat);
  const [isOwn, setOwn] = useState(chosen === 'other');
  if (isOwn) return <RepeatForm repeat={repeat} dueAt={dueAt} onPick={onPick} />;
  return (
    <fieldset aria-label={t('repeat')} className={classes.menu}>
      {(['none', ...REPEAT_NAMES] as const).map((name) => (
        <button
          key={name}
          type="button"
          className={classes.item}
          aria-pressed={name === chosen}
          onClick={() => onPick(name === 'none' ? null : REPEATS[name])}
        >
          {t(`repeats.${name}`)}
          {name === chosen && <Check size={15} aria-hidden="true" />}
        </button>
      ))}
      <button type="button" className={classes.item} onClick={() => setOwn(true)}>
        {t('repeatOwn')}
        <SlidersHorizontal size={15} aria-hidden="true" />
      </button>
    </fieldset>
  );
}
