import { useLocale } from '#client/i18n/use-locale.ts';
import { useMinute } from '#client/ui/clock.ts';
import { sayRepeat } from '#client/words/say-repeat.ts';
import { startOfSeoulDay } from '#server/seoul.schema.ts';

type Due = { dueOn: string | null; dueAt: Date | null };

/** How a task repeats, in words; one without a due day from now on. */
export function useSayRepeat(): (rule: string, due: Due) => string {
  const locale = useLocale();
  const now = useMinute();
  return (rule, { dueOn, dueAt }) =>
    sayRepeat(rule, dueAt ?? (dueOn === null ? now : startOfSeoulDay(dueOn)), locale);
}
