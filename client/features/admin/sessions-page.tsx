import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { MonitorSmartphone } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { FilterChip } from '#client/ui/filter-chip.tsx';
import { ListState } from '#client/ui/list-state.tsx';
import { usePeople } from '#client/ui/people.ts';
import { PersonPicker } from '#client/ui/person-picker.tsx';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import { AdminPage } from './admin-page.tsx';
import { SessionRow } from './session-row.tsx';
import type { SessionsSearch } from './sessions.search.ts';
import { useSessionList } from './use-session-list.ts';
import classes from './sessions.module.css';

export function SessionsPage() {
  const t = useText('admin');
  const { person }: SessionsSearch = useSearch({ from: '/admin/sessions' });
  const navigate = useNavigate();
  const { personOf } = usePeople();
  const { query, sessions, hasMore, more } = useSessionList(person);
  const setSearch = (next: SessionsSearch) =>
    void navigate({ to: '.', search: next, replace: true });
  const tools = (
    <FilterChip
      label={t('sessionList.person')}
      value={person === undefined ? null : (personOf(person)?.name ?? t('common:unknownPerson'))}
      onClear={() => setSearch({})}
    >
      {(close) => (
        <PersonPicker
          label={t('sessionList.person')}
          chosenIds={person === undefined ? [] : [person]}
          onToggle={(id) => {
            setSearch({ person: id });
            close();
          }}
        />
      )}
    </FilterChip>
  );
  return (
    <AdminPage section="sessions" tools={tools}>
      <ListState
        query={query}
        isEmpty={sessions.length === 0}
        empty={{ icon: MonitorSmartphone, title: t('sessionList.empty') }}
        skeleton={<RowsSkeleton height={48} withAvatar />}
      >
        <table className={classes.table} aria-label={t('sessionList.title')}>
          <thead className={classes.head}>
            <tr>
              <th scope="col">{t('sessionList.person')}</th>
              <th scope="col">{t('sessionList.browser')}</th>
              <th scope="col">{t('sessionList.address')}</th>
              <th scope="col">{t('sessionList.started')}</th>
              <th scope="col">{t('sessionList.seen')}</th>
              <th scope="col">
                <VisuallyHidden>{t('sessionList.end')}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody className={classes.rows}>
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </tbody>
        </table>
        {hasMore && (
          <div className={classes.more}>
            <Button variant="default" loading={query.isFetchingNextPage} onClick={more}>
              {t('common:more')}
            </Button>
          </div>
        )}
      </ListState>
    </AdminPage>
  );
}
