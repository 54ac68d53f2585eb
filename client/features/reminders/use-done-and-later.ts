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
      const { dueAt, repeat } = reminder;
      const hasGoneOn = item.state === 'scheduled' && repeat !== null;
      const next = hasGoneOn ? ` ${t('nextTime', { when: say(item.dueAt) })}` : '';
      toastDone(`${t('completed', { title: reminder.title })}${next}`, {
        label: t('common:undo'),
        run: () =>
          void reopenReminder(item, hasGoneOn ? { dueAt, repeat } : undefined).catch(toastFailed),
      });
    } catch (error) {
      toastFailed(error);
    }
  }

  async function later(reminder: ReminderItem, until: Date): Promise<void> {
    const before = reminder.mySnoozedUntil;
    try {
      const { item } = await snoozeReminder(reminder, until);
      const asBefore = () => (before !== null && before > now() ? before : null);
      toastDone(t('snoozed', { when: say(until) }), {
        label: t('common:undo'),
        run: () => void snoozeReminder(item, asBefore()).catch(toastFailed),
      });
    } catch (error) {
      toastFailed(error);
    }
  }

  return { done, later };
}
