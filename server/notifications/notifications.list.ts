// One's notices, newest first; those put off are apart. What was said is read from where it stands now, and only if it is still theirs to see.
import { and, desc, eq, gte, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Position, ReadTx } from '#db/database.ts';
import { messages, roomMembers } from '#db/schema/chat.ts';
import { notifications } from '#db/schema/notifications.ts';
import { reminders } from '#db/schema/reminders.ts';
import { taskComments, tasks } from '#db/schema/tasks.ts';
import { decodeCursor, isMoment } from '../cursor.schema.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import { visibleReminders } from '../reminders/reminders.visible.ts';
import { visibleTasks } from '../tasks/tasks.visible.ts';
import type { Viewer } from '../viewer.ts';
import { noticeRowId } from './notifications.id.ts';
import { noticeColumns, toNotice } from './notifications.row.ts';
import { type ListNoticesInput, noticeKey, type NoticeItem } from './notifications.schema.ts';

export type NoticePage = { items: NoticeItem[]; nextCursor: string | null; asOf: Position };

export function listNotices(
  deps: Deps,
  viewer: Viewer,
  input: ListNoticesInput,
): Promise<NoticePage> {
  const after = input.cursor === undefined ? null : keyOf(input.cursor);
  const which = {
    role: viewer.role,
    isUnread: input.unread === true,
    isSnoozed: input.snoozed === true,
    isUrgent: input.urgent === true,
    isLater: after !== null,
  };
  return deps.db.read(async (tx) => {
    const rows = await noticesOf(tx, which).execute({
      userId: viewer.id,
      teamId: viewer.teamId,
      createdAt: after?.createdAt,
      rowId: after === null ? undefined : noticeRowId(after.id, viewer.id),
      limit: input.limit + 1,
    });
    const items = rows.slice(0, input.limit).map(toNotice);
    const last = rows.length > input.limit ? items.at(-1) : undefined;
    const nextCursor = last === undefined ? null : JSON.stringify(noticeKey(last));
    return { items, nextCursor, asOf: tx.asOf };
  });
}

function keyOf(cursor: string): { createdAt: Date; id: string } {
  const [ms, id] = decodeCursor(cursor) ?? [];
  if (typeof ms !== 'number' || id === undefined || !isMoment(ms))
    throw badRequest('invalid_cursor', { cursor: ['is not a cursor of this list'] });
  return { createdAt: new Date(ms), id };
}

type Which = {
  role: Viewer['role'];
  isUnread: boolean;
  isSnoozed: boolean;
  isUrgent: boolean;
  isLater: boolean;
};

function noticesOf(tx: ReadTx, { role, isUnread, isSnoozed, isUrgent, isLater }: Which) {
  const name = `notifications.list:${role}:${isUnread}:${isSnoozed}:${isUrgent}:${isLater}`;
  return tx.prepared(name, (q) => {
    const me = sql`${sql.placeholder('userId')}`;
    const [createdAt, rowId] = [sql.placeholder('createdAt'), sql.placeholder('rowId')];
    const cause = sql`substr(${notifications.id}, 1, 36)`;
    const isRoom = eq(notifications.subjectKind, sql`${'room'}`);
    const isTask = eq(notifications.subjectKind, sql`${'task'}`);
    const isReminder = eq(notifications.subjectKind, sql`${'reminder'}`);
    const isMember = and(
      eq(roomMembers.roomId, notifications.subjectId),
      eq(roomMembers.userId, me),
      gte(messages.no, roomMembers.seesFromNo),
    );
    const ids = { id: me, teamId: sql`${sql.placeholder('teamId')}` };
    return q
      .select(noticeColumns)
      .from(notifications)
      .leftJoin(messages, and(isRoom, eq(messages.id, cause)))
      .leftJoin(roomMembers, and(isRoom, isMember))
      .leftJoin(taskComments, and(isTask, eq(taskComments.id, cause)))
      .leftJoin(tasks, and(isTask, eq(tasks.id, notifications.subjectId)))
      .leftJoin(reminders, and(isReminder, eq(reminders.id, notifications.subjectId)))
      .where(
        and(
          eq(notifications.userId, me),
          isUnread ? isNull(notifications.readAt) : undefined,
          isUrgent ? eq(messages.isUrgent, true) : undefined,
          isSnoozed ? isNotNull(notifications.snoozedUntil) : isNull(notifications.snoozedUntil),
          isLater
            ? and(
                lte(notifications.createdAt, createdAt),
                or(lt(notifications.createdAt, createdAt), lt(notifications.id, rowId)),
              )
            : undefined,
          or(
            and(isRoom, isNotNull(roomMembers.userId), isNull(messages.removedAt)),
            and(
              isTask,
              isNotNull(tasks.id),
              isNull(tasks.removedAt),
              visibleTasks(q, { role }, ids),
            ),
            and(
              isReminder,
              isNotNull(reminders.id),
              isNull(reminders.removedAt),
              visibleReminders(q, ids),
            ),
            eq(notifications.subjectKind, sql`${'day'}`),
          ),
        ),
      )
      .orderBy(desc(notifications.createdAt), desc(notifications.id))
      .limit(sql.placeholder('limit'));
  });
}
