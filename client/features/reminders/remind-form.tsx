import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { now } from '#client/ui/clock.ts';
import { sayAppointment } from '#client/ui/say-time.ts';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import { REMINDER_TITLE_MAX, type ReminderSubject } from '#server/reminders/reminders.schema.ts';
import { snoozeUntil } from './snooze-choices.ts';
import { useReminderActs } from './use-reminder-acts.ts';
import { WhenForm } from './when-form.tsx';
import classes from './remind-form.module.css';

const CHOICES = ['hour', 'tomorrow'] as const;

type Props = { subject: ReminderSubject; title: string; onDone: () => void };

/** "Remind me of this": one press for the times that nearly everybody takes. It leads back to the thing. */
export function RemindForm({ subject, title: initial, onDone }: Props) {
  const t = useText('reminders');
  const locale = useLocale();
  const { createReminder } = useReminderActs();
  const [title, setTitle] = useState(initial.slice(0, REMINDER_TITLE_MAX));
  const tomorrow = snoozeUntil('tomorrow', now());

  async function remind(dueAt: Date) {
    const wish = title.trim() || initial.slice(0, REMINDER_TITLE_MAX);
    const forMe = { repeat: null, forUserIds: [], forTeamId: null };
    try {
      await createReminder({ title: wish, dueAt, subject, ...forMe });
      toastDone(t('created', { when: sayAppointment(dueAt, { now: now(), locale }) }));
      onDone();
    } catch (error) {
      toastFailed(error);
    }
  }
  return (
    <div className={classes.form}>
      <TextInput
        label={t('remindOf')}
        size="sm"
        maxLength={REMINDER_TITLE_MAX}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <div className={classes.choices}>
        {CHOICES.map((choice) => (
          <Button
            key={choice}
            size="sm"
            variant="default"
            data-autofocus={choice === 'hour' || undefined}
            onClick={() => void remind(snoozeUntil(choice, now()))}
          >
            {t(`remindAt.${choice}`)}
          </Button>
        ))}
      </div>
      <WhenForm initial={tomorrow} isAhead onPick={(at) => void remind(at)} />
    </div>
  );
}
