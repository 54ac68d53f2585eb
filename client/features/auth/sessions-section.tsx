import { Button } from '@mantine/core';
import { useText } from '#client/i18n/use-text.ts';
import { FieldRow, FieldRows } from '#client/ui/field-rows.tsx';
import { ListState } from '#client/ui/list-state.tsx';
import { Section } from '#client/ui/section.tsx';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import { When } from '#client/ui/when.tsx';
import type { SessionItem } from '#server/auth/auth.schema.ts';
import { browserOf } from './browser-name.ts';
import { useSessions } from './use-sessions.ts';
import classes from './sessions-section.module.css';

export function SessionsSection() {
  const t = useText('settings');
  const { query, sessions, others, currentId, endSession, endOthers } = useSessions();
  const endAll = () => {
    endOthers().then(() => toastDone(t('sessions.endedOthers')), toastFailed);
  };
  const action = others.length > 0 && (
    <Button variant="default" onClick={endAll}>
      {t('sessions.endOthers')}
    </Button>
  );
  return (
    <Section title={t('sessions.title')} action={action}>
      <ListState query={query} isEmpty={false} empty={{ title: '' }}>
        <FieldRows>
          {sessions.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              isHere={session.id === currentId}
              onEnd={() => endSession(session).catch(toastFailed)}
            />
          ))}
        </FieldRows>
      </ListState>
    </Section>
  );
}

type RowProps = { session: SessionItem; isHere: boolean; onEnd: () => void };

function SessionRow({ session, isHere, onEnd }: RowProps) {
  const t = useText('settings');
  const { browser, system } = browserOf(session.userAgent);
  const name = browser ?? t('sessions.unknownBrowser');
  const label = system === null ? name : t('sessions.on', { browser: name, system });
  const hint = (
    <>
      {session.address} · {t('sessions.started')} <When at={session.createdAt} />
      {!isHere && (
        <>
          {' · '}
          {t('sessions.seen')} <When at={session.lastSeenAt} />
        </>
      )}
    </>
  );
  return (
    <FieldRow label={label} hint={hint}>
      {isHere ? (
        <span className={classes.here}>{t('sessions.here')}</span>
      ) : (
        <Button
          variant="subtle"
          color="red"
          aria-label={t('sessions.endLabel', { browser: label })}
          onClick={onEnd}
        >
          {t('sessions.end')}
        </Button>
      )}
    </FieldRow>
  );
}
