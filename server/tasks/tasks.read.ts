import { and, asc, eq, gt, or } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { taskChecklist, taskComments } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { linksOf } from './tasks.links.ts';
import { decodeTaskCursor, encodeTaskCursor } from './tasks.order.schema.ts';
import { toChecklistItem, toComment, toTaskItem } from './tasks.row.ts';
import type { CommentsInput, TaskComment, TaskDetail } from './tasks.schema.ts';
import { getVisibleTask } from './tasks.visible.ts';

export function getTask(
  deps: Deps,
  viewer: Viewer,
  input: { id: string },
): Promise<{ item: TaskDetail; asOf: Position }> {
  return deps.db.read(async (tx) => {
    const row = await getVisibleTask(tx, viewer, input.id);
    const checklist = await tx
      .select()
      .from(taskChecklist)
      .where(eq(taskChecklist.taskId, row.id))
      .orderBy(asc(taskChecklist.position), asc(taskChecklist.id));
    const item = {
      ...toTaskItem(row),
      description: row.description,
      checklistItems: checklist.map(toChecklistItem),
      links: await linksOf(tx, viewer, row.id),
    };
    return { item, asOf: tx.asOf };
  });
}

export type CommentPage = { items: TaskComment[]; nextCursor: string | null; asOf: Position };

/** Oldest first. */
export function listComments(
  deps: Deps,
  viewer: Viewer,
  input: CommentsInput,
): Promise<CommentPage> {
  const after = input.cursor === undefined ? null : decodeTaskCursor(input.cursor, 'due');
  if (after === undefined)
    throw badRequest('invalid_cursor', { cursor: ['is not a cursor of this list'] });
  return deps.db.read(async (tx) => {
    const task = await getVisibleTask(tx, viewer, input.taskId);
    const [afterAt, afterId] = after === null ? [new Date(0), ''] : [new Date(after[0]), after[1]];
    const rows = await tx
      .select()
      .from(taskComments)
      .where(
        and(
          eq(taskComments.taskId, task.id),
          or(
            gt(taskComments.createdAt, afterAt),
            and(eq(taskComments.createdAt, afterAt), gt(taskComments.id, afterId)),
          ),
        ),
      )
      .orderBy(asc(taskComments.createdAt), asc(taskComments.id))
      .limit(input.limit + 1);
    const items = rows.slice(0, input.limit).map(toComment);
    const last = rows.length > input.limit ? items.at(-1) : undefined;
    const nextCursor =
      last === undefined ? null : encodeTaskCursor([last.createdAt.getTime(), last.id]);
    return { items, nextCursor, asOf: tx.asOf };
  });
}
