import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { DetailPanel } from '#client/ui/detail-panel.tsx';
import { EditableText } from '#client/ui/editable-text.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { usePresence } from '#client/ui/people.ts';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import { PERSON_NAME_MAX, type PersonItem } from '#server/people/people.schema.ts';
import { PersonAccount } from './person-account.tsx';
import { PersonFields } from './person-fields.tsx';
import { PersonSessions } from './person-sessions.tsx';
import { useUserActs } from './use-user-acts.ts';
import { useUsers } from './use-users.ts';
import classes from './person-detail.module.css';

export function PersonDetail() {
  const t = useText('admin');
  const { personId } = useParams({ from: '/admin/people/$personId' });
  const search = useSearch({ from: '/admin/people' });
  const navigate = useNavigate();
  const { query, users } = useUsers();
  const person = users.find(({ id }) => id === personId);
  const isGone = query.isSuccess && person === undefined;
  return (
    <DetailPanel
      label={person?.name ?? t('people')}
      onClose={() => void navigate({ to: '/admin/people', search })}
    >
      {query.isPending && query.error === null && <RowsSkeleton />}
      {person === undefined && query.error !== null && (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      )}
      {isGone && <EmptyState title={t('person.gone')} />}
      {person !== undefined && <Body key={person.id} person={person} users={users} />}
    </DetailPanel>
  );
}

function Body({ person, users }: { person: PersonItem; users: readonly PersonItem[] }) {
  const t = useText('admin');
  const presence = usePresence();
  const { updateUser } = useUserActs();
  return (
    <div className={classes.body}>
      <div className={classes.person}>
        <Avatar person={person} size={48} isNamed={false} presence={presence.get(person.id)} />
        <div className={classes.names}>
          <EditableText
            label={t('name')}
            className={classes.name}
            value={person.name}
            maxLength={PERSON_NAME_MAX}
            isRequired
            onSave={(name) => updateUser(person, { name })}
          />
          {person.status === 'inactive' && (
            <span className={classes.inactive}>{t('person.inactive')}</span>
          )}
        </div>
      </div>
      <PersonFields person={person} users={users} />
      <PersonSessions person={person} />
      <PersonAccount person={person} users={users} />
    </div>
  );
}
