import { useMemo } from 'react';
import { trpc } from '#client/api/trpc.ts';
import { useLive } from '#client/live/use-live.ts';
import type { People } from '#client/ui/people.ts';

/** Everybody and every team, kept current. */
export function useDirectory(): People {
  const list = trpc.people.list.useQuery();
  const teamList = trpc.teams.list.useQuery();
  const people = useLive('people.list', undefined, list.data)?.items;
  const teams = useLive('teams.list', undefined, teamList.data)?.items;
  return useMemo(() => {
    const personById = new Map(people?.map((person) => [person.id, person]));
    const teamById = new Map(teams?.map((team) => [team.id, team]));
    return {
      everybody: people ?? [],
      teams: teams ?? [],
      personOf: (id) => personById.get(id),
      teamOf: (id) => teamById.get(id),
    };
  }, [people, teams]);
}
