import { useNavigate } from '@tanstack/react-router';
import { noteState, showNote } from '#client/features/notices/desktop-notes.ts';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { now } from '#client/ui/clock.ts';
import { sayAppointment } from '#client/ui/say-time.ts';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';

/** A notification of the browser that leads to the reminder; null where nobody wants any. */
export function useShowDue() {
  const t = useText('reminders');
  const locale = useLocale();
  const navigate = useNavigate();
  return ({ id, title, dueAt }: ReminderItem): (() => void) | null => {
    if (noteState() !== 'on') return null;
    return showNote({
      tag: id,
      title,
      body: `${t('states.due')} · ${sayAppointment(dueAt, { now: now(), locale })}`,
      onOpen: () => void navigate({ to: '/reminders/$reminderId', params: { reminderId: id } }),
    });
  };
}
