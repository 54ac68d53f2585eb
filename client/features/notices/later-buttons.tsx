import { useState } from 'react';
import { WhenForm } from '#client/features/reminders/when-form.tsx';
import { useText } from '#client/i18n/use-text.ts';
import { now } from '#client/ui/clock.ts';
import { laterAt, type LaterChoice } from './later-choices.ts';
import classes from './later-buttons.module.css';

type Props = {
  /** Names the group. */
  label: string;
  choices: readonly LaterChoice[];
  onPick: (until: Date) => void;
};

/** 1시간 · 내일 9시 · 직접. What one picks oneself is asked for below, so that it works inside a panel too. */
export function LaterButtons({ label, choices, onPick }: Props) {
  const t = useText('notices');
  const [isOwn, setOwn] = useState(false);
  return (
    <fieldset aria-label={label} className={classes.later}>
      <div className={classes.buttons}>
        {choices.map((choice) => (
          <button
            key={choice}
            type="button"
            className={classes.button}
            onClick={() => onPick(laterAt(choice, now()))}
          >
            {t(`later.${choice}`)}
          </button>
        ))}
        <button
          type="button"
          className={classes.button}
          aria-expanded={isOwn}
          onClick={() => setOwn(!isOwn)}
        >
          {t('later.own')}
        </button>
      </div>
      {isOwn && (
        <div className={classes.own}>
          <WhenForm isAhead initial={laterAt('hour', now())} onPick={onPick} />
        </div>
      )}
    </fieldset>
  );
}
