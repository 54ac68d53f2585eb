// What admins do with people: shown at once, put back if it is refused.
import { trpc } from '#client/api/trpc.ts';
import { useAct } from '#client/live/use-act.ts';
import type { Provisional } from '#client/live/pending-acts.ts';
import { foldUsername, type PersonItem, type Role } from '#server/people/people.schema.ts';

export type NewPerson = {
  /** The same for every try, so that a try whose answer got lost makes nobody twice. */
  id: string;
  name: string;
  username: string;
  password: string;
  role: Role;
  teamId: string | null;
};

export type PersonPatch = Partial<Pick<PersonItem, 'name' | 'username' | 'role' | 'teamId'>>;

export function useUserActs() {
  const act = useAct();
  const { client } = trpc.useUtils();
  const { users } = client.admin;

  /** Nothing is shown before the server has it: the first password must not seem given when it is not. */
  function createUser(person: NewPerson) {
    return act({
      provisional: [],
      send: (mutationId) => users.create.mutate({ ...person, mutationId }),
    });
  }

  /** `person` as they were on the screen. */
  function updateUser(person: PersonItem, patch: PersonPatch) {
    const { id, version } = person;
    const next = { ...person, ...patch, username: foldUsername(patch.username ?? person.username) };
    return act({
      provisional: [changed(next)],
      send: (mutationId) => users.update.mutate({ id, version, patch, mutationId }),
    });
  }

  function deactivateUser(person: PersonItem) {
    return act({
      provisional: [changed({ ...person, status: 'inactive' })],
      send: (mutationId) => users.deactivate.mutate({ id: person.id, mutationId }),
    });
  }

  function reactivateUser(person: PersonItem) {
    return act({
      provisional: [changed({ ...person, status: 'active' })],
      send: (mutationId) => users.reactivate.mutate({ id: person.id, mutationId }),
    });
  }

  function resetPassword(person: PersonItem, password: string) {
    return act({
      provisional: [],
      send: (mutationId) => users.resetPassword.mutate({ id: person.id, password, mutationId }),
    });
  }

  return { createUser, updateUser, deactivateUser, reactivateUser, resetPassword };
}

function changed(data: PersonItem): Provisional {
  return { feature: 'people', kind: 'person.changed', id: data.id, data };
}
