import { useText } from '#client/i18n/use-text.ts';
import { usePeople } from '#client/ui/people.ts';
import type { DueGroup, TaskGrouping } from '#server/tasks/tasks.groups.schema.ts';
import type { TaskStatus } from '#server/tasks/tasks.schema.ts';

/** What a group, or a column of the board, is called. */
export function useGroupTitle(by: TaskGrouping): (key: string | null) => string {
  const t = useText('tasks');
  const { personOf, teamOf } = usePeople();
  return (key) => {
    if (key === null) return t('noAssignee');
    switch (by) {
      case 'status':
        return t(`statuses.${key as TaskStatus}`);
      case 'assignee':
        return personOf(key)?.name ?? '';
      case 'team':
        return teamOf(key)?.name ?? '';
      case 'due':
        return t(`dueGroups.${key as DueGroup}`);
    }
  };
}
