// The list of tasks: any filter, any sort, in pages by key. One statement, prepared once per kind of question.
import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Position, ReadTx } from '#db/database.ts';
import { taskLabels, tasks, taskWatchers } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { decodeTaskCursor, encodeTaskCursor, taskKey, type TaskKey } from './tasks.order.schema.ts';
import { taskColumns, toTaskItem } from './tasks.row.ts';
import type { ListTasksInput, TaskItem, TaskSort } from './tasks.schema.ts';
import { visibleTasks } from './tasks.visible.ts';

export type TaskPage = { items: TaskItem[]; nextCursor: string | null; asOf: Position };

export function listTasks(deps: Deps, viewer: Viewer, input: ListTasksInput): Promise<TaskPage> {
  const after = input.cursor === undefined ? null : decodeTaskCursor(input.cursor, input.sort);
  if (after === undefined)
    throw badRequest('invalid_cursor', { cursor: ['is not a cursor of this list'] });
  return deps.db.read(async (tx) => {
    const rows = await questionOf(tx, viewer, input).execute({
      ...valuesOf(input, { viewer, now: deps.clock.now() }),
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

const at = {
  teamId: sql.placeholder('teamId'),
  viewerId: sql`${sql.placeholder('viewerId')}`,
  viewerTeamId: sql`${sql.placeholder('viewerTeamId')}`,
};

/** Which of the filters are given decides the statement; their values are its parameters. */
function questionOf(tx: ReadTx, viewer: Viewer, input: ListTasksInput) {
  const given = Object.entries(input).flatMap(([name, value]) =>
    value === undefined || value === false || name === 'limit' ? [] : [name],
  );
  const shape = [
    viewer.role,
    input.sort,
    ...given.toSorted(),
    ...(input.status ?? []).toSorted(),
  ].join(',');
  return tx.prepared(`tasks.list:${shape}`, (q) =>
    q
      .select(taskColumns)
      .from(tasks)
      .where(
        and(
          isNull(tasks.removedAt),
          visibleTasks(q, viewer, { id: at.viewerId, teamId: at.viewerTeamId }),
          ...filtersOf(q, input),
          input.cursor === undefined ? undefined : afterCursor(input.sort),
        ),
      )
      .orderBy(...orderOf(input.sort))
      .limit(sql.placeholder('limit')),
  );
}

function filtersOf(q: Pick<ReadTx, 'select'>, input: ListTasksInput): (SQL | undefined)[] {
  const labelled = () =>
    q
      .select({ id: taskLabels.taskId })
      .from(taskLabels)
      .where(eq(taskLabels.label, sql.placeholder('label')));
  const watched = () =>
    q
      .select({ id: taskWatchers.taskId })
      .from(taskWatchers)
      .where(eq(taskWatchers.userId, at.viewerId));
  return [
    input.teamId === undefined ? undefined : eq(tasks.teamId, at.teamId),
    input.status === undefined ? undefined : inArray(tasks.status, input.status),
    input.assigneeId === undefined
      ? undefined
      : eq(tasks.assigneeId, sql.placeholder('assigneeId')),
    input.mine === true ? eq(tasks.assigneeId, at.viewerId) : undefined,
    input.watching === true ? inArray(tasks.id, watched()) : undefined,
    input.label === undefined ? undefined : inArray(tasks.id, labelled()),
    input.dueFrom === undefined ? undefined : gte(tasks.dueOn, sql.placeholder('dueFrom')),
    input.dueTo === undefined ? undefined : lte(tasks.dueOn, sql.placeholder('dueTo')),
    input.overdue === true
      ? and(ne(tasks.status, 'done'), lte(tasks.dueBy, moment('now')))
      : undefined,
    input.text === undefined
      ? undefined
      : sql`${tasks.titleFold} like ${sql.placeholder('text')} escape '!'`,
  ];
}

function valuesOf(
  input: ListTasksInput,
  context: { viewer: Viewer; now: Date },
): Record<string, unknown> {
  const { teamId, assigneeId, label, dueFrom, dueTo } = input;
  return {
    viewerId: context.viewer.id,
    viewerTeamId: context.viewer.teamId,
    teamId,
    assigneeId,
    label,
    dueFrom,
    dueTo,
    now: context.now,
    text:
      input.text === undefined
        ? undefined
        : `%${input.text.toLowerCase().replaceAll(/[!%_]/g, '!$&')}%`,
  };
}

/** A moment as a parameter, stored as the columns store it. */
function moment(name: string): SQL {
  return sql`${sql.param(sql.placeholder(name), tasks.updatedAt)}`;
}

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
  }
}

function afterCursor(sort: TaskSort): SQL | undefined {
  const id = sql.placeholder('afterId');
  const [key, value, beyond] = {
    rank: [tasks.rank, sql`${sql.placeholder('afterKey')}`, gt] as const,
    due: [tasks.dueBy, moment('afterKey'), gt] as const,
    updated: [tasks.updatedAt, moment('afterKey'), lt] as const,
    created: [tasks.createdAt, moment('afterKey'), lt] as const,
  }[sort];
  return or(beyond(key, value), and(eq(key, value), gt(tasks.id, id)));
}

function cursorValues(after: TaskKey | null, sort: TaskSort): Record<string, unknown> {
  if (after === null) return {};
  const [key, id] = after;
  if (typeof key === 'string') return { afterKey: key, afterId: id };
  return { afterKey: new Date(sort === 'due' ? key : -key), afterId: id };
}
