// Which columns the board has. Of people: whoever has a task here, and the colleagues of the team that one looks at, so
// that there is somebody to give a card to.
import { usePeople } from '#client/ui/people.ts';
import { useViewer } from '#client/ui/viewer.ts';
import { TASK_STATUSES } from '#server/tasks/tasks.schema.ts';
import type { Column } from './board-place.ts';
import { inOrder } from './task-groups.ts';
import type { BoardColumns, TaskFilter } from './tasks.search.ts';
import { useGroupTitle } from './use-group-title.ts';
import { useTaskGroups } from './use-tasks.ts';

export function useBoardColumns(filter: TaskFilter, by: BoardColumns) {
  const viewer = useViewer();
  const { everybody, personOf } = usePeople();
  const titleOf = useGroupTitle(by);
  const { query, groups } = useTaskGroups(filter, by);
  const countOf = new Map(groups?.items.map(({ key, count }) => [key, count]));
  const teamId = filter.teamId ?? viewer.teamId;
  function keysOfPeople(): (string | null)[] {
    if (filter.unassigned === true) return [null];
    if (filter.assigneeId !== undefined) return [filter.assigneeId];
    if (filter.mine === true) return [viewer.id];
    const team = everybody.filter((one) => one.status === 'active' && one.teamId === teamId);
    return [...new Set([null, viewer.id, ...team.map(({ id }) => id), ...countOf.keys()])];
  }
  const keys = by === 'status' ? TASK_STATUSES : keysOfPeople();
  const found = keys.map((key) => ({ key, count: countOf.get(key) ?? 0 }));
  const nameOf = (key: string) => personOf(key)?.name ?? '';
  const ordered = inOrder(found, by, { viewerId: viewer.id, nameOf });
  const columns = ordered.map(({ key, count }): Column => ({
    id: key ?? 'nobody',
    key,
    title: titleOf(key),
    count: groups === undefined ? null : count,
  }));
  // What stands for a status is known before the numbers are.
  return { query: { ...query, isPending: query.isPending && by !== 'status' }, columns };
}
