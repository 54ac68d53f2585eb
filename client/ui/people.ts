// Who works here, for every screen that shows a person. The app fills it (features/people); screens only look up.
import { createContext, useContext } from 'react';

export type Person = {
  id: string;
  name: string;
  username: string;
  role: 'staff' | 'admin';
  status: 'active' | 'inactive';
  teamId: string | null;
};
export type Team = { id: string; name: string };

export type People = {
  /** Everybody, by name; those who left too, so that what they wrote keeps its author. */
  everybody: readonly Person[];
  teams: readonly Team[];
  onlineIds: ReadonlySet<string>;
  personOf: (id: string) => Person | undefined;
  teamOf: (id: string) => Team | undefined;
};

export const PeopleContext = createContext<People>({
  everybody: [],
  teams: [],
  onlineIds: new Set(),
  personOf: () => undefined,
  teamOf: () => undefined,
});

export function usePeople(): People {
  return useContext(PeopleContext);
}
