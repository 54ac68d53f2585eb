// Every kind of rule that is accepted, from any start: our next time is the one rrule gives.
// oxlint-disable-next-line import/default -- for Node it is CommonJS, whose default is the module itself
import rrule from 'rrule';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalRepeat, nextTime } from '#server/repeat.ts';

const OFFSET_MS = 9 * 3_600_000;
const DAY_MS = 86_400_000;
const wall = (instant: Date) => new Date(instant.getTime() + OFFSET_MS);
const instant = (onWall: Date) => new Date(onWall.getTime() - OFFSET_MS);

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const list = (values: readonly (string | number)[]) => values.join(',');

const ordinals = fc.tuple(fc.constantFrom(1, 2, 3, 4, -1, -2), fc.constantFrom(...WEEKDAYS));
const monthDays = some([1, 5, 15, 28, 29, 30, 31, -1, -2]).map(list);
const months = some([1, 2, 4, 6, 9, 11, 12]).map(list);

const parts = fc.oneof(
  fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=MONTHLY', 'FREQ=YEARLY'),
  some(WEEKDAYS).map((days) => `FREQ=DAILY;BYDAY=${list(days)}`),
  some(WEEKDAYS).map((days) => `FREQ=WEEKLY;BYDAY=${list(days)}`),
  some(WEEKDAYS).map((days) => `FREQ=WEEKLY;WKST=SU;BYDAY=${list(days)}`),
  monthDays.map((days) => `FREQ=MONTHLY;BYMONTHDAY=${days}`),
  ordinals.map(([nth, day]) => `FREQ=MONTHLY;BYDAY=${nth}${day}`),
  fc
    .tuple(some(WEEKDAYS), fc.constantFrom(1, 2, -1))
    .map(([days, at]) => `FREQ=MONTHLY;BYDAY=${list(days)};BYSETPOS=${at}`),
  fc
    .tuple(months, fc.constantFrom(1, 15, 28, -1))
    .map(([month, day]) => `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`),
  fc
    .tuple(months, ordinals)
    .map(([month, [nth, day]]) => `FREQ=YEARLY;BYMONTH=${month};BYDAY=${nth}${day}`),
);
const ends = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 12 }).map((count) => `;COUNT=${count}`),
  fc.constantFrom(';UNTIL=20270228', ';UNTIL=20271231T145959Z', ';UNTIL=20280101T090000'),
);
const rules = fc
  .tuple(parts, fc.integer({ min: 1, max: 6 }), ends)
  .map(([rule, interval, end]) =>
    interval === 1 || rule.startsWith('FREQ=DAILY;BYDAY')
      ? `${rule}${end}`
      : `${rule};INTERVAL=${interval}${end}`,
  );
const starts = fc
  .integer({ min: 0, max: 2 * 365 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000));

/** The rule as rrule reads it, in Seoul's wall time; a last day is included, a last moment in UTC is moved. */
function byTheirs(rule: string, dueAt: Date) {
  const options = rrule.RRule.parseString(rule);
  if (options.until && !/UNTIL=\d{8}T/.test(rule))
    options.until = new Date(options.until.getTime() + DAY_MS - 1);
  else if (options.until && /UNTIL=\w+Z/.test(rule)) options.until = wall(options.until);
  return new rrule.RRule({ ...options, dtstart: wall(dueAt) });
}

test('whenever it is done, the next time is the first of the rule after that', () => {
  fc.assert(
    fc.property(rules, starts, fc.integer({ min: -20, max: 400 }), (repeat, dueAt, days) => {
      expect(canonicalRepeat(repeat)).toBe(repeat);
      const doneAt = new Date(dueAt.getTime() + days * DAY_MS + 12_345);
      const theirs = byTheirs(repeat, dueAt).after(wall(doneAt > dueAt ? doneAt : dueAt));
      const ours = nextTime({ dueAt, repeat }, doneAt);
      expect(ours?.dueAt ?? null).toEqual(theirs === null ? null : instant(theirs));
    }),
    { numRuns: 1_500 },
  );
});

test('done one after the other, its times are all those of the rule, also when it starts on another day', () => {
  fc.assert(
    fc.property(rules, starts, (repeat, dueAt) => {
      const theirs = byTheirs(repeat, dueAt)
        .all((_, index) => index < 9)
        .filter((time) => time > wall(dueAt))
        .slice(0, 8)
        .map(instant);
      const ours: Date[] = [];
      let now: { dueAt: Date; repeat: string } | null = { dueAt, repeat };
      while (now !== null && ours.length < theirs.length + 1) {
        now = nextTime(now, now.dueAt);
        if (now !== null) ours.push(now.dueAt);
      }
      expect(ours.slice(0, theirs.length)).toEqual(theirs);
      if (theirs.length < 8) expect(ours).toHaveLength(theirs.length);
    }),
    { numRuns: 800 },
  );
});
