// The times of a rule, looked for period by period: a day, a week, a month or a year. However the rule and its start are,
// only so many periods are looked at: it ends where the times end that people can give. Times are wall times of Seoul,
// handled as if they were UTC.
const DAY_MS = 86_400_000;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const LAST_WALL_MS = Date.UTC(2200, 0, 1);

export type Rule = {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  count: number | null;
  /** The last moment that still belongs to it. */
  until: Date | null;
  weekStart: number;
  /** `nth` of its month; negative: from its end; null: each. */
  byDay: { nth: number | null; weekday: number }[];
  byMonthDay: number[];
  /** From 1. */
  byMonth: number[];
  bySetPos: number | null;
};

/** Of a rule as it is stored. An UNTIL in UTC is moved to Seoul; a day alone is included. */
export function ruleOf(repeat: string): Rule {
  const parts = new Map(repeat.split(';').map((part) => part.split('=') as [string, string]));
  const numbers = (name: string) => listed(parts.get(name)).map(Number);
  return {
    freq: parts.get('FREQ') as Rule['freq'],
    interval: numbers('INTERVAL')[0] ?? 1,
    count: numbers('COUNT')[0] ?? null,
    until: untilOf(parts.get('UNTIL')),
    weekStart: WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO'),
    byDay: listed(parts.get('BYDAY')).map((text) => ({
      nth: text.length === 2 ? null : Number(text.slice(0, -2)),
      weekday: WEEKDAYS.indexOf(text.slice(-2)),
    })),
    byMonthDay: numbers('BYMONTHDAY'),
    byMonth: numbers('BYMONTH'),
    bySetPos: numbers('BYSETPOS')[0] ?? null,
  };
}

function listed(value: string | undefined): string[] {
  return value === undefined ? [] : value.split(',');
}

function untilOf(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const at = (from: number, length: number) => Number(text.slice(from, from + length));
  const dayMs = Date.UTC(at(0, 4), at(4, 2) - 1, at(6, 2));
  if (text.length === 8) return new Date(dayMs + DAY_MS - 1);
  const momentMs = dayMs + ((at(9, 2) * 60 + at(11, 2)) * 60 + at(13, 2)) * 1000;
  return new Date(text.endsWith('Z') ? momentMs + SEOUL_OFFSET_MS : momentMs);
}

export const SEOUL_OFFSET_MS = 9 * 3_600_000;

export type Found = {
  /** Null: there is none left. */
  at: Date | null;
  /** How many times of the rule came before it; known only of a rule that counts. */
  passed: number;
  /** How many were looked at. */
  periods: number;
};

/** The first time after `beyond` of the rule that starts at `start`. */
export function findTime(rule: Rule, start: Date, beyond: Date): Found {
  const timeOfDayMs = start.getTime() - dayOf(start);
  const found: Found = { at: null, passed: 0, periods: 0 };
  // Without a COUNT nobody asks how many there were before.
  let index = rule.count === null ? Math.max(indexAt(rule, start, beyond), 0) : 0;
  for (; periodMs(rule, start, index) < LAST_WALL_MS; index += 1) {
    found.periods += 1;
    for (const dayMs of daysOf(rule, start, index)) {
      const at = new Date(dayMs + timeOfDayMs);
      if (at < start) continue;
      const isOver = found.passed === rule.count || (rule.until !== null && at > rule.until);
      if (isOver || dayMs >= LAST_WALL_MS) return found;
      if (at > beyond) return { ...found, at };
      found.passed += 1;
    }
  }
  return found;
}

function dayOf(wall: Date): number {
  return Math.floor(wall.getTime() / DAY_MS) * DAY_MS;
}

/** The last period that begins no later than `wall`; negative before the first. */
function indexAt({ freq, interval, weekStart }: Rule, start: Date, wall: Date): number {
  const months = (of: Date) => of.getUTCFullYear() * 12 + of.getUTCMonth();
  const passed = {
    DAILY: () => (dayOf(wall) - dayOf(start)) / DAY_MS,
    WEEKLY: () => (weekOf(wall, weekStart) - weekOf(start, weekStart)) / (7 * DAY_MS),
    MONTHLY: () => months(wall) - months(start),
    YEARLY: () => wall.getUTCFullYear() - start.getUTCFullYear(),
  }[freq]();
  return Math.floor(passed / interval);
}

/** When a period begins. */
function periodMs({ freq, interval, weekStart }: Rule, start: Date, index: number): number {
  const steps = index * interval;
  switch (freq) {
    case 'DAILY':
      return dayOf(start) + steps * DAY_MS;
    case 'WEEKLY':
      return weekOf(start, weekStart) + steps * 7 * DAY_MS;
    case 'MONTHLY':
      return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + steps, 1);
    case 'YEARLY':
      return Date.UTC(start.getUTCFullYear() + steps, 0, 1);
  }
}

function weekOf(wall: Date, weekStart: number): number {
  return dayOf(wall) - ((wall.getUTCDay() - weekStart + 7) % 7) * DAY_MS;
}

/** Those of one period, in order. */
function daysOf(rule: Rule, start: Date, index: number): number[] {
  const first = periodMs(rule, start, index);
  switch (rule.freq) {
    case 'DAILY':
      return onWeekdays([first], rule.byDay);
    case 'WEEKLY': {
      const week = Array.from({ length: 7 }, (_, day) => first + day * DAY_MS);
      return onWeekdays(
        week,
        rule.byDay.length > 0 ? rule.byDay : [{ weekday: start.getUTCDay() }],
      );
    }
    case 'MONTHLY':
      return daysOfMonth(rule, start, first);
    case 'YEARLY': {
      const year = new Date(first).getUTCFullYear();
      return monthsOf(rule, start).flatMap((month) =>
        daysOfMonth(rule, start, Date.UTC(year, month - 1, 1)),
      );
    }
  }
}

function onWeekdays(days: number[], wanted: readonly { weekday: number }[]): number[] {
  if (wanted.length === 0) return days;
  return days.filter((day) => wanted.some(({ weekday }) => new Date(day).getUTCDay() === weekday));
}

function monthsOf({ byMonth, byMonthDay }: Rule, start: Date): number[] {
  if (byMonth.length > 0) return [...new Set(byMonth)].toSorted((a, b) => a - b);
  if (byMonthDay.length === 0) return [start.getUTCMonth() + 1];
  return Array.from({ length: 12 }, (_, month) => month + 1);
}

function daysOfMonth(rule: Rule, start: Date, firstMs: number): number[] {
  const first = new Date(firstMs);
  const length = new Date(
    Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0),
  ).getUTCDate();
  const dates = rule.byDay.flatMap(({ nth, weekday }) => {
    const earliest = 1 + ((weekday - first.getUTCDay() + 7) % 7);
    const all = [0, 7, 14, 21, 28].map((days) => earliest + days).filter((day) => day <= length);
    if (nth === null) return all;
    return all.at(nth > 0 ? nth - 1 : nth) ?? [];
  });
  for (const day of rule.byMonthDay) dates.push(day > 0 ? day : length + 1 + day);
  if (rule.byDay.length === 0 && rule.byMonthDay.length === 0) dates.push(start.getUTCDate());
  const inOrder = [...new Set(dates)]
    .filter((day) => day >= 1 && day <= length)
    .toSorted((a, b) => a - b);
  const { bySetPos } = rule;
  const chosen = bySetPos === null ? inOrder : [inOrder.at(bySetPos > 0 ? bySetPos - 1 : bySetPos)];
  return chosen.flatMap((day) => (day === undefined ? [] : [firstMs + (day - 1) * DAY_MS]));
}
