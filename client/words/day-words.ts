// Days in words: 내일 · 다음 주 월 · 금요일 · 사흘 뒤 · 11월 25일 · 25일 · 다음 달 말일 · 2026-12-03 · tomorrow · next friday ·
// in 3 days · Nov 25 · 25 November.
import { addDays } from '#server/seoul.schema.ts';
import { weekdayOf } from '#client/ui/seoul.ts';
import { dayFrom, lastDayOf, monthsLater } from './calendar.ts';
import { COUNT, countOf, DAY_COUNT } from './korean-numbers.ts';
import { type Found, phrase } from './phrase.ts';
import { EN_DAY, KO_DAYS, weekdayIn } from './weekday-words.ts';

const EN_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const EN_MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const EN_DATE = '(?<d>\\d{1,2})(?:st|nd|rd|th)?';
const NEAR: Record<string, number> = {
  오늘: 0,
  금일: 0,
  명일: 1,
  익일: 1,
  내일모레: 2,
  내일: 1,
  모레: 2,
  글피: 3,
  today: 0,
  'day after tomorrow': 2,
  tomorrow: 1,
  tmrw: 1,
  tmr: 1,
};
const WEEKS: Record<string, number> = {
  이번: 0,
  금: 0,
  다다음: 2,
  다음: 1,
  담: 1,
  내: 1,
  차: 1,
  this: 0,
  next: 1,
};
const WEEK = '(?<week>이번|금|다다음|다음|담|내|차) ?주';

type Parts = Record<string, string | undefined>;
type Reading = (parts: Parts, today: string) => string | null;

