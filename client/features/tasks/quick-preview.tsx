import { Tag } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { PersonTag } from '#client/ui/person-tag.tsx';
import { When, WhenDay } from '#client/ui/when.tsx';
import { PriorityMark } from './priority-mark.tsx';
import type { QuickTask } from './quick-line.ts';
import classes from './new-task.module.css';

/** What was understood of the line, while it is being written. */
export function QuickPreview({ task }: { task: QuickTask }) {
  const t = useText('tasks');
  return (
    <output className={classes.preview} aria-label={t('understood')}>
      {task.assigneeId !== null && <PersonTag id={task.assigneeId} />}
      {task.priority === 'normal' ? (
        <span>{t('priorities.normal')}</span>
      ) : (
        task.priority !== null && <PriorityMark priority={task.priority} />
      )}
      {task.dueOn !== null && (
        <span className={classes.due}>
          {task.dueAt === null ? (
            <WhenDay day={task.dueOn} />
          ) : (
            <When at={task.dueAt} as="appointment" />
          )}
        </span>
      )}
      {task.labels.map((label) => (
        <span key={label} className={classes.label}>
          <Tag size={12} aria-hidden="true" />
          {label}
        </span>
      ))}
      <span className={classes.title}>{task.title === '' ? t('noTitleYet') : task.title}</span>
    </output>
  );
}
