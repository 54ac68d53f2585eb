// Notices are made in the write of their cause, one per person and cause. What was said is not kept in them: it is read
// from the message or the comment whenever somebody looks.
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { WriteTx } from '#db/database.ts';
import { roomMembers } from '#db/schema/chat.ts';
import { listOf } from '#db/placeholder-list.ts';
import { notifications } from '#db/schema/notifications.ts';
import { people } from '#db/schema/people.ts';
import { cut, firstOf, preview } from '../chat/chat.preview.schema.ts';
import type { Message } from '../chat/chat.schema.ts';
import { canSeeTask } from '../tasks/tasks.policy.ts';
import type { TaskScope } from '../tasks/tasks.schema.ts';
import { emitNoticed } from './notifications.events.ts';
import { noticeRowId } from './notifications.id.ts';
import { callOf } from './notifications.policy.ts';
import type { NoticeEventData } from './notifications.schema.ts';

/** For those a message calls, in rooms they have not silenced. */
export async function noticeMessage(tx: WriteTx, message: Message): Promise<void> {
  const { roomId, no, replyTo, mentionsAll, mentionIds } = message;
  const named = replyTo === null ? mentionIds : [...mentionIds, replyTo.authorId];
  if (!mentionsAll && named.length === 0) return;
  const listeners = await listenersOf(tx, message, mentionsAll ? null : named);
  const { body, file } = preview(message);
  const said = { actorId: message.authorId, no, title: null, body, file, scope: null };
  for (const kind of ['mention', 'reply'] as const) {
    const userIds = listeners.filter((userId) => callOf(userId, message) === kind);
    await tellAll(tx, userIds, {
      ...said,
      id: message.id,
      kind,
      subjectKind: 'room',
      subjectId: roomId,
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
  const userIds = await whoSee(tx, scope, [...concerned, ...comment.mentionIds]);
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
        createdAt: comment.createdAt,
        scope,
      },
    );
  }
}

/** One statement, however many. */
async function tellAll(tx: WriteTx, userIds: string[], notice: NoticeEventData): Promise<void> {
  if (userIds.length === 0) return;
  const { id, kind, subjectKind, subjectId, actorId, no, createdAt } = notice;
  const facts: Record<string, string> = no === null ? {} : { no: String(no) };
  const made = { subjectKind, subjectId, actorId, facts, version: 1, createdAt };
  const rows = userIds.map((userId) => ({ ...made, kind, id: noticeRowId(id, userId), userId }));
  // Ids of causes are made by callers: a comment may bear the id of a message, and then tells nobody twice.
  const told = await tx
    .insert(notifications)
    .values(rows)
    .onConflictDoNothing()
    .returning({ userId: notifications.userId });
  if (told.length > 0)
    emitNoticed(
      tx,
      told.map((row) => row.userId),
      notice,
    );
}

/** Active members of its room who did not silence it, without the author; of `named` only, unless null. */
async function listenersOf(
  tx: WriteTx,
  { roomId, authorId }: Message,
  named: string[] | null,
): Promise<string[]> {
  const list = named === null ? null : listOf(named);
  const question = tx.prepared(`notifications.listeners:${list?.size ?? 'all'}`, (q) =>
    q
      .select({ userId: roomMembers.userId })
      .from(roomMembers)
      .innerJoin(people, eq(people.id, roomMembers.userId))
      .where(
        and(
          eq(roomMembers.roomId, sql.placeholder('roomId')),
          ne(roomMembers.userId, sql.placeholder('authorId')),
          eq(roomMembers.isMuted, false),
          ne(roomMembers.notify, 'nothing'),
          eq(people.status, sql`${'active'}`),
          list === null ? undefined : inArray(roomMembers.userId, list.placeholders),
        ),
      ),
  );
  const rows = await question.execute({ roomId, authorId, ...list?.values });
  return rows.map((row) => row.userId).toSorted();
}

const THOSE_WHO = {
  id: people.id,
  role: people.role,
  teamId: people.teamId,
};

async function whoSee(tx: WriteTx, scope: TaskScope, userIds: string[]): Promise<string[]> {
  const found = await tx
    .select(THOSE_WHO)
    .from(people)
    .where(and(inArray(people.id, [...new Set(userIds)]), eq(people.status, 'active')));
  return found
    .filter((person) => canSeeTask(person, scope))
    .map((person) => person.id)
    .toSorted();
}
