import { trpc } from '#client/api/trpc.ts';
import { useAct } from '#client/live/use-act.ts';
import { useLive } from '#client/live/use-live.ts';
import type { SessionItem } from '#server/auth/auth.schema.ts';

export function useSessions() {
  const query = trpc.auth.sessions.useQuery();
  const answer = useLive('auth.sessions', undefined, query.data);
  const act = useAct();
  const { client } = trpc.useUtils();
  const sessions = answer?.items ?? [];
  const currentId = answer?.currentId ?? null;
  const others = sessions.filter((session) => session.id !== currentId);
  return {
    query,
    sessions,
    others,
    currentId,
    endSession: ({ id }: SessionItem) =>
      act({
        provisional: [ended(id)],
        send: (mutationId) => client.auth.endSession.mutate({ id, mutationId }),
      }),
    endOthers: () =>
      act({
        provisional: others.map(({ id }) => ended(id)),
        send: (mutationId) => client.auth.endOtherSessions.mutate({ mutationId }),
      }),
  };
}

function ended(id: string) {
  return { feature: 'people', kind: 'session.ended', id, data: null } as const;
}
