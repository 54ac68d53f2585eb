import { trpc } from '#client/api/trpc.ts';
import { useLive } from '#client/live/use-live.ts';

/** Everybody by name, those whose account is deactivated too. */
export function useUsers() {
  const query = trpc.admin.users.list.useQuery();
  const users = useLive('admin.users.list', undefined, query.data)?.items ?? [];
  return { query, users };
}
