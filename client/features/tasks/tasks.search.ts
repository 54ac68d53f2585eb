// The filters of the tasks screen as they stand in the URL. Anything else in it is dropped.
import { TASK_GROUPINGS, type TaskGrouping } from '#server/tasks/tasks.groups.schema.ts';
import {
  TASK_SORTS,
  TASK_STATUSES,
  type TaskSort,
  type TaskStatus,
} from '#server/tasks/tasks.schema.ts';
import type { InputOf } from '#client/live/live-types.ts';

export type TasksView = 'list' | 'board' | 'calendar';
/** What the columns of the board stand for. */
export type BoardColumns = Extract<TaskGrouping, 'status' | 'assignee'>;

export type TasksSearch = {
  view?: TasksView;
  status?: TaskStatus[];
  team?: string;
  assignee?: string;
  unassigned?: true;
  mine?: true;
  watching?: true;
  overdue?: true;
  label?: string;
  from?: string;
  to?: string;
  noDue?: true;
  text?: string;
  sort?: TaskSort;
  /** Of the list. */
  group?: TaskGrouping;
  /** Of the board; by status when absent. */
  columns?: Exclude<BoardColumns, 'status'>;
  /** Of the calendar, `YYYY-MM`; the one it is now when absent. */
  month?: string;
};

export type TaskFilter = Omit<NonNullable<InputOf<'tasks.list'>>, 'cursor' | 'limit'>;

export function tasksSearch(raw: Record<string, unknown>): TasksSearch {
  const status = listOf(raw['status'], TASK_STATUSES);
  const hasNoDue = flagOf(raw['noDue']);
  return withoutEmpty({
    view: oneOf(raw['view'], ['board', 'calendar'] as const),
    status: status.length === 0 ? undefined : status,
    team: textOf(raw['team']),
    assignee: textOf(raw['assignee']),
    unassigned: flagOf(raw['unassigned']),
    mine: flagOf(raw['mine']),
    watching: flagOf(raw['watching']),
    overdue: flagOf(raw['overdue']),
    label: textOf(raw['label']),
    from: hasNoDue ? undefined : textOf(raw['from']),
    to: hasNoDue ? undefined : textOf(raw['to']),
    noDue: hasNoDue,
    text: textOf(raw['text']),
    sort: oneOf(raw['sort'], TASK_SORTS),
    group: oneOf(raw['group'], TASK_GROUPINGS),
    columns: oneOf(raw['columns'], ['assignee'] as const),
    month: monthOf(raw['month']),
  });
}

/** What the server is asked; the same object for the same search. */
export function filterOf(search: TasksSearch): TaskFilter {
  const { team, assignee, from, to, ...rest } = search;
  const { view: _view, group: _group, columns: _columns, month: _month, ...filter } = rest;
  return withoutEmpty({ ...filter, teamId: team, assigneeId: assignee, dueFrom: from, dueTo: to });
}

export function searchWithout(
  search: TasksSearch,
  names: readonly (keyof TasksSearch)[],
): TasksSearch {
  return Object.fromEntries(
    Object.entries(search).filter(([name]) => !names.some((other) => other === name)),
  );
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutEmpty<T extends object>(values: T): Given<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Given<T>;
}

function oneOf<const T extends string>(value: unknown, known: readonly T[]): T | undefined {
  return known.find((one) => one === value);
}

function listOf<const T extends string>(value: unknown, known: readonly T[]): T[] {
  return Array.isArray(value) ? known.filter((one) => value.includes(one)) : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function monthOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(value)
    ? value
    : undefined;
}

function flagOf(value: unknown): true | undefined {
  return value === true ? true : undefined;
}
