import { useText } from '#client/i18n/use-text.ts';

/** 10분 전 · 1시간 전 · 2일 전 · nothing early. */
export function useSayWarn() {
  const t = useText('reminders');
  return (minutes: number | null): string => {
    if (minutes === null) return t('warns.none');
    if (minutes % 1440 === 0) return t('warns.days', { count: minutes / 1440 });
    if (minutes % 60 === 0) return t('warns.hours', { count: minutes / 60 });
    return t('warns.minutes', { count: minutes });
  };
}