/** The first that fits counts, so the longer ones stand before what they contain. */
const FORMS: [RegExp, Reading][] = [
  [phrase('(?<y>20\\d{2})[-./](?<m>\\d{1,2})[-./](?<d>\\d{1,2})\\.?'), exactDate],
  [phrase('(?<y>20\\d{2})년 ?(?<m>\\d{1,2})월 ?(?<d>\\d{1,2})일'), exactDate],
  [phrase('내년 (?<m>\\d{1,2})월 ?(?<d>\\d{1,2})일'), dateOfNextYear],
  [phrase(`(?:by |the )?(?<near>${Object.keys(NEAR).join('|')})`), nearDay],
  [phrase(`${WEEK} ?(?<ko>[${KO_DAYS}])(?:요일|욜)?`), dayOfWeek],
  [phrase(`${WEEK}말|(?<enWeek>this|next) weekend`), weekend],
  [phrase(`(?:on |by )?(?<week>this|next) ${EN_DAY}`), dayOfWeek],
  [phrase('(?<week>다다음|다음|담|내|차) ?주|(?<enWeek>next) week'), dayOfWeek],
  [phrase(`(?<days>${COUNT}) ?일 ?(?:뒤|후)|in (?<enDays>\\d{1,3}|a) days?`), daysFromNow],
  [phrase(`(?<days>${DAY_COUNT}) ?(?:뒤|후)`), daysFromNow],
  [phrase('일주일 ?(?:뒤|후)|in a week|a week from (?:now|today)'), (_, now) => addDays(now, 7)],
  [phrase(`(?<weeks>${COUNT}) ?주일? ?(?:뒤|후)|in (?<enWeeks>\\d{1,2}) weeks?`), daysFromNow],
  [
    phrase(`(?<months>${COUNT}) ?(?:개월|달) ?(?:뒤|후)|in (?<enMonths>\\d{1,2}|a) months?`),
    monthsFromNow,
  ],
  [phrase('(?:(?<which>이번|다음|다다음) ?달 ?)(?<d>\\d{1,2})일'), dateOfThatMonth],
  [phrase('(?:(?<which>이번|다음|다다음) ?달 ?)?(?:말일|월말|말)(?<!^말)'), lastDate],
  [phrase('(?:the )?end of (?:the |this )?month'), lastDate],
  [phrase('다음 ?달|next month'), (_, now) => monthsLater(`${now.slice(0, 7)}-01`, 1)],
  [phrase('(?<m>\\d{1,2})월 ?(?<d>\\d{1,2})일'), dateOfYear],
  [phrase('(?<m>\\d{1,2})/(?<d>\\d{1,2})'), dateOfYear],
  [phrase(`(?:on |by )?${EN_MONTH} ${EN_DATE}(?:,? (?<y>20\\d{2}))?`), dateOfYear],
  [phrase(`(?:on )?(?:the )?${EN_DATE} (?:of )?${EN_MONTH}`), dateOfYear],
  [phrase(`(?<ko>[${KO_DAYS}])(?:요일|욜)|(?:on |by )?${EN_DAY}`), nextWeekday],
  [phrase('(?:이번 )?주말|(?:at the |this )?weekend'), weekend],
  [phrase('(?<!월 )(?<d>\\d{1,2})일|on the (?<enD>\\d{1,2})(?:st|nd|rd|th)'), dateOfMonth],
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

function mondayOf(parts: Parts, today: string): string {
  const weeks = WEEKS[(parts['week'] ?? parts['enWeek'] ?? '').toLowerCase()] ?? 0;
  return addDays(today, weeks * 7 - ((weekdayOf(today) + 6) % 7));
}

/** Weeks begin on Monday; a week without a day means its Monday. */
function dayOfWeek(parts: Parts, today: string): string {
  return addDays(mondayOf(parts, today), ((weekdayIn(parts) ?? 1) + 6) % 7);
}

/** Its Saturday; on a Sunday, that of the week that comes. */
function weekend(parts: Parts, today: string): string {
  const saturday = addDays(mondayOf(parts, today), 5);
  return saturday < today ? addDays(saturday, 7) : saturday;
}

/** Today's weekday means today in a week. */
function nextWeekday(parts: Parts, today: string): string | null {
  const weekday = weekdayIn(parts);
  if (weekday === undefined) return null;
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
}

function daysFromNow({ days, enDays, weeks, enWeeks }: Parts, today: string): string | null {
  const count = sum(days ?? enDays) + 7 * sum(weeks ?? enWeeks);
  return Number.isNaN(count) ? null : addDays(today, count);
}

function monthsFromNow({ months, enMonths }: Parts, today: string): string | null {
  return monthsLater(today, sum(months ?? enMonths));
}

function sum(said: string | undefined): number {
  return said?.toLowerCase() === 'a' ? 1 : countOf(said ?? '0');
}

function exactDate({ y, m, d }: Parts): string | null {
  return dayFrom(Number(y), Number(m), Number(d));
}

function dateOfNextYear({ m, d }: Parts, today: string): string | null {
  return dayFrom(Number(today.slice(0, 4)) + 1, Number(m), Number(d));
}

/** This year, or next year when it is over. */
function dateOfYear({ m, month, d, y }: Parts, today: string): string | null {
  const named = EN_MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1;
  const at = m === undefined ? named : Number(m);
  if (y !== undefined) return dayFrom(Number(y), at, Number(d));
  const year = Number(today.slice(0, 4));
  const day = dayFrom(year, at, Number(d));
  return day !== null && day < today ? dayFrom(year + 1, at, Number(d)) : day;
}

/** This month, or next month when it is over. */
function dateOfMonth({ d, enD }: Parts, today: string): string | null {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const date = Number(d ?? enD);
  const day = dayFrom(year, month, date);
  if (day !== null && day >= today) return day;
  return month === 12 ? dayFrom(year + 1, 1, date) : dayFrom(year, month + 1, date);
}

const MONTHS_AWAY: Record<string, number> = { 이번: 0, 다음: 1, 다다음: 2 };

function dateOfThatMonth({ which = '', d }: Parts, today: string): string | null {
  const first = monthsLater(`${today.slice(0, 7)}-01`, MONTHS_AWAY[which] ?? 0);
  const [year = 0, month = 0] = (first ?? '').split('-').map(Number);
  return dayFrom(year, month, Number(d));
}

function lastDate({ which = '' }: Parts, today: string): string | null {
  return lastDayOf(monthsLater(`${today.slice(0, 7)}-01`, MONTHS_AWAY[which] ?? 0) ?? today);
}
