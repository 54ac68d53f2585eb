// A list as the rows that are drawn: heads of groups, tasks, and what stands for tasks that are still to come.
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import type { ListedParts } from './listed-tasks.ts';
import type { TaskFilter } from './tasks.search.ts';

export type ListGroup = {
  id: string;
  /** Null: it has no head and cannot be folded. */
  title: string | null;
  /** Of a group: all there are, loaded or not. */
  count: number | null;
  filter: TaskFilter;
  /** Folded until somebody unfolds it. */
  startsFolded?: true;
};

export type ListRow =
  | { kind: 'head'; id: string; group: ListGroup; isFolded: boolean }
  | { kind: 'task'; id: string; task: TaskItem; place: number; isLast: boolean }
  | { kind: 'failed'; id: string; groupId: string }
  /** The group is loaded, or goes on, once this comes into sight. */
  | { kind: 'wait'; id: string; groupId: string; tasks: number };

/** As many stand in for a group at most that has not been loaded. */
const WAITING_MAX = 12;

export function listRows(
  groups: readonly ListGroup[],
  parts: ListedParts,
  turned: ReadonlySet<string>,
): ListRow[] {
  const rows: ListRow[] = [];
  let place = 0;
  for (const group of groups) {
    const isFolded = isGroupFolded(group, turned);
    if (group.title !== null) rows.push({ kind: 'head', id: `head ${group.id}`, group, isFolded });
    if (isFolded) continue;
    const part = parts.get(group.id);
    for (const [at, task] of (part?.tasks ?? []).entries()) {
      place += 1;
      const isLast = at === (part?.tasks.length ?? 0) - 1 && part?.hasMore !== true;
      rows.push({ kind: 'task', id: `${group.id}/${task.id}`, task, place, isLast });
    }
    const { id: groupId } = group;
    if (part !== undefined && part.error !== null)
      rows.push({ kind: 'failed', id: `failed ${groupId}`, groupId });
    else if (part === undefined || part.isPending || part.hasMore) {
      const missing = (group.count ?? WAITING_MAX) - (part?.tasks.length ?? 0);
      const tasks = Math.min(Math.max(missing, 1), WAITING_MAX);
      rows.push({ kind: 'wait', id: `wait ${groupId}`, groupId, tasks });
    }
  }
  return rows;
}

/** `turned`: the groups that somebody folded, or unfolded when they start folded. */
export function isGroupFolded(group: ListGroup, turned: ReadonlySet<string>): boolean {
  return turned.has(group.id) !== (group.startsFolded === true);
}
