// Notices on the wire: what somebody else did that one person should know.
import * as z from 'zod/mini';
import { cursor, id, limit, mutationId, PAGE_DEFAULT, PAGE_MAX } from '../atoms.schema.ts';
import type { MessagePreview } from '../chat/chat.schema.ts';
import type { TaskScope } from '../tasks/tasks.schema.ts';

/** `mention` and `reply` are messages, `comment_mention` and `comment` comments on a task. */
export type NoticeKind = 'mention' | 'reply' | 'comment_mention' | 'comment';

/**
 * `id` is that of its cause, the message or the comment; `subject…` is where it happened, by which notices are grouped;
 * `no` the message's number in its room; `title` the task's; `body` is cut as in every hint.
 */
export type NoticeItem = {
  id: string;
  kind: NoticeKind;
  subjectKind: 'room' | 'task';
  subjectId: string;
  actorId: string | null;
  no: number | null;
  title: string | null;
  body: string;
  file: MessagePreview['file'];
  createdAt: Date;
  readAt: Date | null;
};

/** The data of `notification.created`, the same for all whom it tells; `scope` says who may see the task. */
export type NoticeEventData = Omit<NoticeItem, 'readAt'> & { scope: TaskScope | null };
/** The data of `notification.changed`, told to the one whose they are; `ids` null: all that were unread. */
export type NoticesReadData = { ids: string[] | null; readAt: Date | null };

export const listNoticesInput = z._default(
  z.object({ cursor, limit, unread: z.optional(z.boolean()) }),
  { limit: PAGE_DEFAULT },
);

const ids = z.array(id).check(z.minLength(1), z.maxLength(PAGE_MAX));
export const markNoticesInput = z.object({ ids, mutationId });
export const markAllNoticesInput = z.optional(z.object({ mutationId }));

export type ListNoticesInput = z.infer<typeof listNoticesInput>;
export type MarkNoticesInput = z.infer<typeof markNoticesInput>;
export type MarkAllNoticesInput = z.infer<typeof markAllNoticesInput>;

/** The sort key: the newest first, compared part by part. */
export type NoticeKey = readonly [createdAtMs: number, id: string];

export function noticeKey(notice: Pick<NoticeItem, 'createdAt' | 'id'>): NoticeKey {
  return [notice.createdAt.getTime(), notice.id];
}

/** Negative when `a` comes first. */
export function compareNoticeKeys([aMs, aId]: NoticeKey, [bMs, bId]: NoticeKey): number {
  if (aMs !== bMs) return bMs - aMs;
  if (aId === bId) return 0;
  return aId > bId ? -1 : 1;
}
