// What an event does to a page of notices. Pure; held against fresh answers in tests/live/notices-consistency.
import type { AnswerOf, LiveHandlers } from '#client/live/live-types.ts';
import { isWithin, type Stretch } from '#client/live/pages.ts';
import { preview } from '#server/chat/chat.preview.schema.ts';
import type { Message } from '#server/chat/chat.schema.ts';
import type { ChangeEvent } from '#server/live/live.schema.ts';
import {
  compareNoticeKeys,
  type NoticeEventData,
  type NoticeItem,
  type NoticeKey,
  noticeKey,
  type NoticesReadData,
  type NoticesSnoozedData,
} from '#server/notifications/notifications.schema.ts';
import type { NoticePreferences } from '#server/notifications/notifications.preferences.schema.ts';
import type { ReminderEventData } from '#server/reminders/reminders.schema.ts';
import type { TaskEventData } from '#server/tasks/tasks.schema.ts';

type Page = AnswerOf<'notifications.list'>;

export const noticesLive: Pick<LiveHandlers, 'notifications.list' | 'notifications.preferences'> = {
  'notifications.preferences': (answer, event) =>
    event.kind === 'preferences.changed' && event.gone !== true
      ? { ...answer, item: event.data as NoticePreferences }
      : answer,

  'notifications.list': (page, event, { input }) => {
    const isUnreadOnly = input?.unread === true;
    const isSnoozed = input?.snoozed === true;
    if (event.gone === true) return withoutGone(page, event);
    switch (event.kind) {
      case 'notification.created':
      case 'notification.returned': {
        const { scope: _scope, ...notice } = event.data as NoticeEventData;
        if (input?.urgent === true && !notice.isUrgent) return page;
        // What comes back is told again, and is put off no more.
        if (isSnoozed) return without(page, [notice.id]);
        const stretch = { from: keyOf(input?.cursor), to: keyOf(page.nextCursor) };
        return withNotice(page, { ...notice, readAt: null, snoozedUntil: null }, stretch);
      }
      case 'notification.changed': {
        const data = event.data as NoticesReadData;
        // What comes back into a list of the unread is not in the event.
        if (isUnreadOnly && data.readAt === null) return 'ask again';
        if (isSnoozed && data.ids === null) return page;
        return changed(page, (notice) => marked(notice, data), isUnreadOnly);
      }
      case 'notification.snoozed': {
        const data = event.data as NoticesSnoozedData;
        const isPutOff = data.snoozedUntil !== null;
        // What is there again is not in the event.
        if (isPutOff === isSnoozed) return isSnoozed ? putOff(page, data) : 'ask again';
        return without(page, data.ids);
      }
      case 'message.edited': {
        const message = event.data as Message;
        const { body, file } = preview(message);
        return changed(page, (notice) =>
          notice.id === message.id ? { ...notice, body, file } : notice,
        );
      }
      case 'task.changed':
        return named(page, event.data as TaskEventData);
      default:
        return event.feature === 'reminders' ? named(page, event.data as ReminderEventData) : page;
    }
  },
};

function keyOf(cursor: string | null | undefined): NoticeKey | null {
  return cursor === null || cursor === undefined ? null : (JSON.parse(cursor) as NoticeKey);
}

function withNotice(page: Page, notice: NoticeItem, stretch: Stretch<NoticeKey>): Page {
  const key = noticeKey(notice);
  if (!isWithin(key, stretch, compareNoticeKeys)) return page;
  const others = page.items.filter((item) => item.id !== notice.id);
  const at = others.findIndex((item) => compareNoticeKeys(noticeKey(item), key) > 0);
  return { ...page, items: others.toSpliced(at === -1 ? others.length : at, 0, notice) };
}

/** Taken back, or the room or task is no longer theirs to see: told as the notice's end, whatever it was about. */
function withoutGone(page: Page, event: ChangeEvent): Page {
  if (event.feature !== 'notifications') return page;
  const items = page.items.filter(({ id, subjectId }) => id !== event.id && subjectId !== event.id);
  return items.length === page.items.length ? page : { ...page, items };
}

/** What is put off comes from another list, unless it is put off again. */
function putOff(page: Page, { ids, snoozedUntil }: NoticesSnoozedData): Page | 'ask again' {
  const isHere = (id: string) => page.items.some((notice) => notice.id === id);
  if (!ids.every(isHere)) return 'ask again';
  return changed(page, (notice) =>
    ids.includes(notice.id) ? { ...notice, snoozedUntil } : notice,
  );
}

function without(page: Page, ids: readonly string[]): Page {
  const items = page.items.filter(({ id }) => !ids.includes(id));
  return items.length === page.items.length ? page : { ...page, items };
}

function named(page: Page, { id, title }: { id: string; title: string }): Page {
  return changed(page, (notice) =>
    notice.subjectId === id && notice.title !== title ? { ...notice, title } : notice,
  );
}

function marked(notice: NoticeItem, { ids, readAt }: NoticesReadData): NoticeItem {
  const isMeant = ids === null ? notice.readAt === null : ids.includes(notice.id);
  return isMeant ? { ...notice, readAt } : notice;
}

function changed(
  page: Page,
  change: (notice: NoticeItem) => NoticeItem,
  isUnreadOnly = false,
): Page {
  const next = page.items.map(change);
  if (next.every((notice, at) => notice === page.items[at])) return page;
  return { ...page, items: isUnreadOnly ? next.filter(({ readAt }) => readAt === null) : next };
}
