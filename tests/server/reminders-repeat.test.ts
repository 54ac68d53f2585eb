// oxlint-disable-next-line import/default -- for Node it is CommonJS, whose default is the module itself
import rrule from 'rrule';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { canonicalRepeat, nextTime } from '#server/repeat.ts';

const seoul = (wall: string) => new Date(`${wall}+09:00`);
const zoneBefore = process.env['TZ'];

afterEach(() => {
  if (zoneBefore === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneBefore;
});

/** The next `count` times, each done on time. */
function timesOf(repeat: string, dueAt: Date, count: number): Date[] {
  const times: Date[] = [];
  let now: { dueAt: Date; repeat: string } | null = { dueAt, repeat };
  while (now !== null && times.length < count) {
    now = nextTime(now, now.dueAt);
    if (now !== null) times.push(now.dueAt);
  }
  return times;
}

describe.for(['UTC', 'America/Los_Angeles', 'Asia/Seoul'])('with the machine in %s', (zone) => {
  test.for([
    ['FREQ=DAILY', '2026-11-30T23:30:00', ['2026-12-01T23:30:00', '2026-12-02T23:30:00']],
    ['FREQ=DAILY', '2027-03-13T00:10:00', ['2027-03-14T00:10:00', '2027-03-15T00:10:00']],
    [
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
      '2026-11-27T09:00:00',
      ['2026-11-30T09:00:00', '2026-12-01T09:00:00'],
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR',
      '2026-11-27T09:00:00',
      ['2026-12-07T09:00:00', '2026-12-11T09:00:00'],
    ],
    ['FREQ=MONTHLY', '2026-12-15T00:00:00', ['2027-01-15T00:00:00', '2027-02-15T00:00:00']],
    ['FREQ=MONTHLY', '2026-12-31T09:00:00', ['2027-01-31T09:00:00', '2027-03-31T09:00:00']],
    [
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      '2026-11-30T09:00:00',
      ['2026-12-31T09:00:00', '2027-01-31T09:00:00'],
    ],
    [
      'FREQ=MONTHLY;BYDAY=1MO',
      '2026-11-02T01:00:00',
      ['2026-12-07T01:00:00', '2027-01-04T01:00:00'],
    ],
    ['FREQ=YEARLY', '2028-02-29T09:00:00', ['2032-02-29T09:00:00', '2036-02-29T09:00:00']],
    [
      'FREQ=DAILY;UNTIL=20261202',
      '2026-11-30T09:00:00',
      ['2026-12-01T09:00:00', '2026-12-02T09:00:00'],
    ],
    [
      'FREQ=DAILY;UNTIL=20261202T000000Z',
      '2026-11-30T09:00:00',
      ['2026-12-01T09:00:00', '2026-12-02T09:00:00'],
    ],
    ['FREQ=DAILY;UNTIL=20261201T235959Z', '2026-11-30T09:00:00', ['2026-12-01T09:00:00']],
  ] as const)('%s from %s', ([repeat, from, expected]) => {
    process.env['TZ'] = zone;
    expect(timesOf(repeat, seoul(from), 2)).toEqual(expected.map(seoul));
  });
});

test('done late, it goes on to the first time that is still to come', () => {
  const missed = { dueAt: seoul('2026-11-01T09:00:00'), repeat: 'FREQ=DAILY;COUNT=30' };
  expect(nextTime(missed, seoul('2026-11-23T10:00:00'))).toEqual({
    dueAt: seoul('2026-11-24T09:00:00'),
    repeat: 'FREQ=DAILY;COUNT=7',
  });
  expect(nextTime(missed, seoul('2026-12-01T10:00:00'))).toBeNull();
});

test('done one after the other, its times are those rrule gives for the whole rule', () => {
  const rules = fc
    .record({
      freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
      interval: fc.integer({ min: 1, max: 5 }),
      days: fc.subarray(['MO', 'TU', 'TH', 'SA']),
      end: fc.oneof(
        fc.integer({ min: 1, max: 12 }).map((count) => `;COUNT=${count}`),
        fc.constantFrom('', ';UNTIL=20270630'),
      ),
    })
    .map(({ freq, interval, days, end }) => {
      const byDay = freq === 'WEEKLY' && days.length > 0 ? `;BYDAY=${days.join(',')}` : '';
      return `FREQ=${freq};INTERVAL=${interval}${byDay}${end}`;
    });
  const starts = fc
    .date({
      min: seoul('2026-01-01T00:00:00'),
      max: seoul('2027-12-31T23:59:59'),
      noInvalidDate: true,
    })
    .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
  fc.assert(
    fc.property(rules, starts, (repeat, dueAt) => {
      expect(canonicalRepeat(repeat)).toBe(repeat);
      const wall = (date: Date) => new Date(date.getTime() + 9 * 3_600_000);
      const options = rrule.RRule.parseString(repeat);
      if (options.until) options.until = new Date(options.until.getTime() + 86_399_000);
      const all = new rrule.RRule({ ...options, dtstart: wall(dueAt) })
        .all((_, index) => index < 12)
        .filter((time) => time > wall(dueAt))
        .slice(0, 8);
      expect(timesOf(repeat, dueAt, all.length).map(wall)).toEqual(all);
    }),
    { numRuns: 150 },
  );
});

test.for([
  ['rrule:freq=weekly;byday=mo', 'FREQ=WEEKLY;BYDAY=MO'],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  ],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'],
] as const)('%s is a rule', ([text, rule]) => {
  expect(canonicalRepeat(text)).toBe(rule);
});

test.for([
  'every day',
  'FREQ=HOURLY',
  'FREQ=SECONDLY;INTERVAL=1',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=DAILY;INTERVAL=7;BYDAY=SU',
  'FREQ=DAILY;COUNT=5;UNTIL=20270101',
  'FREQ=DAILY;DTSTART=20260101T000000Z',
  'FREQ=DAILY;FREQ=DAILY',
  'FREQ=WEEKLY;BYDAY=2MO',
  'FREQ=WEEKLY;BYHOUR=1,2,3',
  'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31',
  'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=30',
  'FREQ=MONTHLY;BYSETPOS=1',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=YEARLY;BYDAY=20MO',
  'INTERVAL=2',
  'FREQ=DAILY\nDTSTART:20260101T000000Z',
  ';',
  '=',
])('%j is refused', (text) => {
  expect(canonicalRepeat(text)).toBeUndefined();
});
