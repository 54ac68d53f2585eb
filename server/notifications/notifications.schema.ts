// Notices on the wire: what somebody else did that one person should know.
import * as z from 'zod/mini';
import { cursor, id, instant, limit, mutationId, PAGE_DEFAULT, PAGE_MAX } from '../atoms.schema.ts';
import type { MessagePreview } from '../chat/chat.schema.ts';
import type { ReminderScope } from '../reminders/reminders.schema.ts';
import type { TaskScope } from '../tasks/tasks.schema.ts';
import type { NoticePreferences } from './notifications.preferences.schema.ts';

/**
 * `mention` and `reply` are messages, `comment_mention` and `comment` comments on a task; `assigned`: somebody gave me a
 * task, `task_done`: somebody finished one that I made or watch; `reminder_soon`: a reminder's early warning; `summary`:
 * what is overdue today.
 */
export const NOTICE_KINDS = [
  'mention',
  'reply',
  'comment_mention',
  'comment',
  'assigned',
  'task_done',
  'reminder_soon',
  'summary',
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];
export type NoticeSubjectKind = 'room' | 'task' | 'reminder' | 'day';

/** My tasks that are late, and due today; reminders for me that are due. */
export type OverdueNumbers = { lateTasks: number; todaysTasks: number; reminders: number };

/**
 * `createdAt`: when it came, for one that was put off when it came back.
 * `id` is that of its cause, the message or the comment, or one of its own; `subject…` is where it happened, by which
 * notices are grouped (a day: `YYYY-MM-DD`); `no` the message's number in its room; `title` the task's or the
 * reminder's; `body` is cut as in every hint; `dueAt`: of which time it warns.
 */
export type NoticeItem = {
  id: string;
  kind: NoticeKind;
  subjectKind: NoticeSubjectKind;
  subjectId: string;
  actorId: string | null;
  no: number | null;
  title: string | null;
  body: string;
  file: MessagePreview['file'];
  isUrgent: boolean;
  dueAt: Date | null;
  overdue: OverdueNumbers | null;
  createdAt: Date;
  readAt: Date | null;
  snoozedUntil: Date | null;
};

/** The data of `notification.created`, the same for all whom it tells; `scope` says who may see what it is about. */
export type NoticeEventData = Omit<NoticeItem, 'readAt' | 'snoozedUntil'> & {
  scope: TaskScope | ReminderScope | null;
};
/** The data of `notification.changed`, told to the one whose they are; `ids` null: all that were unread. */
export type NoticesReadData = { ids: string[] | null; readAt: Date | null };

/** The data of `notification.snoozed`, told to the one whose they are; null: there again, as if never put off. */
export type NoticesSnoozedData = { ids: string[]; snoozedUntil: Date | null };
/** Of any event of notices, with what somebody wants to hear of. */
export type NoticeData = NoticeEventData | NoticesReadData | NoticesSnoozedData | NoticePreferences;

export const listNoticesInput = z._default(
  z.object({
    cursor,
    limit,
    unread: z.optional(z.boolean()),
    /** Only messages that were sent as urgent. */
    urgent: z.optional(z.boolean()),
    /** Only those put off; without: only the others. */
    snoozed: z.optional(z.boolean()),
  }),
  { limit: PAGE_DEFAULT },
);

const ids = z.array(id).check(z.minLength(1), z.maxLength(PAGE_MAX));
export const markNoticesInput = z.object({ ids, mutationId });
/** Until then they are out of sight; null: they come back now. */
export const snoozeNoticesInput = z.object({ ids, until: z.nullable(instant), mutationId });
export const markAllNoticesInput = z.optional(z.object({ mutationId }));

export type ListNoticesInput = z.infer<typeof listNoticesInput>;
export type MarkNoticesInput = z.infer<typeof markNoticesInput>;
export type SnoozeNoticesInput = z.infer<typeof snoozeNoticesInput>;
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
