import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { CalendarDays, List, SquareKanban, Trash2 } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Choice } from '#client/ui/choice.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { Page } from '#client/ui/page.tsx';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import { BoardSkeleton } from './board-skeleton.tsx';
import { ExportButton } from './export-button.tsx';
import { NewTask } from './new-task.tsx';
import { TaskFilters } from './task-filters.tsx';
import { TaskList } from './task-list.tsx';
import { TaskViews } from './task-views.tsx';
import { filterOf, searchWithout, type TasksSearch, type TasksView } from './tasks.search.ts';
import { UnseenTasks } from './unseen-tasks.tsx';
import classes from './tasks-page.module.css';

const TaskBoard = lazy(async () => ({ default: (await import('./task-board.tsx')).TaskBoard }));
const TaskCalendar = lazy(async () => ({
  default: (await import('./task-calendar.tsx')).TaskCalendar,
}));

export function TasksPage() {
  return (
    <UnseenTasks>
      <Tasks />
    </UnseenTasks>
  );
}

function Tasks() {
  const t = useText('tasks');
  const tOfOne = useText('task');
  const search: TasksSearch = useSearch({ from: '/tasks' });
  const { taskId } = useParams({ strict: false });
  const navigate = useNavigate();
  const filter = useMemo(() => filterOf(search), [search]);
  const view = search.view ?? 'list';
  const setSearch = (next: TasksSearch) => void navigate({ to: '.', search: next, replace: true });
  const open = (id: string) =>
    void navigate({ to: '/tasks/$taskId', params: { taskId: id }, search });
  return (
    <Page
      title={t('title')}
      width={view === 'board' ? 'full' : 'list'}
      scroll={view === 'board' ? 'none' : 'page'}
      views={
        <Choice<TasksView>
          label={t('view')}
          value={view}
          options={[
            { value: 'list', label: t('views.list'), icon: <List size={15} aria-hidden="true" /> },
            {
              value: 'board',
              label: t('views.board'),
              icon: <SquareKanban size={15} aria-hidden="true" />,
            },
            {
              value: 'calendar',
              label: t('views.calendar'),
              icon: <CalendarDays size={15} aria-hidden="true" />,
            },
          ]}
          onChange={(next) => setSearch({ ...search, view: next })}
        />
      }
      filters={
        <>
          <TaskViews search={search} onChange={setSearch} />
          <TaskFilters search={search} onChange={setSearch} />
          <ExportButton filter={filter} />
          <IconButton
            icon={Trash2}
            label={tOfOne('trash')}
            variant="subtle"
            onClick={() => void navigate({ to: '/tasks/trash', search })}
          />
        </>
      }
      detail={<Outlet />}
    >
      {view === 'list' && (
        <>
          <NewTask filter={filter} />
          <TaskList
            filter={filter}
            group={search.group}
            openId={taskId ?? null}
            onOpen={open}
            onClear={() => setSearch({ view, ...(search.group && { group: search.group }) })}
          />
        </>
      )}
      {view === 'calendar' && (
        <Suspense fallback={<RowsSkeleton />}>
          <TaskCalendar
            filter={filter}
            month={search.month}
            openId={taskId ?? null}
            onOpen={open}
            onMonth={(month) =>
              setSearch({ ...searchWithout(search, ['month']), ...(month && { month }) })
            }
            onNoDue={() => setSearch({ ...searchWithout(search, ['view', 'month']), noDue: true })}
          />
        </Suspense>
      )}
      {view === 'board' && (
        <>
          <div className={classes.new}>
            <NewTask filter={filter} />
          </div>
          <Suspense fallback={<BoardSkeleton by={search.columns ?? 'status'} />}>
            <TaskBoard
              key={search.columns}
              filter={filter}
              by={search.columns ?? 'status'}
              openId={taskId ?? null}
              onOpen={open}
            />
          </Suspense>
        </>
      )}
    </Page>
  );
}
