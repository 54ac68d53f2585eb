// The one place where the inbox asks the server.
import { trpc } from '#client/api/trpc.ts';
import type { Provisional } from '#client/live/pending-acts.ts';
import { useAct } from '#client/live/use-act.ts';
import { useLivePages } from '#client/live/use-live.ts';
import { now } from '#client/ui/clock.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type {
  NoticeItem,
  NoticesReadData,
  NoticesSnoozedData,
} from '#server/notifications/notifications.schema.ts';

const PAGE = { limit: 30 };
const SNOOZED = { limit: 30, snoozed: true };

/** Newest first, as far as it has been loaded, kept current; or those that were put off. */
export function useNotices(isSnoozed: boolean) {
  const input = isSnoozed ? SNOOZED : PAGE;
  const query = trpc.notifications.list.useInfiniteQuery(input, {
    getNextPageParam: (page) => page.nextCursor,
  });
  const pages = useLivePages('notifications.list', input, query.data);
  const notices: NoticeItem[] = pages?.flatMap((page) => page.items) ?? [];
  return { query, notices };
}

export function useNoticeActs() {
  const act = useAct();
  const viewer = useViewer();
  const { client } = trpc.useUtils();
  const told = (
    kind: string,
    data: NoticesReadData | NoticesSnoozedData,
  ): readonly Provisional[] => [{ feature: 'notifications', kind, id: viewer.id, data }];

  function mark(ids: string[], isRead: boolean) {
    const { markRead, markUnread } = client.notifications;
    return act({
      provisional: told('notification.changed', { ids, readAt: isRead ? now() : null }),
      send: (mutationId) => (isRead ? markRead : markUnread).mutate({ ids, mutationId }),
    });
  }

  function markAllRead() {
    return act({
      provisional: told('notification.changed', { ids: null, readAt: now() }),
      send: (mutationId) => client.notifications.markAllRead.mutate({ mutationId }),
    });
  }

  /** Out of sight until then; null: back at once, which shows when the server says so. */
  function snooze(ids: string[], until: Date | null) {
    return act({
      provisional: until === null ? [] : told('notification.snoozed', { ids, snoozedUntil: until }),
      send: (mutationId) => client.notifications.snooze.mutate({ ids, until, mutationId }),
    });
  }

  /** As if they had not been put off. */
  function unsnooze(ids: string[]) {
    return act({
      provisional: [],
      send: (mutationId) => client.notifications.unsnooze.mutate({ ids, mutationId }),
    });
  }

  return { mark, markAllRead, snooze, unsnooze };
}
