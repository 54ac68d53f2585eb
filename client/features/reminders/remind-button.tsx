import { AlarmClockPlus } from 'lucide-react';
import { useText } from '#client/i18n/use-text.ts';
import { Drop } from '#client/ui/drop.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import type { ReminderSubject } from '#server/reminders/reminders.schema.ts';
import { RemindForm } from './remind-form.tsx';

type Props = {
  subject: ReminderSubject;
  /** What the reminder says unless one says otherwise. */
  title: string;
  /** Names the button where there are many: whose it is. */
  label?: string;
};

/** ⏰ on a task, a promotion, a person. */
export function RemindButton({ subject, title, label }: Props) {
  const t = useText('reminders');
  return (
    <Drop
      label={label ?? t('remindMe')}
      align="end"
      width={300}
      renderButton={(props) => (
        <IconButton
          icon={AlarmClockPlus}
          label={label ?? t('remindMe')}
          variant="subtle"
          {...props}
        />
      )}
    >
      {(close) => <RemindForm subject={subject} title={title} onDone={close} />}
    </Drop>
  );
}
