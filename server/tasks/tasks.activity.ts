// Who changed what of a task, from what to what.
import { and, asc, eq } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { taskActivity } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import type { Viewer } from '../viewer.ts';
import type { TaskChange } from './tasks.activity.schema.ts';
import { afterCursor, pageOf } from './tasks.pages.ts';
import type { ChecklistItem, CommentsInput } from './tasks.schema.ts';
import { getVisibleTask } from './tasks.visible.ts';

/** Of long texts, so much is shown. */
const TEXT_SHOWN = 300;

type ActivityPage = { items: TaskChange[]; nextCursor: string | null; asOf: Position };

/** Oldest first. */
export function listActivity(
  deps: Deps,
  viewer: Viewer,
  { taskId, cursor, limit }: CommentsInput,
): Promise<ActivityPage> {
  return deps.db.read(async (tx) => {
    const task = await getVisibleTask(tx, viewer, taskId);
    const isAfter = afterCursor(cursor, taskActivity.at, taskActivity.id);
    const rows = await tx
      .select()
      .from(taskActivity)
      .where(and(eq(taskActivity.taskId, task.id), isAfter))
      .orderBy(asc(taskActivity.at), asc(taskActivity.id))
      .limit(limit + 1);
    const page = pageOf(rows.map(toChange), { limit, atOf: (change) => change.at });
    return { ...page, asOf: tx.asOf };
  });
}

function toChange(row: typeof taskActivity.$inferSelect): TaskChange {
  const { id, taskId, actorId, field, at } = row;
  const shown = field === 'checklistItems' ? countDone : cut;
  return { id, taskId, actorId, field, before: shown(row.before), after: shown(row.after), at };
}

function cut(value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= TEXT_SHOWN) return value;
  const text = value.slice(0, TEXT_SHOWN);
  return `${text.isWellFormed() ? text : text.slice(0, -1)}…`;
}

function countDone(value: unknown): { done: number; total: number } {
  const items = Array.isArray(value) ? (value as ChecklistItem[]) : [];
  return { done: items.filter((item) => item.isDone).length, total: items.length };
}
