import { useMemo } from 'react';
import { ListPart } from './list-part.tsx';
import type { ListedTasks } from './listed-tasks.ts';
import { filterOfGroup } from './task-groups.ts';
import type { BoardColumns, TaskFilter } from './tasks.search.ts';

type Props = {
  id: string;
  by: BoardColumns;
  of: string | null;
  filter: TaskFilter;
  listed: ListedTasks;
};

/** Keeps one column current; draws nothing itself. */
export function BoardPart({ id, by, of: key, filter, listed }: Props) {
  const own = useMemo(() => filterOfGroup(filter, { by, key, day: '' }), [filter, by, key]);
  return <ListPart id={id} filter={own} listed={listed} />;
}
