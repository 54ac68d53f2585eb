import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { sayAppointment } from '#client/ui/say-time.ts';
import { PAUSES } from './later-choices.ts';
import { LaterButtons } from './later-buttons.tsx';
import { useQuiet } from './use-quiet.ts';
import classes from './quiet-control.module.css';

/** Nothing disturbs until then: chosen, seen and ended in one place. */
export function QuietControl() {
  const t = useText('notices');
  const locale = useLocale();
  const minute = useMinute();
  const { pausedUntil, pause } = useQuiet();
  if (pausedUntil === null)
    return <LaterButtons label={t('quiet.title')} choices={PAUSES} onPick={pause} />;
  return (
    <div className={classes.on}>
      <span className={classes.until}>
        {t('quiet.until', { when: sayAppointment(pausedUntil, { now: minute, locale }) })}
      </span>
      <button type="button" className={classes.end} onClick={() => pause(null)}>
        {t('quiet.end')}
      </button>
    </div>
  );
}
