// The filters of the tasks screen as they stand in the URL. Anything else in it is dropped.
import {
  TASK_SORTS,
  TASK_STATUSES,
  type TaskSort,
  type TaskStatus,
} from '#server/tasks/tasks.schema.ts';
import type { InputOf } from '#client/live/live-types.ts';

export type TasksView = 'list' | 'board';

export type TasksSearch = {
  view?: TasksView;
  status?: TaskStatus[];
  team?: string;
  assignee?: string;
  mine?: true;
  watching?: true;
  overdue?: true;
  label?: string;
  from?: string;
  to?: string;
  text?: string;
  sort?: TaskSort;
};

export type TaskFilter = Omit<NonNullable<InputOf<'tasks.list'>>, 'cursor' | 'limit'>;

export function tasksSearch(raw: Record<string, unknown>): TasksSearch {
  const status = listOf(raw['status'], TASK_STATUSES);
  return withoutEmpty({
    view: oneOf(raw['view'], ['board'] as const),
    status: status.length === 0 ? undefined : status,
    team: textOf(raw['team']),
    assignee: textOf(raw['assignee']),
    mine: flagOf(raw['mine']),
    watching: flagOf(raw['watching']),
    overdue: flagOf(raw['overdue']),
    label: textOf(raw['label']),
    from: textOf(raw['from']),
    to: textOf(raw['to']),
    text: textOf(raw['text']),
    sort: oneOf(raw['sort'], TASK_SORTS),
  });
}

/** What the server is asked; the same object for the same search. */
export function filterOf(search: TasksSearch): TaskFilter {
  const { team, assignee, from, to, view: _view, ...rest } = search;
  return withoutEmpty({ ...rest, teamId: team, assigneeId: assignee, dueFrom: from, dueTo: to });
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

function flagOf(value: unknown): true | undefined {
  return value === true ? true : undefined;
}
