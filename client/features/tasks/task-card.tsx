import { CheckSquare, MessageSquare, MoreHorizontal } from 'lucide-react';
import type { HTMLAttributes, KeyboardEvent } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { DropMenu } from '#client/ui/drop-menu.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { usePeople } from '#client/ui/people.ts';
import { useGlow } from '#client/ui/use-glow.ts';
import { TASK_STATUSES, type TaskItem, type TaskStatus } from '#server/tasks/tasks.schema.ts';
import { DueMark } from './due-mark.tsx';
import { PriorityMark } from './priority-mark.tsx';
import { RepeatMark } from './repeat-mark.tsx';
import { UnseenDot } from './unseen-tasks.tsx';
import classes from './task-card.module.css';

type Props = {
  task: TaskItem;
  isOpen?: boolean;
  /** While it is carried. */
  isLifted?: boolean;
  /** What makes it draggable. */
  grip?: HTMLAttributes<HTMLElement>;
  onOpen?: () => void;
  onMove?: (to: TaskStatus) => void;
};

export function TaskCard({ task, isOpen = false, isLifted = false, grip, onOpen, onMove }: Props) {
  const t = useText('tasks');
  const { personOf } = usePeople();
  const card = useGlow<HTMLDivElement>(task.version, false);
  const assignee = task.assigneeId === null ? undefined : personOf(task.assigneeId);
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key === 'Enter') onOpen?.();
    else grip?.onKeyDown?.(event);
  }
  return (
    <div
      ref={card}
      className={classes.card}
      data-open={isOpen || undefined}
      data-lifted={isLifted || undefined}
      data-done={task.status === 'done' || undefined}
    >
      <button
        type="button"
        className={classes.body}
        {...grip}
        onClick={onOpen}
        onKeyDown={onKeyDown}
      >
        <span className={classes.title}>
          <UnseenDot taskId={task.id} />
          {task.title}
        </span>
        <span className={classes.facts}>
          <PriorityMark priority={task.priority} />
          <DueMark task={task} />
          <RepeatMark task={task} />
          {task.checklist.total > 0 && (
            <span className={classes.fact} title={t('checklistOf', task.checklist)}>
              <CheckSquare size={13} aria-hidden="true" />
              {task.checklist.done}/{task.checklist.total}
            </span>
          )}
          {task.commentCount > 0 && (
            <span className={classes.fact} title={t('comments', { count: task.commentCount })}>
              <MessageSquare size={13} aria-hidden="true" />
              {task.commentCount}
            </span>
          )}
        </span>
      </button>
      <div className={classes.side}>
        {onMove !== undefined && (
          <DropMenu
            label={t('moveTo')}
            align="end"
            width={160}
            items={TASK_STATUSES.filter((status) => status !== task.status).map((status) => ({
              label: t(`statuses.${status}`),
              onSelect: () => onMove(status),
            }))}
            renderButton={(props) => (
              <IconButton
                icon={MoreHorizontal}
                size={22}
                label={t('moveTo')}
                variant="subtle"
                {...props}
              />
            )}
          />
        )}
        {assignee !== undefined && <Avatar person={assignee} size={22} />}
      </div>
    </div>
  );
}
