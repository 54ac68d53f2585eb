import { useText } from '#client/i18n/use-text.ts';
import { FilterChip } from '#client/ui/filter-chip.tsx';
import { FilterOptions } from '#client/ui/filter-options.tsx';
import { TASK_GROUPINGS } from '#server/tasks/tasks.groups.schema.ts';
import { searchWithout, type TasksSearch } from './tasks.search.ts';

type Props = { search: TasksSearch; onChange: (search: TasksSearch) => void };

/** What stands together in the list. */
export function GroupChip({ search, onChange }: Props) {
  const t = useText('tasks');
  return (
    <FilterChip
      label={t('group')}
      value={search.group === undefined ? null : t(`groupings.${search.group}`)}
      onClear={() => onChange(searchWithout(search, ['group']))}
    >
      {(close) => (
        <FilterOptions
          options={TASK_GROUPINGS.map((by) => ({ value: by, label: t(`groupings.${by}`) }))}
          chosen={search.group === undefined ? [] : [search.group]}
          onToggle={(value) => {
            const group = TASK_GROUPINGS.find((by) => by === value);
            if (group !== undefined) onChange({ ...search, group });
            close();
          }}
        />
      )}
    </FilterChip>
  );
}
