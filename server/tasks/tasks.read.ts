import { and, asc, eq } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { taskChecklist, taskComments } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import type { Viewer } from '../viewer.ts';
import { filesOf } from './tasks.files.ts';
import { linksOf } from './tasks.links.ts';
import { afterCursor, pageOf } from './tasks.pages.ts';
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
      files: await filesOf(tx, row.id),
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
  { taskId, cursor, limit }: CommentsInput,
): Promise<CommentPage> {
  return deps.db.read(async (tx) => {
    const task = await getVisibleTask(tx, viewer, taskId);
    const isAfter = afterCursor(cursor, taskComments.createdAt, taskComments.id);
    const rows = await tx
      .select()
      .from(taskComments)
      .where(and(eq(taskComments.taskId, task.id), isAfter))
      .orderBy(asc(taskComments.createdAt), asc(taskComments.id))
      .limit(limit + 1);
    const page = pageOf(rows.map(toComment), { limit, atOf: (comment) => comment.createdAt });
    return { ...page, asOf: tx.asOf };
  });
}
