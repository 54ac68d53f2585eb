// Times as people here write them: 방금 · 3분 전 · 오후 2:15 · 어제 오후 6:02 · 11월 3일 (월) · 2025년 3월 2일.
import type { Locale } from '#client/i18n/i18n.ts';
import { seoulDay } from '#server/seoul.schema.ts';
import { daysBetween, type SeoulTime, seoulTime, weekdayOf } from './seoul.ts';

const WEEKDAYS = {
  ko: ['일', '월', '화', '수', '목', '금', '토'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** What has just happened may seem to lie ahead by as much as two clocks differ. */
const SKEW_MS = 10_000;

type Moment = { now: Date; locale: Locale };

/** How long ago or how soon, coarser the further away. */
export function sayInstant(at: Date, { now, locale }: Moment): string {
  const distanceMs = at.getTime() - now.getTime();
  if (Math.abs(distanceMs) < HOUR_MS) return sayMinutes(distanceMs, locale);
  const days = daysBetween(seoulDay(now), seoulDay(at));
  if (days === 0) return sayClock(at, locale);
  if (Math.abs(days) === 1) return `${nearDay(days, locale)} ${sayClock(at, locale)}`;
  return sayDate(seoulDay(at), { now, locale });
}

/** A time somebody set: the day in words and always the clock. 오늘 오후 2:15 · 11월 3일 (월) 오전 9:00 */
export function sayAppointment(at: Date, moment: Moment): string {
  return `${sayDay(seoulDay(at), moment)} ${sayClock(at, moment.locale)}`;
}

/** 오후 2:15 · 2:15 PM */
export function sayClock(at: Date, locale: Locale): string {
  const { hour, minute } = seoulTime(at);
  const clock = `${hour % 12 || 12}:${String(minute).padStart(2, '0')}`;
  if (locale === 'en') return `${clock} ${hour < 12 ? 'AM' : 'PM'}`;
  return `${hour < 12 ? '오전' : '오후'} ${clock}`;
}

/** Where there is little room: 오전 11시 · 오후 2:30 · 11 AM · 2:30 PM */
export function sayShortClock(at: Date, locale: Locale): string {
  const clock = sayClock(at, locale);
  if (seoulTime(at).minute !== 0) return clock;
  return locale === 'en' ? clock.replace(':00', '') : clock.replace(':00', '시');
}

/** 오늘 · 내일 · 어제 · 11월 3일 (월) · 2025년 3월 2일 */
export function sayDay(day: string, { now, locale }: Moment): string {
  const days = daysBetween(seoulDay(now), day);
  if (Math.abs(days) <= 1) return nearDay(days, locale);
  return sayDate(day, { now, locale });
}

/** 11월 3일 (월) in this year, 2025년 3월 2일 in others. */
export function sayDate(day: string, { now, locale }: Moment): string {
  const { year, month, date } = partsOf(day);
  if (year === seoulTime(now).year) {
    const weekday = WEEKDAYS[locale][weekdayOf(day)];
    return locale === 'en'
      ? `${weekday}, ${MONTHS[month - 1]} ${date}`
      : `${month}월 ${date}일 (${weekday})`;
  }
  return locale === 'en'
    ? `${MONTHS[month - 1]} ${date}, ${year}`
    : `${year}년 ${month}월 ${date}일`;
}

/** Everything, for hovering and screen readers: 2026년 11월 3일 (화) 오후 2:15 */
export function sayExactly(at: Date, locale: Locale): string {
  return `${sayFullDay(seoulDay(at), locale)} ${sayClock(at, locale)}`;
}

/** 2026년 11월 3일 (화) */
export function sayFullDay(day: string, locale: Locale): string {
  const { year, month, date } = partsOf(day);
  const weekday = WEEKDAYS[locale][weekdayOf(day)];
  return locale === 'en'
    ? `${weekday}, ${MONTHS[month - 1]} ${date}, ${year}`
    : `${year}년 ${month}월 ${date}일 (${weekday})`;
}

/** 2026년 11월 · November 2026, for a calendar's heading. */
export function sayMonth(day: string, locale: Locale): string {
  const { year, month } = partsOf(day);
  return locale === 'en' ? `${MONTHS[month - 1]} ${year}` : `${year}년 ${month}월`;
}

/** Sunday first. */
export function sayWeekdays(locale: Locale): readonly string[] {
  return WEEKDAYS[locale];
}

function sayMinutes(distanceMs: number, locale: Locale): string {
  const minutes = Math.floor(Math.abs(distanceMs) / MINUTE_MS);
  const isAhead = distanceMs > SKEW_MS;
  if (minutes === 0) return NOW[locale][isAhead ? 'ahead' : 'past'];
  if (locale === 'en') return isAhead ? `in ${minutes} min` : `${minutes} min ago`;
  return isAhead ? `${minutes}분 후` : `${minutes}분 전`;
}

const NOW = {
  ko: { past: '방금', ahead: '곧' },
  en: { past: 'just now', ahead: 'any moment' },
} as const;

const NEAR_DAYS = {
  ko: ['어제', '오늘', '내일'],
  en: ['yesterday', 'today', 'tomorrow'],
} as const;

function nearDay(days: number, locale: Locale): string {
  return NEAR_DAYS[locale][days + 1] ?? '';
}

function partsOf(day: string): Pick<SeoulTime, 'year' | 'month' | 'date'> {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, date };
}
