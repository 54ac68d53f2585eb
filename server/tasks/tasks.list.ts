// The list of tasks: any filter, any sort, in pages by key. One statement, prepared once per kind of question.
import { and, asc, desc, eq, gt, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Position, ReadTx } from '#db/database.ts';
import { tasks } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { asked, filterShape, filterValues, moment } from './tasks.filter.ts';
import { decodeTaskCursor, encodeTaskCursor, taskKey, type TaskKey } from './tasks.order.schema.ts';
import { taskColumns, toTaskItem } from './tasks.row.ts';
import {
  type ListTasksInput,
  TASK_PRIORITIES,
  type TaskItem,
  type TaskSort,
} from './tasks.schema.ts';

export type TaskPage = { items: TaskItem[]; nextCursor: string | null; asOf: Position };

export function listTasks(deps: Deps, viewer: Viewer, input: ListTasksInput): Promise<TaskPage> {
  const after = input.cursor === undefined ? null : decodeTaskCursor(input.cursor, input.sort);
  if (after === undefined)
    throw badRequest('invalid_cursor', { cursor: ['is not a cursor of this list'] });
  return deps.db.read(async (tx) => {
    const rows = await questionOf(tx, viewer, input).execute({
      ...filterValues(input, { viewer, now: deps.clock.now() }),
      ...cursorValues(after, input.sort),
      limit: input.limit + 1,
    });
    const items = rows.slice(0, input.limit).map(toTaskItem);
    const last = rows.length > input.limit ? items.at(-1) : undefined;
    return {
      items,
      nextCursor: last === undefined ? null : encodeTaskCursor(taskKey(last, input.sort)),
      asOf: tx.asOf,
    };
  });
}

function questionOf(tx: ReadTx, viewer: Viewer, input: ListTasksInput) {
  return tx.prepared(`tasks.list:${input.sort}:${filterShape(viewer, input)}`, (q) =>
    q
      .select(taskColumns)
      .from(tasks)
      .where(
        and(
          asked(q, viewer, input),
          input.cursor === undefined ? undefined : afterCursor(input.sort),
        ),
      )
      .orderBy(...orderOf(input.sort))
      .limit(sql.placeholder('limit')),
  );
}

/** The most urgent first: its place from the end of the list of priorities. */
const urgency = sql`case ${tasks.priority} ${sql.join(
  TASK_PRIORITIES.map((priority, at) =>
    sql.raw(`when '${priority}' then ${TASK_PRIORITIES.length - 1 - at}`),
  ),
  sql.raw(' '),
)} end`;

function orderOf(sort: TaskSort): SQL[] {
  switch (sort) {
    case 'rank':
      return [asc(tasks.rank), asc(tasks.id)];
    case 'due':
      return [asc(tasks.dueBy), asc(tasks.id)];
    case 'updated':
      return [desc(tasks.updatedAt), asc(tasks.id)];
    case 'created':
      return [desc(tasks.createdAt), asc(tasks.id)];
    case 'priority':
      return [asc(urgency), asc(tasks.id)];
  }
}

function afterCursor(sort: TaskSort): SQL | undefined {
  const id = sql.placeholder('afterId');
  const [key, value, beyond] = {
    rank: [sql`${tasks.rank}`, sql`${sql.placeholder('afterKey')}`, gt] as const,
    due: [sql`${tasks.dueBy}`, moment('afterKey'), gt] as const,
    updated: [sql`${tasks.updatedAt}`, moment('afterKey'), lt] as const,
    created: [sql`${tasks.createdAt}`, moment('afterKey'), lt] as const,
    priority: [urgency, sql`${sql.placeholder('afterKey')}`, gt] as const,
  }[sort];
  return or(beyond(key, value), and(eq(key, value), gt(tasks.id, id)));
}

function cursorValues(after: TaskKey | null, sort: TaskSort): Record<string, unknown> {
  if (after === null) return {};
  const [key, id] = after;
  if (typeof key === 'string' || sort === 'priority') return { afterKey: key, afterId: id };
  return { afterKey: new Date(sort === 'due' ? key : -key), afterId: id };
}
