import { CheckSquare, MessageSquare } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { usePeople } from '#client/ui/people.ts';
import { useGlow } from '#client/ui/use-glow.ts';
import { useLongPress } from '#client/ui/use-long-press.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import { DueMark } from './due-mark.tsx';
import { PriorityMark } from './priority-mark.tsx';
import { RepeatMark } from './repeat-mark.tsx';
import { StatusDot } from './status-dot.tsx';
import { UnseenDot } from './unseen-tasks.tsx';
import classes from './task-list.module.css';

type Props = {
  task: TaskItem;
  isOpen: boolean;
  isChosen: boolean;
  /** Some task is chosen: then the box stands there without hovering. A finger that rests on a task begins it. */
  isChoosing: boolean;
  onChoose: (isRange: boolean) => void;
  onOpen: () => void;
  onToggle: () => void;
  onFocus: () => void;
};

export function TaskRow({ task, isOpen, isChosen, ...props }: Props) {
  const { isChoosing, onChoose, onOpen, onToggle, onFocus } = props;
  const t = useText('tasks');
  const { personOf, teamOf } = usePeople();
  const press = useLongPress(() => onChoose(false));
  const row = useGlow<HTMLDivElement>(task.version, false);
  const assignee = task.assigneeId === null ? undefined : personOf(task.assigneeId);
  const isDone = task.status === 'done';
  return (
    <div
      ref={row}
      className={classes.row}
      data-open={isOpen || undefined}
      data-done={isDone || undefined}
      data-chosen={isChosen || undefined}
      data-choosing={isChoosing || undefined}
      onFocus={onFocus}
      {...press}
    >
      <input
        type="checkbox"
        className={classes.box}
        aria-label={t('bulk.choose', { title: task.title })}
        checked={isChosen}
        onChange={(event) => onChoose(isWithShift(event.nativeEvent))}
      />
      <button
        type="button"
        className={classes.tick}
        aria-pressed={isDone}
        aria-label={
          isDone ? t('markTodo', { title: task.title }) : t('markDone', { title: task.title })
        }
        onClick={onToggle}
      >
        <StatusDot status={task.status} />
      </button>
      <button type="button" className={classes.open} data-task={task.id} onClick={onOpen}>
        <span className={classes.title}>{task.title}</span>
        <PriorityMark priority={task.priority} />
        <RepeatMark task={task} />
        {task.labels.map((label) => (
          <span key={label} className={classes.label}>
            {label}
          </span>
        ))}
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
      </button>
      <span className={classes.team}>{teamOf(task.teamId)?.name}</span>
      <span className={classes.due}>
        <DueMark task={task} />
      </span>
      {assignee === undefined ? (
        <span className={classes.nobody} title={t('noAssignee')} />
      ) : (
        <Avatar person={assignee} size={24} />
      )}
    </div>
  );
}

function isWithShift(event: Event): boolean {
  return event instanceof MouseEvent && event.shiftKey;
}
