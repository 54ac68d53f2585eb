// Who may see a file: whoever sees what it hangs on, and as long as it hangs nowhere its owner. To anybody else it is not
// there, and once it is taken off to nobody.
import { and, eq, gte, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#db/database.ts';
import { messages, roomMembers } from '#db/schema/chat.ts';
import { files } from '#db/schema/files.ts';
import { promotions } from '#db/schema/promotions.ts';
import { taskComments } from '#db/schema/tasks.ts';
import { findMember } from '../chat/chat.visible.ts';
import { notFound } from '../errors.ts';
import { findVisibleTask } from '../tasks/tasks.visible.ts';
import type { Viewer } from '../viewer.ts';
import type { FileRow } from './files.row.ts';

export async function getVisibleFile(tx: Tx, viewer: Viewer, id: string): Promise<FileRow> {
  const row = await findFile(tx, id);
  if (row === undefined || !(await isVisible(tx, viewer, row))) throw notFound('file');
  return row;
}

/** Whoever may see it. */
export async function findFile(tx: Tx, id: string): Promise<FileRow | undefined> {
  const question = tx.prepared('files.one', (q) =>
    q
      .select()
      .from(files)
      .where(eq(files.id, sql.placeholder('id'))),
  );
  const [row] = await question.execute({ id });
  return row;
}

async function isVisible(tx: Tx, viewer: Viewer, row: FileRow): Promise<boolean> {
  const { subjectKind, subjectId } = row;
  if (row.removedAt !== null) return false;
  if (subjectId === null) return row.ownerId === viewer.id;
  switch (subjectKind) {
    case 'message':
      return await seesMessage(tx, viewer, subjectId);
    case 'comment':
      return await seesComment(tx, viewer, subjectId);
    case 'room':
      return (await findMember(tx, viewer, subjectId)) !== undefined;
    case 'task':
      return (await findVisibleTask(tx, viewer, subjectId)) !== undefined;
    case 'promotion':
      return await isPromotionThere(tx, subjectId);
    default:
      return false;
  }
}

async function seesMessage(tx: Tx, viewer: Viewer, messageId: string): Promise<boolean> {
  const question = tx.prepared('files.sees_message', (q) =>
    q
      .select({ id: messages.id })
      .from(messages)
      .innerJoin(roomMembers, eq(roomMembers.roomId, messages.roomId))
      .where(
        and(
          eq(messages.id, sql.placeholder('messageId')),
          eq(roomMembers.userId, sql.placeholder('userId')),
          gte(messages.no, roomMembers.seesFromNo),
          isNull(messages.removedAt),
        ),
      ),
  );
  return (await question.execute({ messageId, userId: viewer.id })).length > 0;
}

async function seesComment(tx: Tx, viewer: Viewer, commentId: string): Promise<boolean> {
  const [comment] = await tx
    .select({ taskId: taskComments.taskId })
    .from(taskComments)
    .where(eq(taskComments.id, commentId));
  if (comment === undefined) return false;
  return (await findVisibleTask(tx, viewer, comment.taskId)) !== undefined;
}

/** Promotions are everybody's, until they are removed. */
async function isPromotionThere(tx: Tx, promotionId: string): Promise<boolean> {
  const question = tx.prepared('files.promotion_is_there', (q) =>
    q
      .select({ id: promotions.id })
      .from(promotions)
      .where(and(eq(promotions.id, sql.placeholder('promotionId')), isNull(promotions.removedAt))),
  );
  return (await question.execute({ promotionId })).length > 0;
}
