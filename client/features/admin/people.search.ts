// What the list of people shows, as it stands in the URL. Anything else in it is dropped.
import { matchesName } from '#client/ui/name-match.ts';
import type { PersonItem, Role } from '#server/people/people.schema.ts';

/** Whoever is active is meant unless it says otherwise. */
export type ShownStatus = 'active' | 'inactive' | 'all';
export const NO_TEAM = 'none';

export type PeopleSearch = {
  text?: string;
  /** A team's id, or NO_TEAM. */
  team?: string;
  role?: Role;
  status?: Exclude<ShownStatus, 'active'>;
};

export function peopleSearch(raw: Record<string, unknown>): PeopleSearch {
  const { text, team, role, status } = raw;
  return {
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
    ...(typeof team === 'string' && team !== '' ? { team } : {}),
    ...(role === 'staff' || role === 'admin' ? { role } : {}),
    ...(status === 'inactive' || status === 'all' ? { status } : {}),
  };
}

export function matchesSearch(person: PersonItem, search: PeopleSearch): boolean {
  const { text = '', team, role, status = 'active' } = search;
  if (status !== 'all' && person.status !== status) return false;
  if (role !== undefined && person.role !== role) return false;
  if (team !== undefined && (person.teamId ?? NO_TEAM) !== team) return false;
  return matchesName(person, text);
}
