import { toastFailed } from '#client/ui/toasts.ts';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';
import { ReminderRow } from './reminder-row.tsx';
import { useDoneAndLater } from './use-done-and-later.ts';
import { useReminderActs } from './use-reminder-acts.ts';
import classes from './reminder-list.module.css';

type Props = {
  /** Names the list. */
  label: string;
  reminders: readonly ReminderItem[];
  openId: string | null;
  onOpen: (id: string) => void;
};

export function ReminderList({ label, reminders, openId, onOpen }: Props) {
  const { done, later } = useDoneAndLater();
  const { reopenReminder } = useReminderActs();
  return (
    <ul className={classes.list} aria-label={label}>
      {reminders.map((reminder) => (
        <ReminderRow
          key={reminder.id}
          reminder={reminder}
          isOpen={reminder.id === openId}
          onOpen={() => onOpen(reminder.id)}
          onToggle={() => {
            if (reminder.state === 'done') reopenReminder(reminder).catch(toastFailed);
            else void done(reminder);
          }}
          onLater={(until) => void later(reminder, until)}
        />
      ))}
    </ul>
  );
}
