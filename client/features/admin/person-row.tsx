import { Link } from '@tanstack/react-router';
import { ShieldCheck } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { usePeople, usePresence } from '#client/ui/people.ts';
import { useGlow } from '#client/ui/use-glow.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { PersonItem } from '#server/people/people.schema.ts';
import type { PeopleSearch } from './people.search.ts';
import classes from './people-list.module.css';

type Props = { person: PersonItem; search: PeopleSearch; isOpen: boolean };

export function PersonRow({ person, search, isOpen }: Props) {
  const t = useText('admin');
  const viewer = useViewer();
  const { teamOf } = usePeople();
  const presence = usePresence();
  const row = useGlow<HTMLLIElement>(person.version, false);
  const team = teamOf(person.teamId ?? '')?.name ?? t('noTeam');
  return (
    <li
      ref={row}
      className={classes.row}
      data-open={isOpen || undefined}
      data-inactive={person.status === 'inactive' || undefined}
    >
      <Link
        to="/admin/people/$personId"
        params={{ personId: person.id }}
        search={search}
        className={classes.open}
      >
        <Avatar person={person} size={32} isNamed={false} presence={presence.get(person.id)} />
        <span className={classes.who}>
          <span className={classes.name}>
            <span className={classes.nameText}>{person.name}</span>
            {person.id === viewer.id && <span className={classes.me}>{t('common:me')}</span>}
          </span>
          <span className={classes.username}>
            {person.username}
            <span className={classes.teamBelow}> · {team}</span>
          </span>
        </span>
        <span className={classes.team} data-none={person.teamId === null || undefined}>
          {team}
        </span>
        <span className={classes.role}>
          {person.role === 'admin' && (
            <span className={classes.admin}>
              <ShieldCheck size={14} aria-hidden="true" />
              {t('roles.admin')}
            </span>
          )}
          {person.status === 'inactive' && (
            <span className={classes.inactive}>{t('person.inactive')}</span>
          )}
        </span>
      </Link>
    </li>
  );
}
