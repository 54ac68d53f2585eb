import { Button } from '@mantine/core';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { usePeople } from '#client/ui/people.ts';
import { sayExactly, sayFullDay } from '#client/ui/say-time.ts';
import { toastFailed } from '#client/ui/toasts.ts';
import type { TaskDetail, TaskPatch } from '#server/tasks/tasks.schema.ts';
import type { Conflict } from './use-task-edit.ts';
import classes from './field-conflict.module.css';

type Props = { conflict: Conflict; onKeep: () => void; onUse: () => Promise<void> };

/** Theirs or mine, for the one field that both changed. Nothing is lost until it is decided. */
export function FieldConflict({ conflict, onKeep, onUse }: Props) {
  const t = useText('tasks');
  const say = useSayField();
  const { field, mine, current } = conflict;
  return (
    <section className={classes.conflict} role="alert">
      <p className={classes.head}>{t('conflictUnknown')}</p>
      <dl className={classes.sides}>
        <dt>{t('theirs')}</dt>
        <dd>{say(field, current)}</dd>
        <dt>{t('yours')}</dt>
        <dd>{say(field, mine)}</dd>
      </dl>
      <div className={classes.buttons}>
        <Button size="xs" variant="default" onClick={onKeep}>
          {t('keepTheirs')}
        </Button>
        <Button size="xs" onClick={() => void onUse().catch(toastFailed)}>
          {t('useMine')}
        </Button>
      </div>
    </section>
  );
}

function useSayField() {
  const t = useText('tasks');
  const locale = useLocale();
  const { personOf, teamOf } = usePeople();
  return (field: keyof TaskPatch, task: TaskPatch | TaskDetail): string => {
    const nothing = t('common:none');
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
        if (task.dueAt instanceof Date) return sayExactly(task.dueAt, locale);
        return typeof task.dueOn === 'string' ? sayFullDay(task.dueOn, locale) : t('noDue');
      case 'labels':
        return task.labels?.join(', ') || nothing;
      case 'watcherIds':
        return task.watcherIds?.map((id) => personOf(id)?.name).join(', ') || nothing;
      case 'checklistItems':
        return task.checklistItems?.map((item) => item.title).join(', ') || nothing;
      case 'repeat':
      case 'repeatFrom':
        return task.repeat ?? nothing;
      case 'title':
      case 'description':
        return task[field] || nothing;
    }
  };
}
