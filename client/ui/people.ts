// Who works here, for every screen that shows a person. The app fills it (features/people); screens only look up.
import { createContext, useContext } from 'react';
import type { PersonItem } from '#server/people/people.schema.ts';
import type { PresenceState } from '#server/presence/presence.schema.ts';
import type { TeamItem } from '#server/teams/teams.schema.ts';

export type Person = PersonItem;
export type Team = TeamItem;

export type People = {
  /** Everybody, by name; those who left too, so that what they wrote keeps its author. */
  everybody: readonly Person[];
  teams: readonly Team[];
  personOf: (id: string) => Person | undefined;
  teamOf: (id: string) => Team | undefined;
};

export const PeopleContext = createContext<People>({
  everybody: [],
  teams: [],
  personOf: () => undefined,
  teamOf: () => undefined,
});

export function usePeople(): People {
  return useContext(PeopleContext);
}

/** Who is here: connected and looking (`online`), or connected only (`away`). Whoever is missing is offline. */
export const PresenceContext = createContext<ReadonlyMap<string, PresenceState>>(new Map());

export function usePresence(): ReadonlyMap<string, PresenceState> {
  return useContext(PresenceContext);
}
