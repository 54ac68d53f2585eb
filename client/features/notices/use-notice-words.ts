import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { now } from '#client/ui/clock.ts';
import { usePeople } from '#client/ui/people.ts';
import { sayAppointment } from '#client/ui/say-time.ts';
import type { NoticeItem } from '#server/notifications/notifications.schema.ts';

type Said = Pick<NoticeItem, 'kind' | 'actorId' | 'dueAt' | 'overdue'> & { body: string };

/** What happened, and the beginning of what was said, or what there is to know instead. */
export function useNoticeWords() {
  const t = useText('notices');
  const locale = useLocale();
  const { personOf } = usePeople();
  function happened({ kind, actorId, dueAt }: Said): string {
    const person = actorId === null ? undefined : personOf(actorId);
    const when = dueAt === null ? '' : sayAppointment(dueAt, { now: now(), locale });
    return t(`did.${kind}`, { name: person?.name ?? t('common:unknownPerson'), when });
  }
  function said({ body, overdue }: Said): string {
    if (overdue === null) return body;
    const { lateTasks, todaysTasks, reminders } = overdue;
    return [
      ...(lateTasks > 0 ? [t('overdue.lateTasks', { count: lateTasks })] : []),
      ...(todaysTasks > 0 ? [t('overdue.todaysTasks', { count: todaysTasks })] : []),
      ...(reminders > 0 ? [t('overdue.reminders', { count: reminders })] : []),
    ].join(' · ');
  }
  return { happened, said };
}
