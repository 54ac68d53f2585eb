import { Check } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { REPEAT_NAMES, REPEATS, repeatName } from './repeat-name.ts';
import classes from './repeat-menu.module.css';

type Props = { repeat: string | null; onPick: (repeat: string | null) => void };

export function RepeatMenu({ repeat, onPick }: Props) {
  const t = useText('reminders');
  const chosen = repeatName(repeat);
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
    </fieldset>
  );
}
