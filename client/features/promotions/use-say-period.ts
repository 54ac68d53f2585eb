import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { useMinute } from '#client/ui/clock.ts';
import { sayPeriod } from './say-period.ts';
import type { Period } from './use-promotion-acts.ts';

export function useSayPeriod(): (period: Period) => string {
  const t = useText('promotions');
  const locale = useLocale();
  const now = useMinute();
  const words = {
    from: (day: string) => t('from', { day }),
    until: (day: string) => t('until', { day }),
    always: t('always'),
  };
  return (period) => sayPeriod(period, { now, locale }, words);
}
