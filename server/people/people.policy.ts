// Who may do what with people. Pure; the screens ask the same functions.
import type { PersonStatus, Role } from './people.schema.ts';

type Asker = { id: string; role: Role };
type Subject = { id: string; role: Role; status: PersonStatus };

export function canManagePeople(viewer: Asker): boolean {
  return viewer.role === 'admin';
}

/** Without them nobody could let anybody in: the last active admin is neither demoted nor deactivated. */
export function isLastAdmin(person: Subject, everybody: readonly Subject[]): boolean {
  const isAdmin = (other: Subject) => other.role === 'admin' && other.status === 'active';
  return isAdmin(person) && !everybody.some((other) => other.id !== person.id && isAdmin(other));
}

/** `everybody`: at least all active admins. */
export function personAbilities(viewer: Asker, person: Subject, everybody: readonly Subject[]) {
  const manages = canManagePeople(viewer);
  const isFree = !isLastAdmin(person, everybody);
  return {
    edit: manages,
    demote: manages && person.role === 'admin' && isFree,
    deactivate: manages && person.status === 'active' && isFree,
    reactivate: manages && person.status === 'inactive',
    resetPassword: manages,
  };
}
