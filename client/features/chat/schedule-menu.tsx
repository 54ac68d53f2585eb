import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { WhenForm } from '#client/features/reminders/when-form.tsx';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { now } from '#client/ui/clock.ts';
import { Drop } from '#client/ui/drop.tsx';
import { sayAppointment } from '#client/ui/say-time.ts';
import { scheduleChoices } from './schedule-choices.ts';
import classes from './schedule-menu.module.css';

type Props = { isDisabled: boolean; onPick: (at: Date) => void };

/** Beside the send button: not now, but then. */
export function ScheduleMenu({ isDisabled, onPick }: Props) {
  const t = useText('chat');
  return (
    <Drop
      label={t('scheduleSend')}
      align="end"
      side="top"
      width={280}
      renderButton={(props) => (
        <button
          type="button"
          className={classes.button}
          aria-label={t('scheduleSend')}
          title={t('scheduleSend')}
          disabled={isDisabled}
          {...props}
        >
          <CalendarClock size={17} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
    >
      {(close) => (
        <Times
          action={t('scheduleSend')}
          onPick={(at) => {
            close();
            onPick(at);
          }}
        />
      )}
    </Drop>
  );
}

type TimesProps = { onPick: (at: Date) => void; action?: string };

/** The usual times, and any other; then the button says `action`. */
export function Times({ onPick, action }: TimesProps) {
  const t = useText('chat');
  const locale = useLocale();
  const [isOwn, setOwn] = useState(false);
  const choices = scheduleChoices(now());
  if (isOwn)
    return <WhenForm isAhead initial={choices[0]?.at ?? now()} onPick={onPick} action={action} />;
  return (
    <>
      {choices.map(({ name, at }) => (
        <button key={name} type="button" className={classes.choice} onClick={() => onPick(at)}>
          {t(`times.${name}`)}
          <span className={classes.at}>{sayAppointment(at, { now: now(), locale })}</span>
        </button>
      ))}
      <button type="button" className={classes.choice} onClick={() => setOwn(true)}>
        {t('times.own')}
      </button>
    </>
  );
}
