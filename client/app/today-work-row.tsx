import { Link } from '@tanstack/react-router';
import { AlarmClock } from 'lucide-react';
import { SubjectLink } from '#client/features/reminders/subject-link.tsx';
import { useDoneAndLater } from '#client/features/reminders/use-done-and-later.ts';
import { useTaskActs } from '#client/features/tasks/use-task-acts.ts';
import { SmallButton } from '#client/features/today/small-button.tsx';
import { TodayMark } from '#client/features/today/today-mark.tsx';
import { TodayRow } from '#client/features/today/today-row.tsx';
import { useText } from '#client/i18n/use-text.ts';
import { now, useMinute } from '#client/ui/clock.ts';
import { seoulInstant, seoulTime } from '#client/ui/seoul.ts';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import { When, WhenDay } from '#client/ui/when.tsx';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';
import { addDays, seoulDay } from '#server/seoul.schema.ts';
import { isOverdue } from '#server/tasks/tasks.order.schema.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';
import type { Work } from './use-todays-work.ts';

/** A task or a reminder of today: done, put off or opened from here. */
export function TodayWorkRow({ work }: { work: Work }) {
  return work.kind === 'task' ? (
    <TaskLine task={work.task} />
  ) : (
    <ReminderLine reminder={work.reminder} />
  );
}

function TaskLine({ task }: { task: TaskItem }) {
  const t = useText('today');
  const { updateTask } = useTaskActs();
  const isLate = isOverdue(task, useMinute());
  async function finish() {
    try {
      const { item } = await updateTask(task, { status: 'done' });
      toastDone(t('finished', { title: task.title }), {
        label: t('common:undo'),
        run: () => void updateTask(item, { status: task.status }).catch(toastFailed),
      });
    } catch (error) {
      toastFailed(error);
    }
  }
  async function putOff() {
    const day = addDays(seoulDay(now()), 1);
    const before = task.dueAt === null ? { dueOn: task.dueOn } : { dueAt: task.dueAt };
    try {
      const { item } = await updateTask(task, laterOn(day, task));
      toastDone(t('putOffDone', { title: task.title }), {
        label: t('common:undo'),
        run: () => void updateTask(item, before).catch(toastFailed),
      });
    } catch (error) {
      toastFailed(error);
    }
  }
  return (
    <TodayRow
      tick={{ label: t('complete', { title: task.title }), onTick: () => void finish() }}
      title={
        <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
          {task.title}
        </Link>
      }
      acts={
        <SmallButton label={t('putOffOf', { title: task.title })} onClick={() => void putOff()}>
          {t('putOff')}
        </SmallButton>
      }
      end={
        <TodayMark tone={isLate ? 'late' : 'plain'}>
          <TaskTime task={task} isLate={isLate} />
        </TodayMark>
      }
    />
  );
}

function TaskTime({ task, isLate }: { task: TaskItem; isLate: boolean }) {
  const t = useText('today');
  const within = isLate ? (when: string) => t('late', { when }) : undefined;
  if (task.dueAt !== null)
    return <When at={task.dueAt} as={isLate ? 'appointment' : 'clock'} within={within} />;
  return task.dueOn === null ? null : <WhenDay day={task.dueOn} within={within} />;
}

/** At the same time of day, if it has one. */
function laterOn(day: string, { dueAt }: TaskItem) {
  if (dueAt === null) return { dueOn: day };
  const { hour, minute } = seoulTime(dueAt);
  return { dueAt: seoulInstant(day, hour, minute) };
}

const TEN_MINUTES_MS = 600_000;

function ReminderLine({ reminder }: { reminder: ReminderItem }) {
  const t = useText('today');
  const { done, later } = useDoneAndLater();
  const isDue = reminder.state === 'due';
  const { title } = reminder;
  return (
    <TodayRow
      tick={{ label: t('complete', { title }), onTick: () => void done(reminder) }}
      title={
        <Link to="/reminders/$reminderId" params={{ reminderId: reminder.id }}>
          {title}
        </Link>
      }
      facts={
        <>
          <AlarmClock size={13} aria-hidden="true" />
          {t('reminder')}
          {reminder.subject !== null && <SubjectLink subject={reminder.subject} />}
        </>
      }
      acts={
        isDue && (
          <SmallButton
            label={t('snoozeOf', { title })}
            onClick={() => void later(reminder, new Date(now().getTime() + TEN_MINUTES_MS))}
          >
            {t('snooze')}
          </SmallButton>
        )
      }
      end={
        <TodayMark tone={isDue ? 'soon' : 'plain'}>
          <When at={reminder.dueAt} as={isDue ? 'appointment' : 'clock'} />
        </TodayMark>
      }
    />
  );
}
