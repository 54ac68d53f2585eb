import { useText } from '#client/i18n/use-text.ts';
import { now } from '#client/ui/clock.ts';
import { Drop } from '#client/ui/drop.tsx';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';
import { LaterForm } from './later-form.tsx';
import { SNOOZE_CHOICES, snoozeUntil } from './snooze-choices.ts';
import classes from './snooze-buttons.module.css';

type Props = { reminder: ReminderItem; onLater: (until: Date) => void };

/** 10분 · 1시간 · 내일 9시 · 직접 */
export function SnoozeButtons({ reminder, onLater }: Props) {
  const t = useText('reminders');
  const label = t('snoozeOf', { title: reminder.title });
  return (
    <fieldset aria-label={label} className={classes.buttons}>
      {SNOOZE_CHOICES.map((choice) => (
        <button
          key={choice}
          type="button"
          className={classes.button}
          onClick={() => onLater(snoozeUntil(choice, now()))}
        >
          {t(`choices.${choice}`)}
        </button>
      ))}
      <Drop
        label={t('pick')}
        align="end"
        width={280}
        renderButton={(props) => (
          <button type="button" className={classes.button} {...props}>
            {t('choices.pick')}
          </button>
        )}
      >
        {(close) => (
          <LaterForm
            isFocused
            onPick={(until) => {
              close();
              onLater(until);
            }}
          />
        )}
      </Drop>
    </fieldset>
  );
}
