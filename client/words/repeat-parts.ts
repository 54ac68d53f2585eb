// A rule of repetition as people choose it, part by part, and back. Rules of a kind that nobody can choose here stay as
// they are. Pure.
import { seoulDay } from '#server/seoul.schema.ts';
import { weekdayOf } from '#client/ui/seoul.ts';
import { RULE_DAYS } from './weekday-words.ts';

export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

export type RepeatParts = {
  freq: (typeof FREQUENCIES)[number];
  interval: number;
  /** Of a weekly one; 0 = Sunday. */
  weekdays: number[];
  /** Of a monthly one: the date of its first, the last day, or a weekday of the month (-1: the last such). */
  onDay: 'date' | 'last' | { nth: number; weekday: number };
  end: { kind: 'never' } | { kind: 'until'; day: string } | { kind: 'count'; count: number };
};

const MON_TO_FRI = [1, 2, 3, 4, 5];

export function isWeekdays({ freq, interval, weekdays }: RepeatParts): boolean {
  const isWorkingWeek = MON_TO_FRI.every((day) => weekdays.includes(day));
  return freq === 'WEEKLY' && interval === 1 && weekdays.length === 5 && isWorkingWeek;
}

/** What one begins with: as it repeats, or each week on the day of its first. */
export function partsOf(rule: string | null, dueAt: Date): RepeatParts | null {
  if (rule === null) return null;
  const given = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const freq = FREQUENCIES.find((name) => name === given.get('FREQ'));
  const onDay = onDayOf(given);
  const isKnown = [...given.keys()].every((name) => KNOWN.has(name));
  if (freq === undefined || onDay === null || !isKnown) return null;
  if (
    (given.has('BYDAY') && freq !== 'WEEKLY' && freq !== 'MONTHLY') ||
    (given.has('BYMONTHDAY') && freq !== 'MONTHLY')
  )
    return null;
  const named = freq === 'WEEKLY' ? (given.get('BYDAY')?.split(',') ?? []) : [];
  const weekdays = named.map((name) => RULE_DAYS.findIndex((day) => day === name));
  if (weekdays.includes(-1)) return null;
  return {
    freq,
    interval: Number(given.get('INTERVAL') ?? 1),
    weekdays: weekdays.length > 0 ? weekdays : [weekdayOf(seoulDay(dueAt))],
    onDay: freq === 'MONTHLY' ? onDay : 'date',
    end: endOf(given),
  };
}

const KNOWN = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'UNTIL', 'COUNT']);

function onDayOf(given: Map<string, string>): RepeatParts['onDay'] | null {
  const [date, byDay] = [given.get('BYMONTHDAY'), given.get('BYDAY')];
  if (date !== undefined) return date === '-1' ? 'last' : null;
  if (byDay === undefined || given.get('FREQ') !== 'MONTHLY') return 'date';
  const match = /^(-1|[1-5])([A-Z]{2})$/.exec(byDay);
  const weekday = RULE_DAYS.findIndex((day) => day === match?.[2]);
  return match === null || weekday < 0 ? null : { nth: Number(match[1]), weekday };
}

function endOf(given: Map<string, string>): RepeatParts['end'] {
  const [until, count] = [given.get('UNTIL'), given.get('COUNT')];
  if (count !== undefined) return { kind: 'count', count: Number(count) };
  if (until === undefined) return { kind: 'never' };
  return { kind: 'until', day: `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}` };
}

/** The shortest rule that says so: what the first time says by itself is left out. */
export function ruleOf(parts: RepeatParts, dueAt: Date): string {
  const { freq, interval, end } = parts;
  return [
    `FREQ=${freq}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...daysOf(parts, dueAt),
    ...(end.kind === 'until' ? [`UNTIL=${end.day.replaceAll('-', '')}`] : []),
    ...(end.kind === 'count' ? [`COUNT=${end.count}`] : []),
  ].join(';');
}

function daysOf({ freq, weekdays, onDay }: RepeatParts, dueAt: Date): string[] {
  if (freq === 'WEEKLY') {
    const [only] = weekdays;
    if (weekdays.length === 1 && only === weekdayOf(seoulDay(dueAt))) return [];
    const mondayFirst = weekdays.toSorted((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
    return [`BYDAY=${mondayFirst.map((day) => RULE_DAYS[day]).join(',')}`];
  }
  if (freq !== 'MONTHLY' || onDay === 'date') return [];
  return onDay === 'last' ? ['BYMONTHDAY=-1'] : [`BYDAY=${onDay.nth}${RULE_DAYS[onDay.weekday]}`];
}
