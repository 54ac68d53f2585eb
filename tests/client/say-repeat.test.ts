import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { FREQUENCIES, partsOf, type RepeatParts, ruleOf } from '#client/words/repeat-parts.ts';
import { sayRepeat } from '#client/words/say-repeat.ts';
import { canonicalRepeat } from '#server/repeat.ts';

/** Wednesday, 25 November 2026, 09:00 in Seoul: the fourth Wednesday, and the last. */
const dueAt = new Date('2026-11-25T00:00:00Z');

test.each([
  ['FREQ=DAILY', '매일', 'Every day'],
  ['FREQ=DAILY;INTERVAL=3', '3일마다', 'Every 3 days'],
  ['FREQ=WEEKLY', '매주 수요일', 'Every week on Wed'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '평일마다', 'Every weekday'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,MO', '2주마다 월·금요일', 'Every 2 weeks on Mon and Fri'],
  ['FREQ=MONTHLY', '매월 25일', 'Every month on day 25'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', '매월 마지막 날', 'Every month on the last day'],
  ['FREQ=MONTHLY;BYDAY=4WE', '매월 넷째 수요일', 'Every month on the fourth Wed'],
  [
    'FREQ=MONTHLY;INTERVAL=3;BYDAY=-1WE',
    '3개월마다 마지막 수요일',
    'Every 3 months on the last Wed',
  ],
  ['FREQ=YEARLY', '매년 11월 25일', 'Every year on November 25'],
  [
    'FREQ=DAILY;UNTIL=20261231',
    '매일, 2026년 12월 31일 (목)까지',
    'Every day, until Thu, Dec 31, 2026',
  ],
  ['FREQ=DAILY;COUNT=5', '매일, 앞으로 5번', 'Every day, 5 times from here'],
  [
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    '따로 정한 규칙대로 반복',
    'Repeats by a rule of its own',
  ],
])('%s means %s', (rule, ko, en) => {
  expect(sayRepeat(rule, dueAt, 'ko')).toBe(ko);
  expect(sayRepeat(rule, dueAt, 'en')).toBe(en);
});

test('a date that some months lack says that they are skipped', () => {
  const last = new Date('2026-12-31T00:00:00Z');
  expect(sayRepeat('FREQ=MONTHLY', last, 'ko')).toBe('매월 31일 (없는 달은 건너뛰어요)');
});

test('whatever can be chosen is a rule the server takes, and reads back as it was chosen', () => {
  const parts: fc.Arbitrary<RepeatParts> = fc
    .record({
      freq: fc.constantFrom(...FREQUENCIES),
      interval: fc.integer({ min: 1, max: 99 }),
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 0], { minLength: 1 }),
      onDay: fc.oneof(
        fc.constantFrom('date' as const, 'last' as const),
        fc.record({
          nth: fc.constantFrom(1, 2, 3, 4, -1),
          weekday: fc.integer({ min: 0, max: 6 }),
        }),
      ),
      end: fc.oneof(
        fc.constant({ kind: 'never' as const }),
        fc.constant({ kind: 'until' as const, day: '2027-02-28' }),
        fc.integer({ min: 1, max: 99 }).map((count) => ({ kind: 'count' as const, count })),
      ),
    })
    .map((given) => ({
      ...given,
      weekdays: given.freq === 'WEEKLY' ? given.weekdays : [3],
      onDay: given.freq === 'MONTHLY' ? given.onDay : 'date',
    }));
  fc.assert(
    fc.property(parts, (chosen) => {
      const rule = ruleOf(chosen, dueAt);
      expect(canonicalRepeat(rule)).toBe(rule);
      expect(partsOf(rule, dueAt)).toEqual(chosen);
    }),
    { numRuns: 500 },
  );
});
