// From a stored notice and what it is about to what is sent.
import { messages } from '#db/schema/chat.ts';
import { notifications } from '#db/schema/notifications.ts';
import { reminders } from '#db/schema/reminders.ts';
import { taskComments, tasks } from '#db/schema/tasks.ts';
import { cut, firstOf } from '../chat/chat.preview.schema.ts';
import { previewColumns, toPreview } from '../chat/chat.row.ts';
import { keptIn } from './notifications.facts.ts';
import { causeOf } from './notifications.id.ts';
import type {
  NoticeEventData,
  NoticeItem,
  NoticeKind,
  NoticeSubjectKind,
} from './notifications.schema.ts';

/** Of notices, each joined to what it is about. */
export const noticeColumns = {
  notice: notifications,
  message: { ...previewColumns, isUrgent: messages.isUrgent },
  comment: { body: taskComments.body, files: taskComments.files },
  task: {
    title: tasks.title,
    teamId: tasks.teamId,
    assigneeId: tasks.assigneeId,
    creatorId: tasks.creatorId,
    watcherIds: tasks.watcherIds,
  },
  reminder: {
    title: reminders.title,
    ownerId: reminders.ownerId,
    forUserIds: reminders.forUserIds,
    forTeamId: reminders.forTeamId,
  },
};

type MessageRow = Parameters<typeof toPreview>[0] & { isUrgent: boolean };
type CommentRow = Pick<typeof taskComments.$inferSelect, 'body' | 'files'>;
type TaskRow = Pick<
  typeof tasks.$inferSelect,
  'title' | 'teamId' | 'assigneeId' | 'creatorId' | 'watcherIds'
>;
type ReminderRow = Pick<
  typeof reminders.$inferSelect,
  'title' | 'ownerId' | 'forUserIds' | 'forTeamId'
>;

type Row = {
  notice: typeof notifications.$inferSelect;
  message: MessageRow | null;
  comment: CommentRow | null;
  task: TaskRow | null;
  reminder: ReminderRow | null;
};

export function toNotice({ notice, message, comment, task, reminder }: Row): NoticeItem {
  const { subjectId, actorId, facts, createdAt, readAt, snoozedUntil } = notice;
  return {
    id: causeOf(notice.id),
    kind: notice.kind as NoticeKind,
    subjectKind: notice.subjectKind as NoticeSubjectKind,
    subjectId,
    actorId,
    no: message?.no ?? null,
    title: task?.title ?? reminder?.title ?? null,
    ...hintOf(message, comment),
    isUrgent: message?.isUrgent ?? false,
    ...keptIn(facts),
    createdAt,
    readAt,
    snoozedUntil,
  };
}

/** As it is told again. */
export function toNoticeEvent(row: Row): NoticeEventData {
  const { readAt: _readAt, snoozedUntil: _snoozedUntil, ...item } = toNotice(row);
  return { ...item, scope: scopeOf(row) };
}

function scopeOf({ task, reminder }: Row): NoticeEventData['scope'] {
  if (task !== null) {
    const { teamId, assigneeId, creatorId, watcherIds } = task;
    return { teamId, assigneeId, creatorId, watcherIds };
  }
  if (reminder === null) return null;
  const { ownerId, forUserIds, forTeamId } = reminder;
  return { ownerId, forUserIds, forTeamId };
}

function hintOf(
  message: MessageRow | null,
  comment: CommentRow | null,
): Pick<NoticeItem, 'body' | 'file'> {
  if (message !== null) {
    const { body, file } = toPreview(message);
    return { body, file };
  }
  return { body: cut(comment?.body ?? ''), file: firstOf(comment?.files ?? []) };
}
