// When somebody is to be left in peace; all times are Seoul's.
import { expect, test } from 'vitest';
import {
  FIRST_PREFERENCES,
  nextAtMinute,
  type NoticePreferences,
} from '#server/notifications/notifications.preferences.schema.ts';
import { quietNow } from '#server/notifications/notifications.quiet.policy.ts';

const seoul = (text: string) => new Date(`${text}:00+09:00`);

function wishes(more: Partial<NoticePreferences>): NoticePreferences {
  return { ...FIRST_PREFERENCES, ...more };
}

test('whoever said nothing is told at any hour', () => {
  expect(quietNow(FIRST_PREFERENCES, seoul('2026-11-22T03:00'))).toBe(false);
});

test.each([
  ['2026-11-23T08:59', true],
  ['2026-11-23T09:00', false],
  ['2026-11-23T17:59', false],
  ['2026-11-23T18:00', true],
  ['2026-11-28T12:00', true],
  ['2026-11-29T12:00', true],
  ['2026-11-27T12:00', false],
])('with working hours on weekdays from 9 to 18, %s is quiet: %s', (at, isQuiet) => {
  expect(quietNow(wishes({ hasWorkHours: true }), seoul(at))).toBe(isQuiet);
});

test.each([
  ['2026-11-23T21:59', true],
  ['2026-11-23T22:00', false],
  ['2026-11-24T05:59', false],
  ['2026-11-24T06:00', true],
  // Friday's shift ends on Saturday; Saturday has none of its own.
  ['2026-11-28T05:59', false],
  ['2026-11-28T22:00', true],
  ['2026-11-30T05:59', true],
])('a night shift belongs to the day it begins on: %s is quiet: %s', (at, isQuiet) => {
  const night = { hasWorkHours: true, workFromMinute: 22 * 60, workToMinute: 6 * 60 };
  expect(quietNow(wishes(night), seoul(at))).toBe(isQuiet);
});

test('do not disturb ends at its moment, also within working hours', () => {
  const until = wishes({ hasWorkHours: true, quietUntil: seoul('2026-11-23T14:00') });
  expect(quietNow(until, seoul('2026-11-23T13:59'))).toBe(true);
  expect(quietNow(until, seoul('2026-11-23T14:00'))).toBe(false);
  expect(quietNow(until, seoul('2026-11-23T20:00'))).toBe(true);
});

test.each([
  ['2026-11-23T08:00', '2026-11-23T08:30'],
  ['2026-11-23T08:30', '2026-11-24T08:30'],
  ['2026-11-23T23:59', '2026-11-24T08:30'],
])('the next half past eight after %s is %s', (now, next) => {
  expect(nextAtMinute(8 * 60 + 30, seoul(now))).toEqual(seoul(next));
});
