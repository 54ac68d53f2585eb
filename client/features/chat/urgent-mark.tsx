import { Siren } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import classes from './urgent-mark.module.css';

/** Beside a room where something urgent waits. */
export function UrgentMark() {
  const t = useText('chat');
  return (
    <span className={classes.mark}>
      <Siren size={12} strokeWidth={2} aria-hidden="true" />
      {t('urgent')}
    </span>
  );
}
