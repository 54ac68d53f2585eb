// Times in words: 9시 · 오후 세 시 반 · 15:30 · 정오 · 자정 · 30분 뒤 · 두 시간 후 · 3pm · at 9 · half past 3 · in an hour.
import { COUNT, countOf } from './korean-numbers.ts';
import { type Found, phrase } from './phrase.ts';

/** A time of a day (24 and more: after its midnight), or from now on. */
export type FoundClock =
  | { at: { hour: number; minute: number }; inMinutes?: never }
  | { inMinutes: number; at?: never };

type Parts = Record<string, string | undefined>;
type Reading = (parts: Parts) => FoundClock | null;

const PART_OF_DAY = '(?<part>오전|오후|아침|점심|저녁|밤|새벽)';
const LATER = '(?:뒤|후|있다가|이따가?)';
const EN_COUNT = '\\d{1,3}|an?|half an';

/** The first that fits counts, so the longer ones stand before what they contain. */
const FORMS: [RegExp, Reading][] = [
  [phrase(`(?<h>${COUNT}) ?시간 ?(?:(?<m>\\d{1,2}) ?분|(?<half>반))? ?${LATER}`), fromNow],
  [phrase(`(?<m>\\d{1,3}) ?분 ?${LATER}`), fromNow],
  [phrase(`in (?<h>${EN_COUNT}) ?(?:hours?|hrs?|h)(?: ?(?:and )?(?<m>\\d{1,2}) ?m\\w*)?`), fromNow],
  [phrase('in (?<m>\\d{1,3}|an?) ?(?:minutes?|mins?|m)'), fromNow],
  [
    phrase(`(?:${PART_OF_DAY} ?)?(?<h>${COUNT}) ?시(?: ?(?:(?<m>\\d{1,2}) ?분|(?<half>반)))?`),
    clock,
  ],
  [
    phrase(`(?:${PART_OF_DAY} ?)?(?:at )?(?<h>\\d{1,2}):(?<m>\\d{2}) ?(?<en>[ap]\\.?m\\.?)?`),
    clock,
  ],
  [phrase('(?:at )?half past (?<h>\\d{1,2})(?: ?(?<en>[ap]m))?'), (said) => around(said, 30)],
  [phrase('(?:at )?quarter past (?<h>\\d{1,2})(?: ?(?<en>[ap]m))?'), (said) => around(said, 15)],
  [phrase('(?:at )?quarter to (?<h>\\d{1,2})(?: ?(?<en>[ap]m))?'), (said) => around(said, -15)],
  [phrase('(?:at )?(?<h>\\d{1,2}) ?(?<en>[ap]\\.?m\\.?)'), clock],
  [phrase("(?:at )?(?<h>\\d{1,2}) o'?clock"), clock],
  [phrase('at (?<h>\\d{1,2})'), clock],
  [phrase('정오|(?:at )?noon'), () => ({ at: { hour: 12, minute: 0 } })],
  [phrase('자정|(?:at )?midnight'), () => ({ at: { hour: 24, minute: 0 } })],
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
  const minutes = numberOf(h ?? '0') * 60 + numberOf(m ?? '0') + (half === undefined ? 0 : 30);
  return { inMinutes: minutes };
}

function numberOf(said: string): number {
  const word = said.toLowerCase();
  if (word === 'half an') return 0.5;
  return word === 'a' || word === 'an' ? 1 : countOf(said);
}

function clock({ h, m, half, part, en }: Parts): FoundClock | null {
  const said = countOf(h ?? '');
  const minute = half === undefined ? Number(m ?? 0) : 30;
  if (!(said <= 24) || minute > 59) return null;
  const isExact = m !== undefined && en === undefined && part === undefined && h?.length === 2;
  const hour = isExact ? said : hourOf(said, part ?? en?.toLowerCase().replaceAll('.', ''));
  return hour > LAST_HOUR ? null : { at: { hour, minute } };
}

/** So many minutes after the hour, or before it. */
function around(said: Parts, minutes: number): FoundClock | null {
  const whole = clock(said);
  if (whole?.at === undefined) return null;
  const { hour } = whole.at;
  return { at: minutes < 0 ? { hour: hour - 1, minute: 60 + minutes } : { hour, minute: minutes } };
}

const AFTERNOON = new Set(['오후', '점심', '저녁', '밤', 'pm', 'afternoon', 'evening', 'night']);
const FORENOON = new Set(['오전', '아침', '새벽', 'am', 'morning']);
const NIGHT = new Set(['밤', 'night']);
/** 밤 4시, of the night that follows. */
const LAST_HOUR = 28;

/** Without a word for the part of the day, 1 to 6 is the office's afternoon. */
function hourOf(said: number, part: string | undefined): number {
  if (part === undefined) return said >= 1 && said <= 6 ? said + 12 : said;
  if (NIGHT.has(part) && said === 12) return 24;
  if (NIGHT.has(part) && said <= 4) return said + 24;
  if (part === '점심' && said > 3) return said;
  if (FORENOON.has(part)) return said === 12 ? 0 : said;
  return AFTERNOON.has(part) && said < 12 ? said + 12 : said;
}

/** The usual time of a part of the day that stands without one: 내일 저녁. */
const USUAL: Record<string, number> = {
  새벽: 6,
  아침: 9,
  오전: 9,
  점심: 12,
  오후: 14,
  저녁: 18,
  밤: 21,
  morning: 9,
  afternoon: 14,
  evening: 18,
  night: 21,
};
const PART_ALONE = new RegExp(
  `^ ?(?:in the )?(?<part>${Object.keys(USUAL).join('|')})(?:에는|에|까지|쯤)?(?![^\\s,])`,
  'i',
);

/** A part of the day right after a day; with a clock that was said elsewhere, it says which half it is of. */
export function findPart(
  after: string,
  said: FoundClock['at'] | undefined,
): { text: string; at: { hour: number; minute: number } } | null {
  const match = PART_ALONE.exec(after);
  if (match === null) return null;
  const part = (match.groups?.['part'] ?? '').toLowerCase();
  const { hour, minute } = said ?? { hour: USUAL[part] ?? 9, minute: 0 };
  if (said === undefined) return { text: match[0], at: { hour, minute } };
  const halved = hour > 12 && hour <= 18 ? hour - 12 : hour;
  return { text: match[0], at: { hour: hourOf(halved, part), minute } };
}
