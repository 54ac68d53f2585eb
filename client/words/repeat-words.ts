// Repetition in words: 매일 · 평일마다 · 매주 월수금 · 격주 금요일 · 매월 25일 · 매월 말일 · 매월 첫째 월요일 · 3일마다 ·
// every weekday · every mon and thu · every 2 weeks · first monday of every month. As rules that the server knows.
import { addDays } from '#server/seoul.schema.ts';
import { weekdayOf } from '#client/ui/seoul.ts';
import { lastDayOf } from './calendar.ts';
import { COUNT, countOf, DAY_COUNT, ORDINAL } from './korean-numbers.ts';
import { type Found, phrase } from './phrase.ts';
import { EN_DAY, EN_DAY_NAME, KO_DAYS, RULE_DAYS, weekdayIn } from './weekday-words.ts';

/** `startsOn`: which days can be its first; null: whatever day the rest of the line says. */
export type FoundRepeat = { rule: string; startsOn: ((day: string) => boolean) | null };

type Parts = Record<string, string | undefined>;
type Reading = (parts: Parts) => FoundRepeat | null;

const KO_WEEKDAYS = `(?<kos>[${KO_DAYS}](?:요일)?(?:(?:, ?|·|/| 와 | 과 |와 |과 |하고 | )?[${KO_DAYS}](?:요일)?)*)(?:마다)?`;
const EN_WEEKDAYS = `(?<ens>(?:${EN_DAY_NAME})(?:(?:, ?| and | & )(?:${EN_DAY_NAME}))*)`;
const NTH = `(?<nth>${ORDINAL})(?:째|번째)? ?(?:주 ?)?|(?<last>마지막) ?(?:주 ?)?`;
const EN_NTH = '(?<enNth>first|second|third|fourth|last|1st|2nd|3rd|4th)';
const EVERY_MONTH = '(?:매월|매달)';

/** The first that fits counts, so the longer ones stand before what they contain. */
const FORMS: [RegExp, Reading][] = [
  [phrase('평일(?:마다)?|매 ?평일|(?:every |on )?weekdays?'), () => weekly([1, 2, 3, 4, 5])],
  [phrase('매?주말마다|매 ?주말|every weekend|weekends'), () => weekly([6, 0])],
  [phrase(`${EVERY_MONTH} ?(?:${NTH})(?<ko>[${KO_DAYS}])(?:요일)?`), nthWeekday],
  [
    phrase(`(?:on )?(?:the |every )?${EN_NTH} ${EN_DAY} (?:of |in )?(?:every|each|the) month`),
    nthWeekday,
  ],
  [phrase(`every month on the ${EN_NTH} ${EN_DAY}`), nthWeekday],
  [
    phrase(
      `${EVERY_MONTH} ?(?:말일|마지막 ?날|말)|(?:on )?(?:the )?last day of (?:every|each|the) month|every month[ -]end`,
    ),
    lastOfMonth,
  ],
  [
    phrase(
      `${EVERY_MONTH} ?(?<date>\\d{1,2})일|every month on the (?<enDate>\\d{1,2})(?:st|nd|rd|th)?`,
    ),
    dateOfMonth,
  ],
  [phrase(`(?:격주|2주마다|이주마다)(?: ?${KO_WEEKDAYS})?`), (said) => everyWeeks(said, 2)],
  [phrase(`(?<n>${COUNT}) ?주마다(?: ?${KO_WEEKDAYS})?`), (said) => everyWeeks(said, number(said))],
  [
    phrase(`every other week(?: (?:on )?${EN_WEEKDAYS})?|every other ${EN_DAY}`),
    (said) => everyWeeks(said, 2),
  ],
  [
    phrase(`every (?<n>\\d{1,2}) weeks(?: (?:on )?${EN_WEEKDAYS})?`),
    (said) => everyWeeks(said, number(said)),
  ],
  [
    phrase(`(?<n>${DAY_COUNT}|${COUNT})(?: ?일)? ?마다|every (?<enN>\\d{1,3}|other) days?`),
    everyDays,
  ],
  [phrase(`분기마다|매 ?분기|quarterly|every quarter`), () => every('MONTHLY', 3)],
  [
    phrase(`(?<n>${COUNT}) ?(?:개월|달)마다|every (?<enN>\\d{1,2}|other) months?`),
    (said) => every('MONTHLY', number(said)),
  ],
  [phrase(`매주 ?${KO_WEEKDAYS}`), (said) => everyWeeks(said, 1)],
  [phrase(`(?:every|each|weekly on) (?!month|year)${EN_WEEKDAYS}`), (said) => everyWeeks(said, 1)],
  [phrase(`(?<kos>[${KO_DAYS}])요일마다`), (said) => everyWeeks(said, 1)],
  [phrase('매일|날마다|every ?day|daily'), () => every('DAILY', 1)],
  [phrase('매주|every week|weekly'), () => every('WEEKLY', 1)],
  [phrase(`${EVERY_MONTH}|every month|monthly`), () => every('MONTHLY', 1)],
  [phrase('매년|해마다|every year|yearly|annually'), () => every('YEARLY', 1)],
];

