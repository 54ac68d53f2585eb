// The one place where the inbox asks the server.
import { trpc } from '#client/api/trpc.ts';
import type { Provisional } from '#client/live/pending-acts.ts';
import { useAct } from '#client/live/use-act.ts';
import { useLivePages } from '#client/live/use-live.ts';
import { now } from '#client/ui/clock.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { NoticeItem, NoticesReadData } from '#server/notifications/notifications.schema.ts';

const PAGE = { limit: 30 };

/** Newest first, as far as it has been loaded, kept current. */
export function useNotices() {
  const query = trpc.notifications.list.useInfiniteQuery(PAGE, {
    getNextPageParam: (page) => page.nextCursor,
  });
  const pages = useLivePages('notifications.list', PAGE, query.data);
  const notices: NoticeItem[] = pages?.flatMap((page) => page.items) ?? [];
  return { query, notices };
}

export function useNoticeActs() {
  const act = useAct();
  const viewer = useViewer();
  const { client } = trpc.useUtils();
  const marked = (data: NoticesReadData): readonly Provisional[] => [
    { feature: 'notifications', kind: 'notification.changed', id: viewer.id, data },
  ];

  function mark(ids: string[], isRead: boolean) {
    const { markRead, markUnread } = client.notifications;
    return act({
      provisional: marked({ ids, readAt: isRead ? now() : null }),
      send: (mutationId) => (isRead ? markRead : markUnread).mutate({ ids, mutationId }),
    });
  }

  function markAllRead() {
    return act({
      provisional: marked({ ids: null, readAt: now() }),
      send: (mutationId) => client.notifications.markAllRead.mutate({ mutationId }),
    });
  }

  return { mark, markAllRead };
}
