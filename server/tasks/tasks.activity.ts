// Who changed what of a task, from what to what.
import { and, asc, eq } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { taskActivity } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import type { Viewer } from '../viewer.ts';
import type { ChecklistChange, TaskChange } from './tasks.activity.schema.ts';
import { afterCursor, pageOf } from './tasks.pages.ts';
import type { ChecklistItem, CommentsInput } from './tasks.schema.ts';
import { getVisibleTask } from './tasks.visible.ts';

/** Of long texts, so much is shown. */
const TEXT_SHOWN = 300;
const TITLES_SHOWN = 3;

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
  const { id, taskId, actorId, field, before, after, at } = row;
  const shared = { id, taskId, actorId, field, at };
  if (field === 'checklistItems')
    return { ...shared, before: null, after: checklistChange(itemsOf(before), itemsOf(after)) };
  return { ...shared, before: cut(before), after: cut(after) };
}

function cut(value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= TEXT_SHOWN) return value;
  const text = value.slice(0, TEXT_SHOWN);
  return `${text.isWellFormed() ? text : text.slice(0, -1)}…`;
}

function itemsOf(value: unknown): ChecklistItem[] {
  return Array.isArray(value) ? (value as ChecklistItem[]) : [];
}

function checklistChange(before: ChecklistItem[], after: ChecklistItem[]): ChecklistChange {
  const was = new Map(before.map((item) => [item.id, item]));
  const isIn = new Set(after.map(({ id }) => id));
  const turned = after.filter(({ id, isDone }) => was.has(id) && was.get(id)?.isDone !== isDone);
  return {
    done: after.filter(({ isDone }) => isDone).length,
    total: after.length,
    added: titlesOf(after.filter(({ id }) => !was.has(id))),
    removed: titlesOf(before.filter(({ id }) => !isIn.has(id))),
    finished: titlesOf(turned.filter(({ isDone }) => isDone)),
    reopened: titlesOf(turned.filter(({ isDone }) => !isDone)),
  };
}

function titlesOf(items: readonly ChecklistItem[]): string[] {
  return items.slice(0, TITLES_SHOWN).map(({ title }) => title);
}
