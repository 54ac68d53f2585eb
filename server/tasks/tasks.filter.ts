// Which tasks somebody asks for, as SQL. Which of the filters are given decides the statement; their values are its
// parameters. The same in plain code: matchesTaskFilter.
import { and, eq, gte, inArray, isNull, lte, ne, type SQL, sql } from 'drizzle-orm';
import type { ReadTx } from '#db/database.ts';
import { taskLabels, tasks, taskWatchers } from '#db/schema/tasks.ts';
import type { Viewer } from '../viewer.ts';
import type { TaskFilter } from './tasks.schema.ts';
import { visibleTasks } from './tasks.visible.ts';

const viewerId = sql`${sql.placeholder('viewerId')}`;

/** One name for each different statement; of the values only the states are part of it. */
export function filterShape(viewer: Viewer, filter: TaskFilter): string {
  const given = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined || value === false || name === 'limit' ? [] : [name],
  );
  return [viewer.role, ...given.toSorted(), ...(filter.status ?? []).toSorted()].join(',');
}

/** Those that are not in the trash, that the viewer sees and that the filter is for. */
export function asked(
  q: Pick<ReadTx, 'select'>,
  viewer: Viewer,
  filter: TaskFilter,
): SQL | undefined {
  const viewerTeamId = sql`${sql.placeholder('viewerTeamId')}`;
  return and(
    isNull(tasks.removedAt),
    visibleTasks(q, viewer, { id: viewerId, teamId: viewerTeamId }),
    ...conditionsOf(q, filter),
  );
}

export function filterValues(
  filter: TaskFilter,
  context: { viewer: Viewer; now: Date },
): Record<string, unknown> {
  const { teamId, assigneeId, label, dueFrom, dueTo, text } = filter;
  return {
    viewerId: context.viewer.id,
    viewerTeamId: context.viewer.teamId,
    teamId,
    assigneeId,
    label,
    dueFrom,
    dueTo,
    now: context.now,
    text: text === undefined ? undefined : `%${text.toLowerCase().replaceAll(/[!%_]/g, '!$&')}%`,
  };
}

/** A moment as a parameter, stored as the columns store it. */
export function moment(name: string): SQL {
  return sql`${sql.param(sql.placeholder(name), tasks.updatedAt)}`;
}

function conditionsOf(q: Pick<ReadTx, 'select'>, filter: TaskFilter): (SQL | undefined)[] {
  const labelled = () =>
    q
      .select({ id: taskLabels.taskId })
      .from(taskLabels)
      .where(eq(taskLabels.label, sql.placeholder('label')));
  const watched = () =>
    q
      .select({ id: taskWatchers.taskId })
      .from(taskWatchers)
      .where(eq(taskWatchers.userId, viewerId));
  return [
    filter.teamId === undefined ? undefined : eq(tasks.teamId, sql.placeholder('teamId')),
    filter.status === undefined ? undefined : inArray(tasks.status, filter.status),
    filter.assigneeId === undefined
      ? undefined
      : eq(tasks.assigneeId, sql.placeholder('assigneeId')),
    filter.unassigned === true ? isNull(tasks.assigneeId) : undefined,
    filter.mine === true ? eq(tasks.assigneeId, viewerId) : undefined,
    filter.watching === true ? inArray(tasks.id, watched()) : undefined,
    filter.label === undefined ? undefined : inArray(tasks.id, labelled()),
    filter.dueFrom === undefined ? undefined : gte(tasks.dueOn, sql.placeholder('dueFrom')),
    filter.dueTo === undefined ? undefined : lte(tasks.dueOn, sql.placeholder('dueTo')),
    filter.noDue === true ? isNull(tasks.dueOn) : undefined,
    filter.overdue === true
      ? and(ne(tasks.status, 'done'), lte(tasks.dueBy, moment('now')))
      : undefined,
    filter.text === undefined
      ? undefined
      : sql`${tasks.titleFold} like ${sql.placeholder('text')} escape '!'`,
  ];
}
