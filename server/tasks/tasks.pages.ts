// Pages of what hangs on a task, oldest first: each starts after the moment and the id of the last row before it.
import { and, eq, gt, or, type SQL } from 'drizzle-orm';
import type { taskActivity, taskComments } from '#db/schema/tasks.ts';
import { badRequest } from '../errors.ts';
import { decodeTaskCursor, encodeTaskCursor } from './tasks.order.schema.ts';

type At = typeof taskComments.createdAt | typeof taskActivity.at;
type Id = typeof taskComments.id | typeof taskActivity.id;

/** Of the rows after the cursor; all of them without one. */
export function afterCursor(cursor: string | undefined, at: At, id: Id): SQL | undefined {
  if (cursor === undefined) return undefined;
  const key = decodeTaskCursor(cursor, 'due');
  if (key === undefined)
    throw badRequest('invalid_cursor', { cursor: ['is not a cursor of this list'] });
  const [afterAt, afterId] = [new Date(key[0]), key[1]];
  return or(gt(at, afterAt), and(eq(at, afterAt), gt(id, afterId)));
}

/** `rows` hold one more than the page if there is a next one. */
export function pageOf<T extends { id: string }>(
  rows: readonly T[],
  { limit, atOf }: { limit: number; atOf: (row: T) => Date },
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  const nextCursor = last === undefined ? null : encodeTaskCursor([atOf(last).getTime(), last.id]);
  return { items, nextCursor };
}
