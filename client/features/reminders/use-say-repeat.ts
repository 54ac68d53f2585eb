import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { sayRepeat } from '#client/words/say-repeat.ts';
import type { ReminderItem } from '#server/reminders/reminders.schema.ts';

/** How often, in words; "does not repeat" too. */
export function useSayRepeat() {
  const t = useText('reminders');
  const locale = useLocale();
  return ({ repeat, dueAt }: Pick<ReminderItem, 'repeat' | 'dueAt'>): string =>
    repeat === null ? t('repeats.none') : sayRepeat(repeat, dueAt, locale);
}
