// How I want to be told: asked for once, kept current by events from all my devices.
import { trpc } from '#client/api/trpc.ts';
import { useAct } from '#client/live/use-act.ts';
import { useLive } from '#client/live/use-live.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { PreferencesPatch } from '#server/notifications/notifications.preferences.schema.ts';

export function useNoticePreferences() {
  const act = useAct();
  const viewer = useViewer();
  const { client } = trpc.useUtils();
  const query = trpc.notifications.preferences.useQuery();
  const preferences = useLive('notifications.preferences', undefined, query.data)?.item;

  /** Shown at once, if they are known; rejects, with everything as before, when it is refused. */
  function setPreferences(patch: PreferencesPatch) {
    const data = preferences === undefined ? null : { ...preferences, ...patch };
    return act({
      provisional:
        data === null
          ? []
          : [{ feature: 'notifications', kind: 'preferences.changed', id: viewer.id, data }],
      send: (mutationId) => client.notifications.setPreferences.mutate({ ...patch, mutationId }),
    });
  }
  return { query, preferences, setPreferences };
}
