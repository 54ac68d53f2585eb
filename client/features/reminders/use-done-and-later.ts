// The two answers to a reminder, with what they say afterwards: done (and the way back), or later. Several are done at
// once as each by itself: what is refused of one says nothing of the others.
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
      const next = hasGoneOn(reminder, item) ? ` ${t('nextTime', { when: say(item.dueAt) })}` : '';
      toastDone(`${t('completed', { title: reminder.title })}${next}`, {
        label: t('common:undo'),
        run: () => takeBack({ reminder, item }),
      });
    } catch (error) {
      toastFailed(error);
    }
  }

  async function allDone(reminders: readonly ReminderItem[]): Promise<void> {
    const answers = await Promise.allSettled(
      reminders.map(async (reminder) => ({ reminder, ...(await completeReminder(reminder)) })),
    );
    const refused = answers.find((answer) => answer.status === 'rejected');
    if (refused !== undefined) toastFailed(refused.reason);
    const completed = answers.flatMap((answer) =>
      answer.status === 'fulfilled' ? [answer.value] : [],
    );
    if (completed.length === 0) return;
    toastDone(t('completedAll', { count: completed.length }), {
      label: t('common:undo'),
      run: () => completed.forEach(takeBack),
    });
  }

  function takeBack({ reminder, item }: Completed): void {
    const { dueAt, repeat } = reminder;
    const wasDone = repeat !== null && hasGoneOn(reminder, item) ? { dueAt, repeat } : undefined;
    void reopenReminder(item, wasDone).catch(toastFailed);
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

  return { done, allDone, later };
}

type Completed = { reminder: ReminderItem; item: ReminderItem };

/** A repeating one waits for its next time. */
function hasGoneOn({ repeat }: ReminderItem, { state }: ReminderItem): boolean {
  return state === 'scheduled' && repeat !== null;
}
