import { CloudOff, RefreshCw } from 'lucide-react';
import { useConnection } from '#client/live/live-provider.tsx';
import { useText } from '#client/i18n/use-text.ts';
import classes from './connection-mark.module.css';

/** Quiet while live; says so, a moment later, when the page is behind or alone. */
export function ConnectionMark() {
  const t = useText('app');
  const connection = useConnection();
  return (
    <div aria-live="polite" className={classes.place}>
      {connection === 'catching-up' && (
        <span className={classes.mark} data-state={connection}>
          <RefreshCw size={13} aria-hidden="true" />
          <span className={classes.word}>{t('connection.catchingUp')}</span>
        </span>
      )}
      {connection === 'offline' && (
        <span className={classes.mark} data-state={connection} title={t('connection.offlineText')}>
          <CloudOff size={14} aria-hidden="true" />
          <span className={classes.word}>{t('connection.offline')}</span>
          <span className={classes.detail}>{t('connection.offlineText')}</span>
        </span>
      )}
    </div>
  );
}
