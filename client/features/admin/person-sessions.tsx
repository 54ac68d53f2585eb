import { useText } from '#client/i18n/use-text.ts';
import { Failure } from '#client/ui/failure.tsx';
import { FieldRows } from '#client/ui/field-rows.tsx';
import { Section } from '#client/ui/section.tsx';
import type { PersonItem } from '#server/people/people.schema.ts';
import { SessionLine } from './session-line.tsx';
import { useSessionList } from './use-session-list.ts';
import classes from './person-detail.module.css';

/** Where this person is signed in right now. */
export function PersonSessions({ person }: { person: PersonItem }) {
  const t = useText('admin');
  const { query, sessions } = useSessionList(person.id);
  return (
    <Section
      title={t('person.sessions')}
      count={sessions.length === 0 ? undefined : sessions.length}
    >
      {query.error !== null && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && sessions.length === 0 && (
        <p className={classes.none}>{t('person.noSessions')}</p>
      )}
      {sessions.length > 0 && (
        <FieldRows>
          {sessions.map((session) => (
            <SessionLine key={session.id} session={session} />
          ))}
        </FieldRows>
      )}
    </Section>
  );
}
