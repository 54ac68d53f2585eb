import { CheckSquare, MessageSquare, MoreHorizontal } from 'lucide-react';
import type { HTMLAttributes } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { DropMenu, type MenuItem } from '#client/ui/drop-menu.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { usePeople } from '#client/ui/people.ts';
import { VisuallyHidden } from '#client/ui/visually-hidden.tsx';
import { useGlow } from '#client/ui/use-glow.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import { DueMark } from './due-mark.tsx';
import { PriorityMark } from './priority-mark.tsx';
import { RepeatMark } from './repeat-mark.tsx';
import { StatusDot } from './status-dot.tsx';
import type { BoardColumns } from './tasks.search.ts';
import { UnseenDot } from './unseen-tasks.tsx';
import classes from './task-card.module.css';

type Props = {
  task: TaskItem;
  /** What its column says already, the card does not. */
  by: BoardColumns;
  isOpen?: boolean;
  /** While it is carried. */
  isLifted?: boolean;
  /** What makes it draggable. */
  grip?: HTMLAttributes<HTMLElement>;
  onOpen?: () => void;
  onFocus?: () => void;
  /** The other places it may go to. */
  moves?: readonly MenuItem[];
};

export function TaskCard({ task, by, isOpen = false, isLifted = false, grip, ...props }: Props) {
  const { onOpen, onFocus, moves = [] } = props;
  const t = useText('tasks');
  const { personOf } = usePeople();
  const card = useGlow<HTMLDivElement>(task.version, false);
  const assignee = task.assigneeId === null ? undefined : personOf(task.assigneeId);
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
        data-task={task.id}
        {...grip}
        onClick={onOpen}
        onFocus={onFocus}
      >
        <span className={classes.title}>{task.title}</span>
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
          <UnseenDot taskId={task.id} />
          {by === 'assignee' && <VisuallyHidden>{t(`statuses.${task.status}`)}</VisuallyHidden>}
        </span>
      </button>
      <div className={classes.side}>
        {moves.length > 0 && (
          <DropMenu
            label={t('moveTo')}
            align="end"
            width={180}
            items={moves}
            renderButton={(button) => (
              <IconButton
                icon={MoreHorizontal}
                size={22}
                label={t('moveTo')}
                variant="subtle"
                className={classes.menu ?? ''}
                {...button}
              />
            )}
          />
        )}
        {by === 'assignee' && <StatusDot status={task.status} />}
        {by === 'status' && assignee !== undefined && <Avatar person={assignee} size={22} />}
      </div>
    </div>
  );
}
