import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { sayAppointment, sayDay } from '#client/ui/say-time.ts';
import type { TaskItem } from '#server/tasks/tasks.schema.ts';

/** 내일 · 내일 오후 3:00 · 기한 없음 */
export function useSayDue(): (task: Pick<TaskItem, 'dueOn' | 'dueAt'>) => string {
  const t = useText('tasks');
  const moment = { now: useMinute(), locale: useLocale() };
  return ({ dueOn, dueAt }) => {
    if (dueAt !== null) return sayAppointment(dueAt, moment);
    return dueOn === null ? t('noDue') : sayDay(dueOn, moment);
  };
}
