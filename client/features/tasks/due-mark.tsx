import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { When, WhenDay } from '#client/ui/when.tsx';
import { seoulDay } from '#server/seoul.schema.ts';
import { isOverdue } from '#server/tasks/tasks.order.schema.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import classes from './marks.module.css';

/** When it is due; late and today are told by word and colour. */
export function DueMark({ task }: { task: TaskItem }) {
  const t = useText('tasks');
  const now = useMinute();
  if (task.dueOn === null) return null;
  const isLate = isOverdue(task, now);
  const isToday = task.status !== 'done' && task.dueOn === seoulDay(now);
  const within = isLate ? (when: string) => t('lateSince', { when }) : undefined;
  return (
    <span
      className={classes.dueMark}
      data-late={isLate || undefined}
      data-today={(isToday && !isLate) || undefined}
    >
      {task.dueAt === null ? (
        <WhenDay day={task.dueOn} within={within} />
      ) : (
        <When at={task.dueAt} as="appointment" within={within} />
      )}
    </span>
  );
}
