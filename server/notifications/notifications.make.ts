// Notices are made in the write of their cause, one per person and cause. What was said is not kept in them: it is read
// from the message or the comment whenever somebody looks.
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { WriteTx } from '#db/database.ts';
import { roomMembers } from '#db/schema/chat.ts';
import { listOf } from '#db/placeholder-list.ts';
import { people } from '#db/schema/people.ts';
import { cut, firstOf, preview } from '../chat/chat.preview.schema.ts';
import type { Message } from '../chat/chat.schema.ts';
import type { TaskScope } from '../tasks/tasks.schema.ts';
import { callOf } from './notifications.policy.ts';
import { tellAll, whoSeeTask } from './notifications.tell.ts';

/** For those a message calls, in rooms they have not silenced; when it is urgent, in any. */
export async function noticeMessage(tx: WriteTx, message: Message): Promise<void> {
  const { roomId, no, replyTo, mentionsAll, mentionIds } = message;
  const named = replyTo === null ? mentionIds : [...mentionIds, replyTo.authorId];
  if (!mentionsAll && named.length === 0) return;
  const listeners = await listenersOf(tx, message, mentionsAll ? null : named);
  const { body, file } = preview(message);
  const { isUrgent } = message;
  const said = { actorId: message.authorId, no, title: null, body, file, isUrgent, scope: null };
  for (const kind of ['mention', 'reply'] as const) {
    const userIds = listeners.filter((userId) => callOf(userId, message) === kind);
    await tellAll(tx, userIds, {
      ...said,
      id: message.id,
      kind,
      subjectKind: 'room',
      subjectId: roomId,
      dueAt: null,
      overdue: null,
      createdAt: message.createdAt,
    });
  }
}

type Comment = {
  id: string;
  authorId: string;
  body: string;
  mentionIds: string[];
  files: Message['files'];
  createdAt: Date;
};

/** For those the comment names, and those whose task it is: who made it, does it, watches it. */
export async function noticeComment(
  tx: WriteTx,
  task: TaskScope & { id: string; title: string },
  comment: Comment,
): Promise<void> {
  const { teamId, creatorId, assigneeId, watcherIds } = task;
  const scope = { teamId, creatorId, assigneeId, watcherIds };
  const concerned = [creatorId, ...(assigneeId === null ? [] : [assigneeId]), ...watcherIds];
  const userIds = await whoSeeTask(tx, scope, [...concerned, ...comment.mentionIds]);
  const isNamed = (userId: string) => comment.mentionIds.includes(userId);
  const others = userIds.filter((userId) => userId !== comment.authorId);
  for (const kind of ['comment_mention', 'comment'] as const) {
    await tellAll(
      tx,
      others.filter((userId) => isNamed(userId) === (kind === 'comment_mention')),
      {
        id: comment.id,
        kind,
        subjectKind: 'task',
        subjectId: task.id,
        actorId: comment.authorId,
        no: null,
        title: task.title,
        body: cut(comment.body),
        file: firstOf(comment.files),
        isUrgent: false,
        dueAt: null,
        overdue: null,
        createdAt: comment.createdAt,
        scope,
      },
    );
  }
}

/** Active members of its room who did not silence it (however urgent: all of them), without the author; of `named` only, unless null. */
async function listenersOf(
  tx: WriteTx,
  { roomId, authorId, isUrgent }: Message,
  named: string[] | null,
): Promise<string[]> {
  const list = named === null ? null : listOf(named);
  const question = tx.prepared(`notifications.listeners:${list?.size ?? 'all'}:${isUrgent}`, (q) =>
    q
      .select({ userId: roomMembers.userId })
      .from(roomMembers)
      .innerJoin(people, eq(people.id, roomMembers.userId))
      .where(
        and(
          eq(roomMembers.roomId, sql.placeholder('roomId')),
          ne(roomMembers.userId, sql.placeholder('authorId')),
          isUrgent ? undefined : eq(roomMembers.isMuted, false),
          isUrgent ? undefined : ne(roomMembers.notify, 'nothing'),
          eq(people.status, sql`${'active'}`),
          list === null ? undefined : inArray(roomMembers.userId, list.placeholders),
        ),
      ),
  );
  const rows = await question.execute({ roomId, authorId, ...list?.values });
  return rows.map((row) => row.userId).toSorted();
}
