import { Search } from 'lucide-react';
import { useState } from 'react';
import { RemindButton } from '#client/features/reminders/remind-button.tsx';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { matchesName } from '#client/ui/name-match.ts';
import { type Person, usePeople, usePresence } from '#client/ui/people.ts';
import { useViewer } from '#client/ui/viewer.ts';
import classes from './directory.module.css';

/** Everybody who works here, those who are here first; found by name, 초성 or user name. */
export function Directory() {
  const t = useText('people');
  const [typed, setTyped] = useState('');
  const { everybody } = usePeople();
  const presence = usePresence();
  const found = everybody.filter(
    (person) => person.status === 'active' && matchesName(person, typed),
  );
  const here = found.filter((person) => presence.has(person.id));
  const others = found.filter((person) => !presence.has(person.id));
  return (
    <div>
      <div className={classes.search}>
        <Search size={14} aria-hidden="true" />
        <input
          className={classes.input}
          data-autofocus
          aria-label={t('find')}
          placeholder={t('common:findPerson')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that the keyboard can scroll it */}
      <section className={classes.lists} aria-label={t('title')} tabIndex={0}>
        <PeopleList title={t('here')} people={here} />
        <PeopleList title={t('others')} people={others} />
        {found.length === 0 && <p className={classes.nothing}>{t('common:nobodyFound')}</p>}
      </section>
    </div>
  );
}

function PeopleList({ title, people }: { title: string; people: readonly Person[] }) {
  if (people.length === 0) return null;
  return (
    <section>
      <h2 className={classes.title}>
        {title} <span>{people.length}</span>
      </h2>
      <ul className={classes.list}>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
    </section>
  );
}

function PersonRow({ person }: { person: Person }) {
  const t = useText('people');
  const viewer = useViewer();
  const { teamOf } = usePeople();
  const presence = usePresence();
  const team = person.teamId === null ? undefined : teamOf(person.teamId);
  return (
    <li className={classes.row}>
      <Avatar person={person} size={28} isNamed={false} presence={presence.get(person.id)} />
      <span className={classes.name}>
        {person.name}
        {person.id === viewer.id && <span className={classes.me}>{t('common:me')}</span>}
      </span>
      <span className={classes.team}>
        {team?.name ?? t('noTeam')}
        {person.role === 'admin' && ` · ${t('admin')}`}
      </span>
      <RemindButton
        subject={{ kind: 'person', id: person.id }}
        title={person.name}
        label={t('remindOf', { name: person.name })}
      />
    </li>
  );
}
