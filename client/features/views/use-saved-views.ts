// The one place where saved views are asked for and changed.
import { newId } from '#client/api/new-id.ts';
import { trpc } from '#client/api/trpc.ts';
import { useAct } from '#client/live/use-act.ts';
import { useLive } from '#client/live/use-live.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { ViewItem, ViewScreen } from '#server/views/views.schema.ts';

export type NewView = Pick<ViewItem, 'name' | 'query' | 'isShared'>;

export function useSavedViews(screen: ViewScreen) {
  const viewer = useViewer();
  const act = useAct();
  const { client } = trpc.useUtils();
  const input = { screen };
  const query = trpc.views.list.useQuery(input);
  const views = useLive('views.list', input, query.data)?.items ?? [];

  function createView(given: NewView) {
    const now = new Date();
    const whole = { ...given, id: newId(), screen };
    const data: ViewItem = {
      ...whole,
      ownerId: viewer.id,
      version: 0,
      createdAt: now,
      updatedAt: now,
    };
    return act({
      provisional: [{ feature: 'views', kind: 'view.created', id: whole.id, data }],
      send: (mutationId) => client.views.create.mutate({ ...whole, mutationId }),
    });
  }

  function updateView(view: ViewItem, patch: Partial<NewView>) {
    const { id, version } = view;
    return act({
      provisional: [{ feature: 'views', kind: 'view.changed', id, data: { ...view, ...patch } }],
      send: (mutationId) => client.views.update.mutate({ id, version, patch, mutationId }),
    });
  }

  function removeView({ id }: ViewItem) {
    return act({
      provisional: [{ feature: 'views', kind: 'view.removed', id, gone: true }],
      send: (mutationId) => client.views.remove.mutate({ id, mutationId }),
    });
  }

  function restoreView(view: ViewItem) {
    const { id } = view;
    return act({
      provisional: [{ feature: 'views', kind: 'view.created', id, data: view }],
      send: (mutationId) => client.views.restore.mutate({ id, mutationId }),
    });
  }

  return { query, views, createView, updateView, removeView, restoreView };
}
