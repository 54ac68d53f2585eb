import { newId } from '#client/api/new-id.ts';
import { trpc } from '#client/api/trpc.ts';
import type { Provisional } from '#client/live/pending-acts.ts';
import { useAct } from '#client/live/use-act.ts';
import { useLive } from '#client/live/use-live.ts';
import type { TeamItem } from '#server/teams/teams.schema.ts';

export function useTeams() {
  const query = trpc.admin.teams.list.useQuery();
  const list = useLive('admin.teams.list', undefined, query.data)?.items ?? [];
  const act = useAct();
  const { client } = trpc.useUtils();
  const { teams } = client.admin;
  return {
    query,
    teams: list,
    createTeam(name: string) {
      const id = newId();
      return act({
        provisional: [changed('team.created', { id, name, version: 0 })],
        send: (mutationId) => teams.create.mutate({ id, name, mutationId }),
      });
    },
    /** `team` as it was on the screen. */
    renameTeam(team: TeamItem, name: string) {
      const { id, version } = team;
      return act({
        provisional: [changed('team.changed', { ...team, name })],
        send: (mutationId) => teams.update.mutate({ id, version, patch: { name }, mutationId }),
      });
    },
    removeTeam: ({ id }: TeamItem) =>
      act({
        provisional: [{ feature: 'teams', kind: 'team.removed', id, gone: true }],
        send: (mutationId) => teams.remove.mutate({ id, mutationId }),
      }),
  };
}

function changed(kind: 'team.created' | 'team.changed', data: TeamItem): Provisional {
  return { feature: 'teams', kind, id: data.id, data };
}
