// Which times a repeating thing has, a reminder or a task. Rules are RRULEs of a bounded kind: at most daily, and never one
// that has no time at all.
import { REPEAT_MAX } from './atoms.schema.ts';
import { badRequest } from './errors.ts';
import { findTime, ruleOf, SEOUL_OFFSET_MS } from './repeat.times.ts';

const WEEKDAYS = '(?:MO|TU|WE|TH|FR|SA|SU)';
const MONTH_DAY = '-?(?:[1-9]|[12]\\d|3[01])';
const PART_FORMS: Record<string, RegExp> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,2}$/,
  UNTIL:
    /^(?:19|20|21)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ?)?$/,
  WKST: /^(?:MO|SU)$/,
  BYDAY: listOf(`(?:-?[1-5])?${WEEKDAYS}`),
  BYMONTHDAY: listOf(MONTH_DAY),
  BYMONTH: listOf('(?:[1-9]|1[0-2])'),
  BYSETPOS: /^-?[1-4]$/,
};

/** Which parts a frequency may have beside FREQ, INTERVAL, COUNT, UNTIL and WKST: one of these sets, or part of it. */
const PART_SETS: Record<string, string[][]> = {
  DAILY: [['BYDAY']],
  WEEKLY: [['BYDAY']],
  MONTHLY: [['BYMONTHDAY'], ['BYDAY', 'BYSETPOS']],
  YEARLY: [
    ['BYMONTH', 'BYMONTHDAY'],
    ['BYMONTH', 'BYDAY'],
  ],
};

const EVERYWHERE = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST']);
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * As it is stored. BAD_REQUEST for what is not a rule of this kind, or never comes again after `dueAt` (where that is
 * known), like every twelfth month on the 30th from a February on.
 */
export function repeatOf(
  repeat: string | null | undefined,
  dueAt: Date | null | undefined,
): string | null | undefined {
  if (repeat === null || repeat === undefined) return repeat;
  const rule = canonicalRepeat(repeat);
  if (rule === undefined)
    throw badRequest('invalid_repeat', { repeat: ['must be a rule like FREQ=WEEKLY;BYDAY=MO'] });
  if (dueAt && !comesAgain(rule, toWall(dueAt)))
    throw badRequest('repeat_never_comes', { repeat: ['must come again after it is due'] });
  return rule;
}

/** However soon it ends: that it does is what somebody asked for. */
function comesAgain(repeat: string, wall: Date): boolean {
  return findTime({ ...ruleOf(repeat), count: null, until: null }, wall, wall).at !== null;
}

/** The rule as it is stored; undefined for what is not a rule of this kind. */
export function canonicalRepeat(text: string): string | undefined {
  const rule = text.toUpperCase().replace(/^RRULE:/, '');
  const pairs = rule.split(';').map((part): [string, string] => {
    const at = part.indexOf('=');
    return [part.slice(0, at), part.slice(at + 1)];
  });
  const parts = new Map(pairs);
  const isWellFormed =
    rule.length <= REPEAT_MAX &&
    parts.size === pairs.length &&
    pairs.every(([name, value]) => PART_FORMS[name]?.test(value) === true);
  if (!isWellFormed || !isSensible(parts)) return undefined;
  return rule;
}

function isSensible(parts: Map<string, string>): boolean {
  const freq = parts.get('FREQ') ?? '';
  const sets = PART_SETS[freq];
  const special = [...parts.keys()].filter((name) => !EVERYWHERE.has(name));
  if (sets === undefined || (parts.has('COUNT') && parts.has('UNTIL'))) return false;
  if (special.length > 0 && !sets.some((set) => special.every((name) => set.includes(name))))
    return false;
  const byDay = parts.get('BYDAY') ?? '';
  const hasOrdinals = /\d/.test(byDay);
  if (hasOrdinals && (freq === 'DAILY' || freq === 'WEEKLY' || parts.has('BYSETPOS'))) return false;
  if (freq === 'DAILY' && byDay !== '' && (parts.get('INTERVAL') ?? '1') !== '1') return false;
  if (parts.has('BYSETPOS') && byDay === '') return false;
  if (freq !== 'YEARLY') return true;
  return (byDay === '' || parts.has('BYMONTH')) && hasSuchDays(parts);
}

/** 30 February is no day, however long one waits. */
function hasSuchDays(parts: Map<string, string>): boolean {
  const days = numbersOf(parts.get('BYMONTHDAY'));
  const longest = Math.max(
    ...numbersOf(parts.get('BYMONTH')).map((month) => LONGEST_MONTHS[month - 1] ?? 0),
  );
  return days.length === 0 || longest <= 0 || Math.min(...days.map(Math.abs)) <= longest;
}

/**
 * The first time of `repeat` after both `dueAt` and `after`, and the rule from there on (a COUNT has become smaller);
 * null when there is none left.
 */
export function nextTime(
  thing: { dueAt: Date; repeat: string },
  after: Date,
): { dueAt: Date; repeat: string } | null {
  const { repeat, dueAt } = thing;
  const { at, passed } = findTime(
    ruleOf(repeat),
    toWall(dueAt),
    toWall(after > dueAt ? after : dueAt),
  );
  if (at === null) return null;
  return {
    dueAt: fromWall(at),
    repeat: repeat.replace(/COUNT=(\d+)/, (_, count: string) => `COUNT=${Number(count) - passed}`),
  };
}

function toWall(instant: Date): Date {
  return new Date(instant.getTime() + SEOUL_OFFSET_MS);
}

function fromWall(wall: Date): Date {
  return new Date(wall.getTime() - SEOUL_OFFSET_MS);
}

function listOf(item: string): RegExp {
  return new RegExp(`^${item}(?:,${item}){0,30}$`);
}

function numbersOf(list: string | undefined): number[] {
  return list === undefined ? [] : list.split(',').map(Number);
}
