import { Button } from '@mantine/core';
import { useText } from '#client/i18n/use-text.ts';
import { usePeople } from '#client/ui/people.ts';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import type { SessionItem } from '#server/auth/auth.schema.ts';
import { useBrowserLabel } from './use-browser-label.ts';
import { useEndSession, useOwnSessionId } from './use-session-list.ts';
import classes from './sessions.module.css';

/** One's own stays: that is what signing out is for. */
export function EndSessionButton({ session }: { session: SessionItem }) {
  const t = useText('admin');
  const { personOf } = usePeople();
  const browser = useBrowserLabel(session);
  const endSession = useEndSession();
  const ownId = useOwnSessionId();
  const name = personOf(session.personId)?.name ?? t('common:unknownPerson');
  if (session.id === ownId) return <span className={classes.here}>{t('sessionList.here')}</span>;
  function end() {
    endSession(session).then(() => toastDone(t('sessionList.ended', { name })), toastFailed);
  }
  return (
    <Button
      variant="subtle"
      color="red"
      aria-label={t('sessionList.endLabel', { name, browser })}
      onClick={end}
    >
      {t('sessionList.end')}
    </Button>
  );
}
