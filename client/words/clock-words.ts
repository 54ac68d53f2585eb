// Times in words: 9시 · 오후 3시 반 · 15:30 · 정오 · 30분 뒤 · 2시간 후 · 3pm · at 9 · noon · in 20 minutes.
import { type Found, phrase } from './phrase.ts';

/** A time of a day, or from now on. */
export type FoundClock =
  | { at: { hour: number; minute: number }; inMinutes?: never }
  | { inMinutes: number; at?: never };

type Parts = Record<string, string | undefined>;

const PART_OF_DAY = '(?<part>오전|오후|아침|점심|저녁|밤|새벽)';
const FORMS: [RegExp, (parts: Parts) => FoundClock | null][] = [
  [phrase('(?<h>\\d{1,2}) ?시간 ?(?<half>반)? ?(?:뒤|후)'), fromNow],
  [phrase('(?<m>\\d{1,3}) ?분 ?(?:뒤|후)'), fromNow],
  [phrase('in (?<h>\\d{1,2}) ?(?:hours?|h)'), fromNow],
  [phrase('in (?<m>\\d{1,3}) ?(?:minutes?|mins?|m)'), fromNow],
  [phrase(`(?:${PART_OF_DAY} ?)?(?<h>\\d{1,2})시(?: ?(?:(?<m>\\d{1,2})분|(?<half>반)))?`), clock],
  [phrase(`(?:${PART_OF_DAY} ?)?(?:at )?(?<h>\\d{1,2}):(?<m>\\d{2}) ?(?<en>am|pm)?`), clock],
  [phrase('(?:at )?(?<h>\\d{1,2}) ?(?<en>am|pm)'), clock],
  [phrase('at (?<h>\\d{1,2})'), clock],
  [phrase('정오|noon'), () => ({ at: { hour: 12, minute: 0 } })],
];

export function findClock(line: string): Found<FoundClock> | null {
  for (const [form, read] of FORMS) {
    const match = form.exec(line);
    const value = match === null ? null : read(match.groups ?? {});
    if (match !== null && value !== null) return { text: match[0], at: match.index, value };
  }
  return null;
}

function fromNow({ h, m, half }: Parts): FoundClock {
  return { inMinutes: Number(h ?? 0) * 60 + Number(m ?? 0) + (half === undefined ? 0 : 30) };
}

function clock({ h, m, half, part, en }: Parts): FoundClock | null {
  const said = Number(h);
  const minute = half === undefined ? Number(m ?? 0) : 30;
  if (said > 24 || minute > 59) return null;
  const isExact = m !== undefined && en === undefined && part === undefined && h?.length === 2;
  const hour = isExact ? said : hourOf(said, part ?? en?.toLowerCase());
  return hour > 24 ? null : { at: { hour, minute } };
}

const AFTERNOON = new Set(['오후', '점심', '저녁', '밤', 'pm']);
const FORENOON = new Set(['오전', '아침', '새벽', 'am']);

/** Without a word for the part of the day, 1 to 6 is the office's afternoon. */
function hourOf(said: number, part: string | undefined): number {
  if (part === undefined) return said >= 1 && said <= 6 ? said + 12 : said;
  if (part === '밤' && said === 12) return 24;
  if (FORENOON.has(part)) return said === 12 ? 0 : said;
  return AFTERNOON.has(part) && said < 12 ? said + 12 : said;
}
