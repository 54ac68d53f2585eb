// A rule in words: 매일, 2주마다 월·수, 매월 말일, every month on the first Mon. What the words do not reach merely repeats.
import { useLocale } from '#client/i18n/use-locale.ts';
import { useText } from '#client/i18n/use-text.ts';
import { RULE_DAYS } from '#client/words/weekday-words.ts';

const UNITS = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const;
const WORKDAYS = 'MO,TU,WE,TH,FR';
const NTHS = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

export function useSayRepeat(): (rule: string) => string {
  const t = useText('task');
  const locale = useLocale();
  const weekday = (name: string) => {
    const day = new Date(Date.UTC(2023, 0, 1 + RULE_DAYS.findIndex((one) => one === name)));
    return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(day);
  };
  const nthWeekday = (part: string) => {
    const [, at = '', name = ''] = /^(-?\d?)(\w\w)$/.exec(part) ?? [];
    if (at === '') return weekday(name);
    const nth = at === '-1' ? 'last' : NTHS[Number(at) - 1];
    return nth === undefined ? part : t(`repeat.nth.${nth}`, { day: weekday(name) });
  };
  return (rule) => {
    const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
    const unit = UNITS[(parts.get('FREQ') ?? '') as keyof typeof UNITS] as
      | (typeof UNITS)[keyof typeof UNITS]
      | undefined;
    if (unit === undefined) return t('repeat.other');
    const count = Number(parts.get('INTERVAL') ?? 1);
    const days = parts.get('BYDAY');
    if (unit === 'week' && count === 1 && days === WORKDAYS) return t('repeat.workdays');
    const every = count === 1 ? t(`repeat.every.${unit}`) : t(`repeat.everyN.${unit}`, { count });
    const dates = parts.get('BYMONTHDAY');
    const on = [
      ...(days === undefined ? [] : [days.split(',').map(nthWeekday).join('·')]),
      ...(dates === undefined ? [] : dates.split(',').map(dateWords)),
    ];
    return [every, ...on].join(' ');
  };

  function dateWords(date: string): string {
    return date === '-1' ? t('repeat.lastDay') : t('repeat.date', { date });
  }
}
