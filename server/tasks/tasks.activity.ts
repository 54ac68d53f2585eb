// Who changed what of a task, from what to what.
import { and, asc, eq, gt, or } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { taskActivity } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import type { TaskChange } from './tasks.activity.schema.ts';
import { decodeTaskCursor, encodeTaskCursor } from './tasks.order.schema.ts';
import type { ChecklistItem, CommentsInput } from './tasks.schema.ts';
import { getVisibleTask } from './tasks.visible.ts';

/** Of long texts, so much is shown. */
const TEXT_SHOWN = 300;

type ActivityPage = { items: TaskChange[]; nextCursor: string | null; asOf: Position };

/** Oldest first. */
export function listActivity(
  deps: Deps,
  viewer: Viewer,
  input: CommentsInput,
): Promise<ActivityPage> {
  const after = input.cursor === undefined ? null : decodeTaskCursor(input.cursor, 'due');
  if (after === undefined)
    throw badRequest('invalid_cursor', { cursor: ['is not a cursor of this list'] });
  return deps.db.read(async (tx) => {
    const task = await getVisibleTask(tx, viewer, input.taskId);
    const [afterAt, afterId] = after === null ? [new Date(0), ''] : [new Date(after[0]), after[1]];
    const rows = await tx
      .select()
      .from(taskActivity)
      .where(
        and(
          eq(taskActivity.taskId, task.id),
          or(
            gt(taskActivity.at, afterAt),
            and(eq(taskActivity.at, afterAt), gt(taskActivity.id, afterId)),
          ),
        ),
      )
      .orderBy(asc(taskActivity.at), asc(taskActivity.id))
      .limit(input.limit + 1);
    const items = rows.slice(0, input.limit).map(toChange);
    const last = rows.length > input.limit ? items.at(-1) : undefined;
    const nextCursor = last === undefined ? null : encodeTaskCursor([last.at.getTime(), last.id]);
    return { items, nextCursor, asOf: tx.asOf };
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
