import { Clock } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { now } from '#client/ui/clock.ts';
import { Drop } from '#client/ui/drop.tsx';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';
import { LaterForm } from './later-form.tsx';
import { SNOOZE_CHOICES, snoozeUntil } from './snooze-choices.ts';
import menu from './repeat-menu.module.css';
import classes from './snooze-buttons.module.css';

type Props = { reminder: ReminderItem; onLater: (until: Date) => void };

/** The same choices behind one button, where there is no room for four. */
export function SnoozeDrop({ reminder, onLater }: Props) {
  const t = useText('reminders');
  const label = t('snoozeOf', { title: reminder.title });
  return (
    <Drop
      label={label}
      align="end"
      width={280}
      renderButton={(props) => (
        <button type="button" className={classes.button} aria-label={label} {...props}>
          <Clock size={16} aria-hidden="true" />
        </button>
      )}
    >
      {(close) => {
        const pick = (until: Date) => {
          close();
          onLater(until);
        };
        return (
          <>
            <div className={menu.menu}>
              {SNOOZE_CHOICES.map((choice) => (
                <button
                  key={choice}
                  type="button"
                  className={menu.item}
                  onClick={() => pick(snoozeUntil(choice, now()))}
                >
                  {t(`choices.${choice}`)}
                </button>
              ))}
            </div>
            <LaterForm onPick={pick} />
          </>
        );
      }}
    </Drop>
  );
}
