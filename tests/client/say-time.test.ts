import { describe, expect, test } from 'vitest';
import { daysBetween, seoulInstant, weekdayOf } from '#client/ui/seoul.ts';
import { addDays, seoulDay } from '#server/seoul.schema.ts';
import {
  sayAppointment,
  sayClock,
  sayDay,
  sayExactly,
  sayInstant,
  sayMonth,
  sayShortClock,
} from '#client/ui/say-time.ts';

// Sunday, 22 November 2026, 15:20 in Seoul
const now = new Date('2026-11-22T06:20:00Z');
const ko = { now, locale: 'ko' } as const;
const en = { now, locale: 'en' } as const;

describe('a time that has passed', () => {
  test.each([
    ['2026-11-22T06:19:30Z', '방금', 'just now'],
    ['2026-11-22T06:19:00Z', '1분 전', '1 min ago'],
    ['2026-11-22T06:17:00Z', '3분 전', '3 min ago'],
    ['2026-11-22T05:20:01Z', '59분 전', '59 min ago'],
    ['2026-11-22T05:15:00Z', '오후 2:15', '2:15 PM'],
    ['2026-11-21T15:00:00Z', '오전 12:00', '12:00 AM'],
    ['2026-11-21T14:59:59Z', '어제 오후 11:59', 'yesterday 11:59 PM'],
    ['2026-11-21T09:02:00Z', '어제 오후 6:02', 'yesterday 6:02 PM'],
    ['2026-11-03T03:00:00Z', '11월 3일 (화)', 'Tue, Nov 3'],
    ['2025-03-02T03:00:00Z', '2025년 3월 2일', 'Mar 2, 2025'],
  ])('%s reads %s', (at, korean, english) => {
    expect(sayInstant(new Date(at), ko)).toBe(korean);
    expect(sayInstant(new Date(at), en)).toBe(english);
  });

  test('three minutes ago stays three minutes ago across midnight', () => {
    const justAfterMidnight = new Date('2026-11-22T15:01:00Z');
    const at = new Date('2026-11-22T14:58:00Z');
    expect(sayInstant(at, { now: justAfterMidnight, locale: 'ko' })).toBe('3분 전');
  });

  test('the last day of a year in Seoul is that year, though UTC is a day behind', () => {
    const newYear = new Date('2026-12-31T15:30:00Z');
    expect(sayInstant(new Date('2026-12-31T14:00:00Z'), { now: newYear, locale: 'ko' })).toBe(
      '어제 오후 11:00',
    );
    expect(seoulDay(newYear)).toBe('2027-01-01');
  });
});

describe('a time to come', () => {
  test.each([
    ['2026-11-22T06:20:30Z', '곧', 'any moment'],
    ['2026-11-22T06:30:00Z', '10분 후', 'in 10 min'],
    ['2026-11-22T09:00:00Z', '오후 6:00', '6:00 PM'],
    ['2026-11-23T00:00:00Z', '내일 오전 9:00', 'tomorrow 9:00 AM'],
    ['2026-11-25T00:00:00Z', '11월 25일 (수)', 'Wed, Nov 25'],
    ['2027-01-02T00:00:00Z', '2027년 1월 2일', 'Jan 2, 2027'],
  ])('%s reads %s', (at, korean, english) => {
    expect(sayInstant(new Date(at), ko)).toBe(korean);
    expect(sayInstant(new Date(at), en)).toBe(english);
  });

  test('an appointment always tells its clock', () => {
    expect(sayAppointment(new Date('2026-11-22T06:30:00Z'), ko)).toBe('오늘 오후 3:30');
    expect(sayAppointment(new Date('2026-11-25T00:00:00Z'), ko)).toBe('11월 25일 (수) 오전 9:00');
  });
});

test('noon and midnight are twelve', () => {
  expect(sayClock(new Date('2026-11-22T03:00:00Z'), 'ko')).toBe('오후 12:00');
  expect(sayClock(new Date('2026-11-21T15:05:00Z'), 'ko')).toBe('오전 12:05');
  expect(sayShortClock(new Date('2026-11-22T02:00:00Z'), 'ko')).toBe('오전 11시');
  expect(sayShortClock(new Date('2026-11-22T05:30:00Z'), 'ko')).toBe('오후 2:30');
  expect(sayShortClock(new Date('2026-11-22T02:00:00Z'), 'en')).toBe('11 AM');
});

test('days near today have names', () => {
  expect(sayDay('2026-11-21', ko)).toBe('어제');
  expect(sayDay('2026-11-22', ko)).toBe('오늘');
  expect(sayDay('2026-11-23', en)).toBe('tomorrow');
  expect(sayDay('2026-11-24', ko)).toBe('11월 24일 (화)');
});

test('the exact form leaves nothing out', () => {
  expect(sayExactly(new Date('2026-11-03T05:15:00Z'), 'ko')).toBe('2026년 11월 3일 (화) 오후 2:15');
  expect(sayExactly(new Date('2026-11-03T05:15:00Z'), 'en')).toBe('Tue, Nov 3, 2026 2:15 PM');
  expect(sayMonth('2026-11-03', 'ko')).toBe('2026년 11월');
});

test('calendar days are counted in Seoul', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(daysBetween('2026-11-22', '2026-12-01')).toBe(9);
  expect(weekdayOf('2026-11-22')).toBe(0);
  expect(seoulInstant('2026-11-22', 9)).toEqual(new Date('2026-11-22T00:00:00Z'));
});
