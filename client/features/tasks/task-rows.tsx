import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { useHotkey } from '#client/ui/hotkeys.ts';
import { Failure } from '#client/ui/failure.tsx';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import { ChosenTasks } from './chosen-tasks.tsx';
import { ListHead } from './list-head.tsx';
import { ListPart } from './list-part.tsx';
import { isGroupFolded, type ListGroup, type ListRow, listRows } from './list-rows.ts';
import { ListedTasks } from './listed-tasks.ts';
import { TaskRow } from './task-row.tsx';
import { useKept } from './use-kept.ts';
import { useListRows } from './use-list-rows.ts';
import { useRowFocus } from './use-row-focus.ts';
import { useSelection } from './use-selection.ts';
import { useTaskChange } from './use-task-change.ts';
import { useTaskKeys } from './use-task-keys.tsx';
import classes from './task-list.module.css';

type Props = {
  groups: readonly ListGroup[];
  /** The question whose answer the list is. */
  address: string;
  openId: string | null;
  onOpen: (id: string) => void;
  /** Where the tasks without a head would be, when they are loaded and there are none. */
  empty: ReactNode;
};

export function TaskRows({ groups, address, openId, onOpen, empty }: Props) {
  const t = useText('tasks');
  const list = useRef<HTMLUListElement>(null);
  const [listed] = useState(() => new ListedTasks());
  const parts = useSyncExternalStore(listed.subscribe, listed.snapshot);
  const [turned, setTurned] = useKept(address, 'turned');
  const [seen, setSeen] = useKept(address, 'seen');
  const rows = useMemo(() => listRows(groups, parts, turned), [groups, parts, turned]);
  const tasks = useMemo(
    () => rows.flatMap((row) => (row.kind === 'task' ? [row.task] : [])),
    [rows],
  );
  const selection = useSelection(tasks.map((task) => task.id));
  const changeTask = useTaskChange();
  const focus = useRowFocus(tasks);
  const focusedAt = rows.findIndex((row) => row.kind === 'task' && row.task.id === focus.id);
  const { virtualizer, marginPx } = useListRows(list, { rows, address, focusedAt });
  const drawn = virtualizer.getVirtualItems();
  const waiting = drawn.flatMap(({ index }) => {
    const row = rows[index];
    return row?.kind === 'wait' ? [row.groupId] : [];
  });
  const isLoaded = (group: ListGroup) =>
    group.title === null || (seen.has(group.id) && !isGroupFolded(group, turned));
  useEffect(() => {
    const unseen = waiting.filter((id) => !seen.has(id));
    if (unseen.length > 0) setSeen(new Set([...seen, ...unseen]));
    for (const id of waiting) parts.get(id)?.more();
  });
  const menu = useTaskKeys({
    task: focus.task,
    elementOf: ({ id }) => elementOf(list, id),
    onOpen,
  });
  function go(by: number) {
    const to = focus.move(by);
    const at = rows.findIndex((row) => row.kind === 'task' && row.task.id === to);
    if (at !== -1) virtualizer.scrollToIndex(at, { align: 'auto' });
  }
  useEffect(() => {
    if (focus.wanted === null) return;
    elementOf(list, focus.wanted)?.focus({ preventScroll: true });
  }, [focus.wanted]);
  const group = t('title');
  useHotkey({ keys: 'j', label: t('keys.next'), group }, () => go(1));
  useHotkey({ keys: 'k', label: t('keys.previous'), group }, () => go(-1));
  useHotkey({ keys: 'x', label: t('keys.choose'), group }, () => {
    if (focus.task !== undefined) selection.toggle(focus.task.id);
  });
  useHotkey(
    { keys: 'escape', label: t('bulk.clear'), group },
    selection.clear,
    selection.ids.length > 0,
  );
  function onKeyDown(event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const isOnTask = event.target instanceof HTMLElement && event.target.dataset['task'];
    if (by === undefined || !isOnTask || event.altKey || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    go(by);
  }
  const [first] = rows;
  const isEmpty = groups[0]?.title === null && (first === undefined || first.kind === 'head');
  function draw(row: ListRow): ReactNode {
    switch (row.kind) {
      case 'head':
        return (
          <ListHead
            group={row.group}
            isFolded={row.isFolded}
            onFold={() => setTurned(new Set(turned).symmetricDifference(new Set([row.group.id])))}
          />
        );
      case 'wait':
        return <RowsSkeleton rows={row.tasks} height={40} />;
      case 'failed':
        return (
          <Failure
            error={parts.get(row.groupId)?.error}
            onRetry={parts.get(row.groupId)?.refetch}
          />
        );
      case 'task': {
        const { task } = row;
        return (
          <TaskRow
            task={task}
            isOpen={task.id === openId}
            isChosen={selection.ids.includes(task.id)}
            isChoosing={selection.ids.length > 0}
            onChoose={(isRange) => selection.toggle(task.id, isRange)}
            onOpen={() => onOpen(task.id)}
            onToggle={() => changeTask(task, { status: task.status === 'done' ? 'todo' : 'done' })}
            onFocus={() => focus.set(task.id)}
          />
        );
      }
    }
  }
  return (
    <>
      {groups.filter(isLoaded).map(({ id, filter }) => (
        <ListPart key={id} id={id} filter={filter} listed={listed} />
      ))}
      {isEmpty && empty}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows of the tasks in it */}
      <ul
        ref={list}
        className={classes.list}
        aria-label={t('title')}
        style={{ height: virtualizer.getTotalSize() }}
        hidden={rows.length === 0}
        onKeyDown={onKeyDown}
      >
        {drawn.map(({ index, start, size, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <li
              key={key}
              className={classes.place}
              style={{ height: size, transform: `translateY(${start - marginPx}px)` }}
              {...(row.kind === 'task' ? { 'aria-posinset': row.place, 'aria-setsize': -1 } : {})}
            >
              {draw(row)}
            </li>
          );
        })}
      </ul>
      {menu}
      <ChosenTasks tasks={tasks} selection={selection} />
    </>
  );
}

function elementOf(list: { current: HTMLElement | null }, id: string) {
  return list.current?.querySelector<HTMLElement>(`[data-task="${id}"]`);
}
