import { UserRoundX } from 'lucide-react';
import { Button } from '@mantine/core';
import { useText } from '#client/i18n/use-text.ts';
import { ListState } from '#client/ui/list-state.tsx';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import type { PersonItem } from '#server/people/people.schema.ts';
import { matchesSearch, type PeopleSearch } from './people.search.ts';
import { PersonRow } from './person-row.tsx';
import type { useUsers } from './use-users.ts';
import classes from './people-list.module.css';

type Props = {
  query: ReturnType<typeof useUsers>['query'];
  users: readonly PersonItem[];
  search: PeopleSearch;
  openId: string | null;
  onClear: () => void;
};

export function PeopleList({ query, users, search, openId, onClear }: Props) {
  const t = useText('admin');
  const found = users.filter((person) => matchesSearch(person, search));
  const isOnlyInactive = search.status === 'inactive' && Object.keys(search).length === 1;
  const clear = (
    <Button variant="default" onClick={onClear}>
      {t('person.clearFilters')}
    </Button>
  );
  return (
    <ListState
      query={query}
      isEmpty={found.length === 0}
      empty={{
        icon: UserRoundX,
        title: isOnlyInactive ? t('person.emptyInactive') : t('person.empty'),
        action: clear,
      }}
      skeleton={<RowsSkeleton height={52} withAvatar />}
    >
      <ul className={classes.list} aria-label={t('people')}>
        {found.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            search={search}
            isOpen={person.id === openId}
          />
        ))}
      </ul>
    </ListState>
  );
}
