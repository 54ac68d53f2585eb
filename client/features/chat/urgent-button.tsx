import { Siren } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import classes from './urgent-button.module.css';

type Props = { isOn: boolean; onChange: (isOn: boolean) => void };

/** For admins: the next message comes through whatever those it calls have silenced. */
export function UrgentButton({ isOn, onChange }: Props) {
  const t = useText('chat');
  return (
    <button
      type="button"
      className={classes.button}
      aria-label={t('urgentSend')}
      aria-pressed={isOn}
      title={t('urgentHint')}
      onClick={() => onChange(!isOn)}
    >
      <Siren size={17} strokeWidth={1.75} aria-hidden="true" />
      {isOn && <span aria-hidden="true">{t('urgent')}</span>}
    </button>
  );
}
