// What an admin sent as urgent and I have neither read nor closed: kept by the server, so it is there after a reload too.
import { trpc } from '#client/api/trpc.ts';
import { useLive } from '#client/live/use-live.ts';
import type { NoticeItem } from '#server/notifications/notifications.schema.ts';

const WAITING = { unread: true, urgent: true, limit: 20 };
const NONE: readonly NoticeItem[] = [];

/** Newest first. */
export function useUrgent(): readonly NoticeItem[] {
  const query = trpc.notifications.list.useQuery(WAITING);
  return useLive('notifications.list', WAITING, query.data)?.items ?? NONE;
}

/** The rooms where something urgent waits for me. */
export function useUrgentRooms(): ReadonlySet<string> {
  return new Set(useUrgent().map(({ subjectId }) => subjectId));
}
