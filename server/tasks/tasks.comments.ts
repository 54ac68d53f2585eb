import { eq, sql } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { insertedOrFound } from '#db/inserted-or-found.ts';
import { taskComments, tasks } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import { conflict, forbidden } from '../errors.ts';
import { claimFiles } from '../files/files.claim.ts';
import { noticeComment } from '../notifications/notifications.make.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { emitComment, emitTask } from './tasks.events.ts';
import { taskAbilities } from './tasks.policy.ts';
import { toComment } from './tasks.row.ts';
import type { AddCommentInput, TaskComment } from './tasks.schema.ts';
import { markUnseen } from './tasks.unseen.ts';
import { lockVisibleTask } from './tasks.visible.ts';

/** A retry with the same id returns the comment that is already there. */
export async function addComment(
  deps: Deps,
  viewer: Viewer,
  input: AddCommentInput,
): Promise<{ item: TaskComment; asOf: Position }> {
  const act = { viewer, mutationId: input.mutationId };
  const add = () =>
    writeAs(deps, act, async (tx, viewer) => {
      const before = await lockVisibleTask(tx, viewer, input.taskId);
      if (!taskAbilities(viewer, before).comment) throw forbidden('task_not_yours');
      const [existing] = await tx.select().from(taskComments).where(eq(taskComments.id, input.id));
      if (existing !== undefined) {
        if (existing.authorId !== viewer.id || existing.taskId !== before.id)
          throw conflict('id_in_use');
        return toComment(existing);
      }
      const subject = { kind: 'comment', id: input.id } as const;
      const row = {
        id: input.id,
        taskId: before.id,
        authorId: viewer.id,
        body: input.body,
        mentionIds: [...new Set(input.mentionIds)],
        files: await claimFiles(tx, viewer, { fileIds: input.fileIds, subject }),
        version: 1,
        createdAt: tx.now,
      };
      const after = {
        ...before,
        commentCount: before.commentCount + 1,
        version: before.version + 1,
        updatedAt: tx.now,
      };
      await tx.insert(taskComments).values(row);
      await tx
        .update(tasks)
        .set({
          commentCount: sql`${tasks.commentCount} + 1`,
          version: after.version,
          updatedAt: tx.now,
        })
        .where(eq(tasks.id, before.id));
      emitComment(tx, after, row);
      emitTask(tx, 'task.changed', { before, after });
      await markUnseen(tx, after, { actorId: viewer.id });
      await noticeComment(tx, after, row);
      tx.audit(
        'task.comment',
        { kind: 'task', id: before.id },
        { commentId: row.id, length: row.body.length },
      );
      return row;
    });
  const { value, asOf } = await insertedOrFound(add);
  return { item: value, asOf };
}
