import { useEffectEvent, useLayoutEffect } from 'react';
import type { ListedTasks } from './listed-tasks.ts';
import type { TaskFilter } from './tasks.search.ts';
import { useTaskList } from './use-tasks.ts';

type Props = { id: string; filter: TaskFilter; listed: ListedTasks };

/** Keeps one part of a list current; draws nothing itself. */
export function ListPart({ id, filter, listed }: Props) {
  const { query, tasks, hasMore, more } = useTaskList(filter);
  const { isPending, error } = query;
  const askMore = useEffectEvent(more);
  const askAgain = useEffectEvent(() => void query.refetch());
  // Before the screen is drawn, so that what is known already is there at once.
  useLayoutEffect(() => {
    const part = { tasks, isPending, error, hasMore };
    listed.set(id, { ...part, more: () => askMore(), refetch: () => askAgain() });
  }, [id, listed, tasks, isPending, error, hasMore]);
  useLayoutEffect(() => () => listed.set(id, null), [id, listed]);
  return null;
}
