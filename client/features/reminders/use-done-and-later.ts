// The two answers to a reminder, with what they say afterwards: done (and the way back), or later.
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { now } from '#client/ui/clock.ts';
import { sayAppointment } from '#client/ui/say-time.ts';
import { toastDone, toastFailed } from '#client/ui/toasts.ts';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';
import { useReminderActs } from './use-reminder-acts.ts';

export function useDoneAndLater() {
  const t = useText('reminders');
  const locale = useLocale();
  const { completeReminder, reopenReminder, snoozeReminder } = useReminderActs();
  const say = (at: Date) => sayAppointment(at, { now: now(), locale });

  async function done(reminder: ReminderItem): Promise<void> {
    try {
      const { item } = await completeReminder(reminder);
      const text = t('completed', { title: reminder.title });
      if (item.state === 'scheduled')
        toastDone(`${text} ${t('nextTime', { when: say(item.dueAt) })}`);
      else
        toastDone(text, {
          label: t('common:undo'),
          run: () => void reopenReminder(item).catch(toastFailed),
        });
    } catch (error) {
      toastFailed(error);
    }
  }

  async function later(reminder: ReminderItem, until: Date): Promise<void> {
    try {
      await snoozeReminder(reminder, until);
      toastDone(t('snoozed', { when: say(until) }));
    } catch (error) {
      toastFailed(error);
    }
  }

  return { done, later };
}
