import { useText } from '#client/i18n/use-text.ts';
import { FilterChip } from '#client/ui/filter-chip.tsx';
import { usePeople } from '#client/ui/people.ts';
import { PersonPicker } from '#client/ui/person-picker.tsx';
import { searchWithout, type TasksSearch } from './tasks.search.ts';

type Props = { search: TasksSearch; onChange: (search: TasksSearch) => void };

/** Whose tasks, or those of nobody. */
export function AssigneeChip({ search, onChange }: Props) {
  const t = useText('tasks');
  const { personOf } = usePeople();
  const others = searchWithout(search, ['assignee', 'unassigned']);
  const { assignee, unassigned } = search;
  const named = assignee === undefined ? null : (personOf(assignee)?.name ?? '');
  return (
    <FilterChip
      label={t('assignee')}
      value={unassigned === true ? t('noAssignee') : named}
      onClear={() => onChange(others)}
    >
      {(close) => (
        <PersonPicker
          label={t('assignee')}
          chosenIds={assignee === undefined ? [] : [assignee]}
          onToggle={(personId) => {
            onChange({ ...others, assignee: personId });
            close();
          }}
          onClear={() => {
            onChange({ ...others, unassigned: true });
            close();
          }}
        />
      )}
    </FilterChip>
  );
}
