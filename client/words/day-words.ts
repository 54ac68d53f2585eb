// Days in words: 내일 · 다음 주 월 · 금요일 · 3일 뒤 · 11월 25일 · 25일 · tomorrow · next friday · in 3 days · Nov 25.
import { addDays } from '#server/seoul.schema.ts';
import { weekdayOf } from '#client/ui/seoul.ts';
import { type Found, phrase } from './phrase.ts';

const KO_DAYS = '일월화수목금토';
const EN_DAYS = 'sun mon tue wed thu fri sat'.split(' ');
const EN_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const EN_DAY =
  '(?<en>sun(?:day)?|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?)';
const EN_MONTH = `(?<month>${EN_MONTHS.join('|')})[a-z]*`;
const NEAR: Record<string, number> = {
  오늘: 0,
  내일: 1,
  모레: 2,
  글피: 3,
  today: 0,
  tonight: 0,
  tomorrow: 1,
  tmr: 1,
};
const WEEKS: Record<string, number> = { 이번: 0, 다음: 1, 다다음: 2, this: 0, next: 1 };

type Parts = Record<string, string | undefined>;
type Reading = (parts: Parts, today: string) => string | null;

/** The first that fits counts, so the longer ones stand before what they contain. */
const FORMS: [RegExp, Reading][] = [
  [phrase(`(?<near>${Object.keys(NEAR).join('|')})`), nearDay],
  [phrase(`(?<week>이번|다다음|다음) ?주 ?(?<ko>[${KO_DAYS}])(?:요일)?`), dayOfWeek],
  [phrase(`(?:on )?(?<week>this|next) ${EN_DAY}`), dayOfWeek],
  [phrase('(?<week>다다음|다음) ?주|(?<enWeek>next) week'), dayOfWeek],
  [phrase('(?<days>\\d{1,3}) ?일 ?(?:뒤|후)|in (?<enDays>\\d{1,3}) days?'), daysFromNow],
  [phrase('(?<weeks>\\d{1,2}) ?주 ?(?:뒤|후)|in (?<enWeeks>\\d{1,2}) weeks?'), daysFromNow],
  [phrase('(?<m>\\d{1,2})월 ?(?<d>\\d{1,2})일'), dateOfYear],
  [phrase('(?<m>\\d{1,2})/(?<d>\\d{1,2})'), dateOfYear],
  [phrase(`(?:on )?${EN_MONTH} (?<d>\\d{1,2})(?:st|nd|rd|th)?`), dateOfYear],
  [phrase(`(?<ko>[${KO_DAYS}])요일|(?:on )?${EN_DAY}`), nextWeekday],
  [phrase('(?<!월 )(?<d>\\d{1,2})일'), dateOfMonth],
];

export function findDay(line: string, today: string): Found<string> | null {
  for (const [form, read] of FORMS) {
    const match = form.exec(line);
    const value = match === null ? null : read(match.groups ?? {}, today);
    if (match !== null && value !== null) return { text: match[0], at: match.index, value };
  }
  return null;
}

function nearDay({ near = '' }: Parts, today: string): string {
  return addDays(today, NEAR[near.toLowerCase()] ?? 0);
}

/** Weeks begin on Monday; a week without a day means its Monday. */
function dayOfWeek(parts: Parts, today: string): string {
  const weeks = WEEKS[(parts['week'] ?? parts['enWeek'] ?? '').toLowerCase()] ?? 0;
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  return addDays(monday, weeks * 7 + (((weekdayIn(parts) ?? 1) + 6) % 7));
}

/** Today's weekday means today in a week. */
function nextWeekday(parts: Parts, today: string): string | null {
  const weekday = weekdayIn(parts);
  if (weekday === undefined) return null;
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
}

function weekdayIn({ ko, en }: Parts): number | undefined {
  if (ko !== undefined) return KO_DAYS.indexOf(ko);
  return en === undefined ? undefined : EN_DAYS.indexOf(en.slice(0, 3).toLowerCase());
}

function daysFromNow({ days, enDays, weeks, enWeeks }: Parts, today: string): string {
  return addDays(today, Number(days ?? enDays ?? 0) + 7 * Number(weeks ?? enWeeks ?? 0));
}

/** This year, or next year when it is over. */
function dateOfYear({ m, month, d }: Parts, today: string): string | null {
  const at = m === undefined ? EN_MONTHS.indexOf((month ?? '').toLowerCase()) + 1 : Number(m);
  const year = Number(today.slice(0, 4));
  const day = dayFrom(year, at, Number(d));
  return day !== null && day < today ? dayFrom(year + 1, at, Number(d)) : day;
}

/** This month, or next month when it is over. */
function dateOfMonth({ d }: Parts, today: string): string | null {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const day = dayFrom(year, month, Number(d));
  if (day !== null && day >= today) return day;
  return month === 12 ? dayFrom(year + 1, 1, Number(d)) : dayFrom(year, month + 1, Number(d));
}

/** Null for 30 February. */
function dayFrom(year: number, month: number, date: number): string | null {
  const day = new Date(Date.UTC(year, month - 1, date));
  return day.getUTCMonth() === month - 1 && day.getUTCDate() === date
    ? day.toISOString().slice(0, 10)
    : null;
}
