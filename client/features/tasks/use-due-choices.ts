import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { weekdayOf } from '#client/ui/seoul.ts';
import { addDays, seoulDay } from '#server/seoul.schema.ts';

/** The days that tasks are put off to most, and none. */
export function useDueChoices(): { label: string; dueOn: string | null }[] {
  const t = useText('tasks');
  const today = seoulDay(useMinute());
  const monday = addDays(today, 7 - ((weekdayOf(today) + 6) % 7));
  return [
    { label: t('bulk.today'), dueOn: today },
    { label: t('bulk.tomorrow'), dueOn: addDays(today, 1) },
    { label: t('bulk.nextMonday'), dueOn: monday },
    { label: t('noDue'), dueOn: null },
  ];
}
