import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { WhenForm } from '#client/features/reminders/when-form.tsx';
import { snoozeUntil } from '#client/features/reminders/snooze-choices.ts';
import { useReminderActs } from '#client/features/reminders/use-reminder-acts.ts';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { now } from '#client/ui/clock.ts';
import { sayAppointment } from '#client/ui/say-time.ts';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import type { Message } from '#server/chat/chat.schema.ts';
import { REMINDER_TITLE_MAX } from '#server/reminders/reminders.schema.ts';
import { titleFrom } from './title-from.ts';
import classes from './reminder-form.module.css';

const CHOICES = ['hour', 'tomorrow'] as const;

type Props = { message: Message; onDone: () => void };

/** One press for the times that nearly everybody takes. It leads back to the message. */
export function ReminderForm({ message, onDone }: Props) {
  const t = useText('chat');
  const locale = useLocale();
  const { createReminder } = useReminderActs();
  const [title, setTitle] = useState(() => titleFrom(message, REMINDER_TITLE_MAX, t('message')));
  const tomorrow = snoozeUntil('tomorrow', now());

  async function remind(dueAt: Date) {
    const wish = title.trim() || t('message');
    const subject = { kind: 'message', id: message.id } as const;
    const forMe = { repeat: null, forUserIds: [], forTeamId: null };
    try {
      await createReminder({ title: wish, dueAt, subject, ...forMe });
      toastDone(t('reminderMade', { when: sayAppointment(dueAt, { now: now(), locale }) }));
      onDone();
    } catch (error) {
      toastFailed(error);
    }
  }
  return (
    <div className={classes.form}>
      <TextInput
        label={t('reminderTitle')}
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
