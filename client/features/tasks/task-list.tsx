import { CheckCheck, ListTodo } from 'lucide-react';
import { useMemo } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { ListState } from '#client/ui/list-state.tsx';
import { usePeople } from '#client/ui/people.ts';
import { useViewer } from '#client/ui/viewer.ts';
import type { TaskGrouping } from '#server/tasks/tasks.groups.schema.ts';
import type { ListGroup } from './list-rows.ts';
import { filterOfGroup, inOrder } from './task-groups.ts';
import { TaskRows } from './task-rows.tsx';
import type { TaskFilter } from './tasks.search.ts';
import { useGroupTitle } from './use-group-title.ts';
import { useTaskGroups } from './use-tasks.ts';
import classes from './task-list.module.css';

type Props = {
  filter: TaskFilter;
  group: TaskGrouping | undefined;
  openId: string | null;
  onOpen: (id: string) => void;
  onClear: () => void;
};

export function TaskList({ group, ...props }: Props) {
  return group === undefined ? <PlainList {...props} /> : <GroupedList {...props} by={group} />;
}

type ListProps = Omit<Props, 'group'>;

/** What is done stands folded below what is not, unless somebody asked for one status. */
function PlainList({ filter, openId, onOpen, onClear }: ListProps) {
  const t = useText('tasks');
  const byStatus = useTaskGroups(filter, 'status').groups?.items;
  const done = byStatus?.find(({ key }) => key === 'done')?.count ?? 0;
  const title = t('statuses.done');
  const groups = useMemo((): ListGroup[] => {
    const all = { title: null, count: null };
    if (filter.status !== undefined) return [{ ...all, id: 'all', filter }];
    const open: ListGroup = {
      ...all,
      id: 'open',
      filter: { ...filter, status: ['todo', 'doing'] },
    };
    if (done === 0) return [open];
    const ofDone: TaskFilter = { ...filter, status: ['done'] };
    return [open, { id: 'done', title, count: done, filter: ofDone, startsFolded: true }];
  }, [filter, done, title]);
  const empty = useEmpty(filter, onClear);
  const allDone = { icon: CheckCheck, title: t('allDone') };
  return (
    <TaskRows
      groups={groups}
      address={JSON.stringify(filter)}
      openId={openId}
      onOpen={onOpen}
      empty={<EmptyState {...(done > 0 ? allDone : empty)} />}
    />
  );
}

function GroupedList({ filter, by, openId, onOpen, onClear }: ListProps & { by: TaskGrouping }) {
  const { query, groups } = useTaskGroups(filter, by);
  const viewer = useViewer();
  const { personOf, teamOf } = usePeople();
  const titleOf = useGroupTitle(by);
  const day = groups?.day ?? '';
  const nameOf = (key: string) => personOf(key)?.name ?? teamOf(key)?.name ?? '';
  const ordered = inOrder(groups?.items ?? [], by, { viewerId: viewer.id, nameOf });
  const shown = ordered.map(({ key, count }): ListGroup => ({
    id: key ?? 'nobody',
    title: titleOf(key),
    count,
    filter: filterOfGroup(filter, { by, key, day }),
  }));
  const empty = useEmpty(filter, onClear);
  return (
    <ListState query={query} isEmpty={shown.length === 0} empty={empty}>
      <TaskRows
        groups={shown}
        address={`${by} ${JSON.stringify(filter)}`}
        openId={openId}
        onOpen={onOpen}
        empty={null}
      />
    </ListState>
  );
}

function useEmpty(filter: TaskFilter, onClear: () => void): Parameters<typeof EmptyState>[0] {
  const t = useText('tasks');
  const isFiltered = Object.keys(filter).some((name) => name !== 'sort');
  if (!isFiltered) return { icon: ListTodo, title: t('empty'), text: t('emptyText') };
  return {
    icon: ListTodo,
    title: t('emptyFiltered'),
    action: (
      <button type="button" className={classes.clear} onClick={onClear}>
        {t('clearFilters')}
      </button>
    ),
  };
}
