import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { FieldConflict } from '#client/ui/field-conflict.tsx';
import { usePeople } from '#client/ui/people.ts';
import { sayExactly, sayFullDay } from '#client/ui/say-time.ts';
import type { TaskDetail, TaskPatch } from '#server/tasks/tasks.schema.ts';
import { useSayRepeat } from './use-say-repeat.ts';
import type { useTaskEdit } from './use-task-edit.ts';

type Field = keyof TaskPatch;

/** The choice for each field of a task that somebody else changed too. */
export function TaskConflicts({ edit }: { edit: ReturnType<typeof useTaskEdit> }) {
  const say = useSayFields();
  return edit.conflicts.map((conflict) => {
    const fields = Object.keys(conflict.mine) as Field[];
    return (
      <FieldConflict
        key={conflict.key}
        theirs={say(fields, conflict.current)}
        mine={say(fields, conflict.mine)}
        original={say(fields, conflict.original)}
        onKeepTheirs={() => edit.keepTheirs(conflict)}
        onTakeMine={() => edit.takeMine(conflict)}
        onTakeOriginal={() => edit.takeOriginal(conflict)}
      />
    );
  });
}

/** The fields of a task, or of a patch, in words. */
function useSayFields() {
  const t = useText('tasks');
  const tOfOne = useText('task');
  const locale = useLocale();
  const sayRepeat = useSayRepeat();
  const { personOf, teamOf } = usePeople();
  const nothing = t('common:none');
  function say(field: Field, task: TaskPatch | TaskDetail): string {
    const { dueOn = null, dueAt = null } = task;
    switch (field) {
      case 'status':
        return task.status === undefined ? nothing : t(`statuses.${task.status}`);
      case 'priority':
        return task.priority === undefined ? nothing : t(`priorities.${task.priority}`);
      case 'teamId':
        return teamOf(task.teamId ?? '')?.name ?? nothing;
      case 'assigneeId':
        return personOf(task.assigneeId ?? '')?.name ?? t('noAssignee');
      case 'dueOn':
      case 'dueAt':
        if (dueAt !== null) return sayExactly(dueAt, locale);
        return dueOn === null ? t('noDue') : sayFullDay(dueOn, locale);
      case 'repeat':
        return task.repeat ? sayRepeat(task.repeat, { dueOn, dueAt }) : tOfOne('repeat.none');
      case 'repeatFrom':
        return tOfOne(task.repeatFrom === 'done' ? 'repeat.fromDone' : 'repeat.fromDue');
      case 'labels':
        return task.labels?.join(', ') || nothing;
      case 'watcherIds':
        return task.watcherIds?.map((id) => personOf(id)?.name).join(', ') || nothing;
      case 'checklistItems':
        return task.checklistItems?.map((item) => item.title).join(', ') || nothing;
      case 'title':
      case 'description':
        return task[field] || nothing;
    }
  }
  return (fields: Field[], task: TaskPatch | TaskDetail) =>
    [...new Set(fields.map((field) => say(field, task)))].join(', ');
}
