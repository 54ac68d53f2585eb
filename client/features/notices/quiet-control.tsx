import { useText } from '#client/i18n/use-text.ts';
import { When } from '#client/ui/when.tsx';
import { PAUSES } from './later-choices.ts';
import { LaterButtons } from './later-buttons.tsx';
import { useQuiet } from './use-quiet.ts';
import classes from './quiet-control.module.css';

/** Nothing disturbs until then: chosen, seen and ended in one place. */
export function QuietControl() {
  const t = useText('notices');
  const { pausedUntil, pause } = useQuiet();
  if (pausedUntil === null)
    return <LaterButtons label={t('quiet.title')} choices={PAUSES} onPick={pause} />;
  return (
    <div className={classes.on}>
      <span className={classes.until}>
        {t('quiet.until')} <When at={pausedUntil} as="appointment" />
      </span>
      <button type="button" className={classes.end} onClick={() => pause(null)}>
        {t('quiet.end')}
      </button>
    </div>
  );
}
