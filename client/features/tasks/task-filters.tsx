import { useText } from '#client/i18n/use-text.ts';
import { FilterChip } from '#client/ui/filter-chip.tsx';
import { FilterOptions } from '#client/ui/filter-options.tsx';
import { usePeople } from '#client/ui/people.ts';
import { TASK_SORTS, TASK_STATUSES, TASK_TITLE_MAX } from '#server/tasks/tasks.schema.ts';
import { AssigneeChip } from './assignee-chip.tsx';
import { GroupChip } from './group-chip.tsx';
import { TaskDays } from './task-days.tsx';
import { searchWithout, type TasksSearch } from './tasks.search.ts';
import { ToggleChip } from './toggle-chip.tsx';
import classes from './task-filters.module.css';

const BOARD_COLUMNS = ['status', 'assignee'] as const;

type Props = { search: TasksSearch; onChange: (search: TasksSearch) => void };

export function TaskFilters({ search, onChange }: Props) {
  const t = useText('tasks');
  const { teamOf, teams } = usePeople();
  const without = (...names: (keyof TasksSearch)[]) => onChange(searchWithout(search, names));
  const set = (patch: TasksSearch) => onChange({ ...search, ...patch });
  const statuses = search.status ?? [];
  const isByStatus = search.view === 'board' && search.columns === undefined;
  return (
    <>
      <ToggleChip
        label={t('mine')}
        isOn={search.mine === true}
        onToggle={(isOn) => (isOn ? set({ mine: true }) : without('mine'))}
      />
      <ToggleChip
        label={t('overdue')}
        isOn={search.overdue === true}
        onToggle={(isOn) => (isOn ? set({ overdue: true }) : without('overdue'))}
      />
      <ToggleChip
        label={t('watching')}
        isOn={search.watching === true}
        onToggle={(isOn) => (isOn ? set({ watching: true }) : without('watching'))}
      />
      {!isByStatus && (
        <FilterChip
          label={t('status')}
          value={
            statuses.length === 0
              ? null
              : statuses.map((status) => t(`statuses.${status}`)).join(', ')
          }
          onClear={() => without('status')}
        >
          {() => (
            <FilterOptions
              options={TASK_STATUSES.map((status) => ({
                value: status,
                label: t(`statuses.${status}`),
              }))}
              chosen={statuses}
              onToggle={(value) => {
                const next = TASK_STATUSES.filter(
                  (status) => statuses.includes(status) !== (status === value),
                );
                if (next.length === 0) without('status');
                else set({ status: next });
              }}
            />
          )}
        </FilterChip>
      )}
      <AssigneeChip search={search} onChange={onChange} />
      <FilterChip
        label={t('team')}
        value={search.team === undefined ? null : (teamOf(search.team)?.name ?? '')}
        onClear={() => without('team')}
      >
        {(close) => (
          <FilterOptions
            options={teams.map((team) => ({ value: team.id, label: team.name }))}
            chosen={search.team === undefined ? [] : [search.team]}
            onToggle={(team) => {
              set({ team });
              close();
            }}
          />
        )}
      </FilterChip>
      {search.view !== 'calendar' && (
        <TaskDays search={search} onSet={set} onClear={() => without('from', 'to', 'noDue')} />
      )}
      {search.view === 'board' && (
        <FilterChip
          label={t('columns')}
          value={search.columns === undefined ? null : t(`groupings.${search.columns}`)}
          onClear={() => without('columns')}
        >
          {(close) => (
            <FilterOptions
              options={BOARD_COLUMNS.map((by) => ({ value: by, label: t(`groupings.${by}`) }))}
              chosen={[search.columns ?? 'status']}
              onToggle={(by) => {
                if (by === 'assignee') set({ columns: by });
                else without('columns');
                close();
              }}
            />
          )}
        </FilterChip>
      )}
      {search.view === undefined && <GroupChip search={search} onChange={onChange} />}
      {search.view === undefined && (
        <FilterChip
          label={t('sort')}
          value={search.sort === undefined ? null : t(`sorts.${search.sort}`)}
          onClear={() => without('sort')}
        >
          {(close) => (
            <FilterOptions
              options={TASK_SORTS.map((sort) => ({ value: sort, label: t(`sorts.${sort}`) }))}
              chosen={[search.sort ?? 'rank']}
              onToggle={(value) => {
                const sort = TASK_SORTS.find((one) => one === value);
                if (sort !== undefined) set({ sort });
                close();
              }}
            />
          )}
        </FilterChip>
      )}
      <input
        type="search"
        className={classes.text}
        aria-label={t('findByTitle')}
        placeholder={t('findByTitle')}
        maxLength={TASK_TITLE_MAX}
        value={search.text ?? ''}
        onChange={(event) =>
          event.target.value === '' ? without('text') : set({ text: event.target.value })
        }
      />
    </>
  );
}
