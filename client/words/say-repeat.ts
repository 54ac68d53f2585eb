// What a rule of repetition means, in a sentence: 매주 월·수요일, 12월 31일까지 · Every 2 weeks on Mon and Wed, 5 more times.
import type { Locale } from '#client/i18n/i18n.ts';
import { sayFullDay, sayWeekdays } from '#client/ui/say-time.ts';
import { seoulTime } from '#client/ui/seoul.ts';
import { isWeekdays, partsOf, type RepeatParts } from './repeat-parts.ts';

/** `dueAt` is the time from which it repeats. */
export function sayRepeat(rule: string, dueAt: Date, locale: Locale): string {
  const parts = partsOf(rule, dueAt);
  if (parts === null)
    return locale === 'en' ? 'Repeats by a rule of its own' : '따로 정한 규칙대로 반복';
  return `${sayTimes(parts, dueAt, locale)}${sayEnd(parts.end, locale)}`;
}

const UNITS = {
  DAILY: { ko: ['매일', '일마다'], en: 'day' },
  WEEKLY: { ko: ['매주', '주마다'], en: 'week' },
  MONTHLY: { ko: ['매월', '개월마다'], en: 'month' },
  YEARLY: { ko: ['매년', '년마다'], en: 'year' },
} as const;

const NTHS = {
  ko: ['첫째', '둘째', '셋째', '넷째', '다섯째'],
  en: ['first', 'second', 'third', 'fourth', 'fifth'],
} as const;

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

function sayTimes(parts: RepeatParts, dueAt: Date, locale: Locale): string {
  if (isWeekdays(parts)) return locale === 'en' ? 'Every weekday' : '평일마다';
  const on = sayDays(parts, dueAt, locale);
  return on === '' ? sayEvery(parts, locale) : `${sayEvery(parts, locale)} ${on}`;
}

function sayEvery({ freq, interval }: RepeatParts, locale: Locale): string {
  const { ko, en } = UNITS[freq];
  if (locale === 'en') return interval === 1 ? `Every ${en}` : `Every ${interval} ${en}s`;
  return interval === 1 ? ko[0] : `${interval}${ko[1]}`;
}

function sayDays({ freq, weekdays, onDay }: RepeatParts, dueAt: Date, locale: Locale): string {
  const { month, date } = seoulTime(dueAt);
  switch (freq) {
    case 'DAILY':
      return '';
    case 'WEEKLY':
      return locale === 'en'
        ? `on ${listOf(named(weekdays, 'en'))}`
        : `${named(weekdays, 'ko').join('·')}요일`;
    case 'MONTHLY':
      return sayDayOfMonth(onDay, date, locale);
    case 'YEARLY':
      return locale === 'en' ? `on ${MONTHS[month - 1]} ${date}` : `${month}월 ${date}일`;
  }
}

function named(weekdays: number[], locale: Locale): string[] {
  return weekdays
    .toSorted((a, b) => ((a + 6) % 7) - ((b + 6) % 7))
    .map((day) => sayWeekdays(locale)[day] ?? '');
}

function listOf(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A date that not every month has says what becomes of the others. */
function sayDayOfMonth(onDay: RepeatParts['onDay'], date: number, locale: Locale): string {
  if (onDay === 'last') return locale === 'en' ? 'on the last day' : '마지막 날';
  if (onDay === 'date') {
    const isRare = date > 28;
    if (locale === 'en')
      return `on day ${date}${isRare ? ' (months without one are skipped)' : ''}`;
    return `${date}일${isRare ? ' (없는 달은 건너뛰어요)' : ''}`;
  }
  const { nth, weekday } = onDay;
  const day = sayWeekdays(locale)[weekday];
  if (locale === 'en') return `on the ${nth < 0 ? 'last' : NTHS.en[nth - 1]} ${day}`;
  return `${nth < 0 ? '마지막' : NTHS.ko[nth - 1]} ${day}요일`;
}

function sayEnd(end: RepeatParts['end'], locale: Locale): string {
  switch (end.kind) {
    case 'never':
      return '';
    case 'until': {
      const day = sayFullDay(end.day, locale);
      return locale === 'en' ? `, until ${day}` : `, ${day}까지`;
    }
    case 'count':
      if (locale === 'ko') return `, 앞으로 ${end.count}번`;
      return end.count === 1 ? ', once' : `, ${end.count} times from here`;
  }
}
