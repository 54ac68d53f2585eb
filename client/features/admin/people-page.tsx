import { Button } from '@mantine/core';
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { UserPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { AdminPage } from './admin-page.tsx';
import { PeopleList } from './people-list.tsx';
import { PeopleTools } from './people-tools.tsx';
import type { PeopleSearch } from './people.search.ts';
import { useUserActs } from './use-user-acts.ts';
import { useUsers } from './use-users.ts';

const NewPersonDialog = lazy(async () => ({
  default: (await import('./new-person-dialog.tsx')).NewPersonDialog,
}));

export function PeoplePage() {
  const t = useText('admin');
  const search: PeopleSearch = useSearch({ from: '/admin/people' });
  const { personId } = useParams({ strict: false });
  const navigate = useNavigate();
  const { query, users } = useUsers();
  const { createUser } = useUserActs();
  const [isAdding, setAdding] = useState(false);
  const setSearch = (next: PeopleSearch) => void navigate({ to: '.', search: next, replace: true });
  return (
    <AdminPage
      section="people"
      actions={
        <Button
          leftSection={<UserPlus size={14} aria-hidden="true" />}
          onClick={() => setAdding(true)}
        >
          {t('person.new')}
        </Button>
      }
      tools={<PeopleTools users={users} search={search} onChange={setSearch} />}
      detail={<Outlet />}
    >
      <PeopleList
        query={query}
        users={users}
        search={search}
        openId={personId ?? null}
        onClear={() => setSearch({})}
      />
      <Suspense>
        {isAdding && (
          <NewPersonDialog
            teamId={search.team}
            onClose={() => setAdding(false)}
            onCreate={createUser}
          />
        )}
      </Suspense>
    </AdminPage>
  );
}