export function findRepeat(line: string): Found<FoundRepeat> | null {
  for (const [form, read] of FORMS) {
    const match = form.exec(line);
    const value = match === null ? null : read(match.groups ?? {});
    if (match !== null && value !== null) return { text: match[0], at: match.index, value };
  }
  return null;
}

/** The first day from `from` on that the repeat can start on; `from` when it may start on any. */
export function firstDay(repeat: FoundRepeat, from: string): string {
  const { startsOn } = repeat;
  if (startsOn === null) return from;
  for (let day = from, tries = 0; tries < 366; day = addDays(day, 1), tries += 1)
    if (startsOn(day)) return day;
  return from;
}

function every(freq: string, interval: number): FoundRepeat | null {
  if (!(interval >= 1)) return null;
  const rule = interval === 1 ? `FREQ=${freq}` : `FREQ=${freq};INTERVAL=${interval}`;
  return { rule, startsOn: null };
}

function everyDays(said: Parts): FoundRepeat | null {
  return every('DAILY', number(said));
}

function number({ n, enN }: Parts): number {
  return enN?.toLowerCase() === 'other' ? 2 : countOf(n ?? enN ?? '');
}

function everyWeeks({ kos, ens, en }: Parts, interval: number): FoundRepeat | null {
  const named = [
    ...(kos ?? '')
      .replaceAll('요일', '')
      .split('')
      .map((ko) => weekdayIn({ ko })),
    ...(ens ?? en ?? '').split(/,|&|\band\b/).map((word) => weekdayIn({ en: word.trim() })),
  ];
  const days = [...new Set(named)].filter((day) => day !== undefined && day >= 0);
  const whole = every('WEEKLY', interval);
  if (whole === null || days.length === 0) return whole;
  return weekly(days as number[], whole.rule);
}

/** One weekday is that of its first day, so the rule need not name it. */
function weekly(weekdays: number[], rule = 'FREQ=WEEKLY'): FoundRepeat {
  const mondayFirst = weekdays.toSorted((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
  const byDay = mondayFirst.map((day) => RULE_DAYS[day]).join(',');
  return {
    rule: weekdays.length === 1 ? rule : `${rule};BYDAY=${byDay}`,
    startsOn: (day) => weekdays.includes(weekdayOf(day)),
  };
}

const EN_NTHS = ['first', 'second', 'third', 'fourth'];

function nthWeekday({ nth, last, enNth, ko, en }: Parts): FoundRepeat | null {
  const weekday = weekdayIn({ ko, en });
  const word = enNth?.toLowerCase() ?? '';
  const isLast = last !== undefined || word === 'last';
  const at =
    nth === undefined ? EN_NTHS.indexOf(word) + 1 || Number.parseInt(word, 10) : countOf(nth);
  if (weekday === undefined || (!isLast && !(at >= 1))) return null;
  return {
    rule: `FREQ=MONTHLY;BYDAY=${isLast ? -1 : at}${RULE_DAYS[weekday]}`,
    startsOn: (day) => {
      if (weekdayOf(day) !== weekday) return false;
      const date = Number(day.slice(8));
      return isLast ? Number(lastDayOf(day).slice(8)) - date < 7 : Math.ceil(date / 7) === at;
    },
  };
}

function lastOfMonth(): FoundRepeat {
  return { rule: 'FREQ=MONTHLY;BYMONTHDAY=-1', startsOn: (day) => day === lastDayOf(day) };
}

function dateOfMonth({ date, enDate }: Parts): FoundRepeat | null {
  const wanted = Number(date ?? enDate);
  if (wanted < 1 || wanted > 31) return null;
  return { rule: 'FREQ=MONTHLY', startsOn: (day) => Number(day.slice(8)) === wanted };
}
