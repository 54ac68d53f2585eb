import { AlarmClockPlus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useText } from '#client/i18n/use-text.ts';
import { Drop } from '#client/ui/drop.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import type { ReminderSubject } from '#server/reminders/reminders.schema.ts';
import classes from './remind-form.module.css';

const RemindForm = lazy(async () => ({ default: (await import('./remind-form.tsx')).RemindForm }));

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
      {(close) => (
        <Suspense fallback={<div className={classes.waiting} />}>
          <div ref={focusFirst}>
            <RemindForm subject={subject} title={title} onDone={close} />
          </div>
        </Suspense>
      )}
    </Drop>
  );
}

function focusFirst(element: HTMLElement | null): void {
  element?.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });
}
