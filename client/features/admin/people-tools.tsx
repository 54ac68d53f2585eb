import { Search } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { Choice } from '#client/ui/choice.tsx';
import { FilterChip } from '#client/ui/filter-chip.tsx';
import { FilterOptions } from '#client/ui/filter-options.tsx';
import { usePeople } from '#client/ui/people.ts';
import { PERSON_NAME_MAX, type PersonItem, type Role } from '#server/people/people.schema.ts';
import { matchesSearch, NO_TEAM, type PeopleSearch, type ShownStatus } from './people.search.ts';
import classes from './people-tools.module.css';

const STATUSES: ShownStatus[] = ['active', 'inactive', 'all'];
const ROLES: Role[] = ['admin', 'staff'];

type Props = {
  users: readonly PersonItem[];
  search: PeopleSearch;
  onChange: (search: PeopleSearch) => void;
};

export function PeopleTools({ users, search, onChange }: Props) {
  const t = useText('admin');
  const { teams, teamOf } = usePeople();
  const { text = '', team, role, status = 'active' } = search;
  const { text: _text, ...withoutText } = search;
  const { team: _team, ...withoutTeam } = search;
  const { role: _role, ...withoutRole } = search;
  const { status: _status, ...withoutStatus } = search;
  const countOf = (other: PeopleSearch) =>
    users.filter((person) => matchesSearch(person, other)).length;
  const teamOptions = [...teams, { id: NO_TEAM, name: t('noTeam') }];
  const teamName = team === NO_TEAM ? t('noTeam') : teamOf(team ?? '')?.name;
  return (
    <>
      <label className={classes.find}>
        <Search size={14} aria-hidden="true" />
        <input
          type="search"
          aria-label={t('person.find')}
          placeholder={t('person.find')}
          maxLength={PERSON_NAME_MAX}
          value={text}
          onChange={({ target }) =>
            onChange(target.value === '' ? withoutText : { ...search, text: target.value })
          }
        />
      </label>
      <FilterChip
        label={t('team')}
        value={team === undefined ? null : (teamName ?? '')}
        onClear={() => onChange(withoutTeam)}
      >
        {(close) => (
          <FilterOptions
            options={teamOptions.map(({ id, name }) => ({
              value: id,
              label: name,
              count: countOf({ ...withoutTeam, team: id }),
            }))}
            chosen={team === undefined ? [] : [team]}
            onToggle={(id) => {
              onChange({ ...search, team: id });
              close();
            }}
          />
        )}
      </FilterChip>
      <FilterChip
        label={t('role')}
        value={role === undefined ? null : t(`roles.${role}`)}
        onClear={() => onChange(withoutRole)}
      >
        {(close) => (
          <FilterOptions
            options={ROLES.map((value) => ({
              value,
              label: t(`roles.${value}`),
              count: countOf({ ...withoutRole, role: value }),
            }))}
            chosen={role === undefined ? [] : [role]}
            onToggle={(value) => {
              onChange({ ...search, role: value === 'admin' ? 'admin' : 'staff' });
              close();
            }}
          />
        )}
      </FilterChip>
      <div className={classes.status}>
        <Choice
          label={t('person.status')}
          value={status}
          options={STATUSES.map((value) => ({ value, label: t(`person.statuses.${value}`) }))}
          onChange={(value) =>
            onChange(value === 'active' ? withoutStatus : { ...search, status: value })
          }
        />
      </div>
    </>
  );
}
