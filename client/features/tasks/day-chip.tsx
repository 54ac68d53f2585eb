import type { HTMLAttributes } from 'react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { sayClock, sayShortClock } from '#client/ui/say-time.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import { isOverdue } from '#server/tasks/tasks.order.schema.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import { StatusDot } from './status-dot.tsx';
import classes from './task-calendar.module.css';

type Props = {
  task: TaskItem;
  isOpen?: boolean;
  /** While it is carried: what moves, and what stays behind. */
  isLifted?: boolean;
  isLeft?: boolean;
  grip?: HTMLAttributes<HTMLElement>;
  onOpen?: () => void;
  onFocus?: () => void;
};

/** A task as one line of a day. */
export function DayChip({ task, grip, onOpen, onFocus, ...look }: Props) {
  const t = useText('tasks');
  const locale = useLocale();
  const isLate = isOverdue(task, useMinute());
  const { dueAt, title } = task;
  return (
    <button
      type="button"
      className={classes.chip}
      data-task={task.id}
      data-done={task.status === 'done' || undefined}
      data-late={isLate || undefined}
      data-open={look.isOpen || undefined}
      data-lifted={look.isLifted || undefined}
      data-left={look.isLeft || undefined}
      title={dueAt === null ? title : `${sayClock(dueAt, locale)} ${title}`}
      {...grip}
      onClick={onOpen}
      onFocus={onFocus}
    >
      <StatusDot status={task.status} />
      {dueAt !== null && <span className={classes.clock}>{sayShortClock(dueAt, locale)}</span>}
      <span className={classes.chipTitle}>{title}</span>
      {isLate && <VisuallyHidden>{t('late')}</VisuallyHidden>}
    </button>
  );
}
