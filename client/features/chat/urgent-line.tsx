import { useText } from '#client/i18n/use-text.ts';
import classes from './urgent-line.module.css';

/** Whom the next message will reach, before it is sent. */
export function UrgentLine({ isDirect }: { isDirect: boolean }) {
  const t = useText('chat');
  return (
    <p className={classes.line} aria-live="polite">
      {t(isDirect ? 'urgentToOther' : 'urgentTo')}
    </p>
  );
}
