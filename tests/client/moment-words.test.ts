// What people write about time, and what is understood of it. Run with any TZ: the answers are Seoul's.
import { afterEach, describe, expect, test } from 'vitest';
import { understand } from '#client/features/reminders/reminder-words.ts';

/** Monday, 23 November 2026, 10:00 in Seoul. */
const now = new Date('2026-11-23T01:00:00Z');
const seoul = (wall: string) => new Date(`${wall}:00+09:00`);
const zoneBefore = process.env['TZ'];

afterEach(() => {
  if (zoneBefore === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneBefore;
});

const ONCE: [text: string, dueAt: string][] = [
  // Times of the day.
  ['3시', '2026-11-23T15:00'],
  ['3시 반', '2026-11-23T15:30'],
  ['세시반', '2026-11-23T15:30'],
  ['오후 세 시', '2026-11-23T15:00'],
  ['오후 3시 반', '2026-11-23T15:30'],
  ['열한 시', '2026-11-23T11:00'],
  ['오전 9시', '2026-11-24T09:00'],
  ['오전 11시 5분', '2026-11-23T11:05'],
  ['15:30', '2026-11-23T15:30'],
  ['오후 4:05', '2026-11-23T16:05'],
  ['점심 12시', '2026-11-23T12:00'],
  ['점심 11시', '2026-11-23T11:00'],
  ['저녁 7시', '2026-11-23T19:00'],
  ['밤 11시', '2026-11-23T23:00'],
  ['오늘 밤 1시', '2026-11-24T01:00'],
  ['새벽 2시', '2026-11-24T02:00'],
  ['정오', '2026-11-23T12:00'],
  ['자정', '2026-11-24T00:00'],
  ['3pm', '2026-11-23T15:00'],
  ['3:30 p.m.', '2026-11-23T15:30'],
  ['at 9', '2026-11-24T09:00'],
  ['at 14:00', '2026-11-23T14:00'],
  ['half past 3', '2026-11-23T15:30'],
  ['quarter past 11', '2026-11-23T11:15'],
  ['quarter to 5 pm', '2026-11-23T16:45'],
  ["4 o'clock", '2026-11-23T16:00'],
  ['noon', '2026-11-23T12:00'],
  ['midnight', '2026-11-24T00:00'],
  // From now on.
  ['30분 뒤', '2026-11-23T10:30'],
  ['10분 있다가', '2026-11-23T10:10'],
  ['2시간 후', '2026-11-23T12:00'],
  ['두 시간 뒤', '2026-11-23T12:00'],
  ['한 시간 반 뒤', '2026-11-23T11:30'],
  ['1시간 20분 뒤', '2026-11-23T11:20'],
  ['in 20 minutes', '2026-11-23T10:20'],
  ['in 2 hours', '2026-11-23T12:00'],
  ['in an hour', '2026-11-23T11:00'],
  ['in half an hour', '2026-11-23T10:30'],
  ['in 1 hour 15 min', '2026-11-23T11:15'],
  // Days.
  ['내일', '2026-11-24T09:00'],
  ['금일 5시', '2026-11-23T17:00'],
  ['익일', '2026-11-24T09:00'],
  ['내일3시', '2026-11-24T15:00'],
  ['금요일오후5시반', '2026-11-27T17:30'],
  ['다음주월9시', '2026-11-30T09:00'],
  ['12/3 9시까지', '2026-12-03T09:00'],
  ['차주 수요일', '2026-12-02T09:00'],
  ['by friday', '2026-11-27T09:00'],
  ['모레', '2026-11-25T09:00'],
  ['내일모레 2시', '2026-11-25T14:00'],
  ['글피', '2026-11-26T09:00'],
  ['사흘 뒤', '2026-11-26T09:00'],
  ['3일 뒤', '2026-11-26T09:00'],
  ['일주일 뒤', '2026-11-30T09:00'],
  ['2주 뒤', '2026-12-07T09:00'],
  ['한 달 뒤', '2026-12-23T09:00'],
  ['3개월 후', '2027-02-23T09:00'],
  ['in 3 days', '2026-11-26T09:00'],
  ['in a week', '2026-11-30T09:00'],
  ['in 2 months', '2027-01-23T09:00'],
  ['tomorrow', '2026-11-24T09:00'],
  ['the day after tomorrow 4pm', '2026-11-25T16:00'],
  ['금요일', '2026-11-27T09:00'],
  ['금욜 6시', '2026-11-27T18:00'],
  ['월요일', '2026-11-30T09:00'],
  ['이번 주 목', '2026-11-26T09:00'],
  ['다음 주 월 9시', '2026-11-30T09:00'],
  ['담주 화요일 오후 2시', '2026-12-01T14:00'],
  ['다다음 주 수', '2026-12-09T09:00'],
  ['다음 주', '2026-11-30T09:00'],
  ['주말', '2026-11-28T09:00'],
  ['다음 주말', '2026-12-05T09:00'],
  ['next mon 9am', '2026-11-30T09:00'],
  ['on thursday', '2026-11-26T09:00'],
  ['next week', '2026-11-30T09:00'],
  ['this weekend', '2026-11-28T09:00'],
  ['12/3 14:00', '2026-12-03T14:00'],
  ['2026-12-03', '2026-12-03T09:00'],
  ['2027.1.5 10시', '2027-01-05T10:00'],
  ['2027년 3월 2일', '2027-03-02T09:00'],
  ['내년 3월 2일', '2027-03-02T09:00'],
  ['12월 25일 정오', '2026-12-25T12:00'],
  ['1월 5일', '2027-01-05T09:00'],
  ['25일', '2026-11-25T09:00'],
  ['5일', '2026-12-05T09:00'],
  ['말일', '2026-11-30T09:00'],
  ['다음 달 1일', '2026-12-01T09:00'],
  ['다음 달 말일', '2026-12-31T09:00'],
  ['Dec 24 7pm', '2026-12-24T19:00'],
  ['24 December', '2026-12-24T09:00'],
  ['the 3rd of March', '2027-03-03T09:00'],
  ['Jan 5, 2028', '2028-01-05T09:00'],
  ['end of the month', '2026-11-30T09:00'],
  // A day and a part of it.
  ['내일 아침', '2026-11-24T09:00'],
  ['오늘 저녁', '2026-11-23T18:00'],
  ['내일 오후 3시 반', '2026-11-24T15:30'],
  ['tonight', '2026-11-23T21:00'],
  ['tonight at 8', '2026-11-23T20:00'],
  ['tomorrow morning', '2026-11-24T09:00'],
  ['friday evening at 7', '2026-11-27T19:00'],
];

const REPEATING: [text: string, dueAt: string, rule: string][] = [
  ['매일 9시', '2026-11-24T09:00', 'FREQ=DAILY'],
  ['이틀마다 18시', '2026-11-23T18:00', 'FREQ=DAILY;INTERVAL=2'],
  ['3일마다', '2026-11-24T09:00', 'FREQ=DAILY;INTERVAL=3'],
  ['평일 9시', '2026-11-24T09:00', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['매주 월 9시', '2026-11-30T09:00', 'FREQ=WEEKLY'],
  ['매주 월 11시', '2026-11-23T11:00', 'FREQ=WEEKLY'],
  ['매주 월수금 8시', '2026-11-25T08:00', 'FREQ=WEEKLY;BYDAY=MO,WE,FR'],
  ['매주 화요일과 목요일 2시', '2026-11-24T14:00', 'FREQ=WEEKLY;BYDAY=TU,TH'],
  ['격주 금요일 17시', '2026-11-27T17:00', 'FREQ=WEEKLY;INTERVAL=2'],
  ['3주마다 화', '2026-11-24T09:00', 'FREQ=WEEKLY;INTERVAL=3'],
  ['주말마다', '2026-11-28T09:00', 'FREQ=WEEKLY;BYDAY=SA,SU'],
  ['매월 25일', '2026-11-25T09:00', 'FREQ=MONTHLY'],
  ['매달 말일 5시', '2026-11-30T17:00', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['매월 첫째 월요일', '2026-12-07T09:00', 'FREQ=MONTHLY;BYDAY=1MO'],
  ['매월 둘째 주 수요일 10시', '2026-12-09T10:00', 'FREQ=MONTHLY;BYDAY=2WE'],
  ['매월 마지막 금요일', '2026-11-27T09:00', 'FREQ=MONTHLY;BYDAY=-1FR'],
  ['분기마다', '2026-11-24T09:00', 'FREQ=MONTHLY;INTERVAL=3'],
  ['매년 3월 2일', '2027-03-02T09:00', 'FREQ=YEARLY'],
  ['every weekday 9:00', '2026-11-24T09:00', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['every monday at 10', '2026-11-30T10:00', 'FREQ=WEEKLY'],
  ['every mon and thu 8am', '2026-11-26T08:00', 'FREQ=WEEKLY;BYDAY=MO,TH'],
  ['every other week on friday', '2026-11-27T09:00', 'FREQ=WEEKLY;INTERVAL=2'],
  ['every 2 weeks', '2026-11-24T09:00', 'FREQ=WEEKLY;INTERVAL=2'],
  ['every 3 days', '2026-11-24T09:00', 'FREQ=DAILY;INTERVAL=3'],
  ['first monday of every month', '2026-12-07T09:00', 'FREQ=MONTHLY;BYDAY=1MO'],
  ['last day of every month', '2026-11-30T09:00', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['every month on the 25th', '2026-11-25T09:00', 'FREQ=MONTHLY'],
  ['every year', '2026-11-24T09:00', 'FREQ=YEARLY'],
];

const NOT_A_TIME = [
  '거래처 전화',
  '내일여행사에 답장',
  '3시간짜리 교육 자료',
  '2월 30일 이벤트',
  '서버 25:70 점검',
  '점심 메뉴 고르기',
  '저녁 회식 예약',
  '매출 보고',
  '세 시장 조사',
  '한시적 할인',
  '월간 보고',
  '일정 정리',
  '말 타기',
  '내주변 맛집',
  'monument visit',
  'Market 5 report',
  'decide 3 things',
  'an hour of reading',
  'good morning mail',
  '',
];

describe.each(['UTC', 'America/Los_Angeles', 'Asia/Seoul'])('with the browser in %s', (zone) => {
  test.each(ONCE)('%s', (text, dueAt) => {
    process.env['TZ'] = zone;
    expect(understand(text, now)).toEqual({ title: '', dueAt: seoul(dueAt), repeat: null });
  });

  test.each(REPEATING)('%s', (text, dueAt, repeat) => {
    process.env['TZ'] = zone;
    expect(understand(text, now)).toEqual({ title: '', dueAt: seoul(dueAt), repeat });
  });
});

test.each(NOT_A_TIME)('%s says nothing about a time', (line) => {
  expect(understand(line, now)).toEqual({ title: line, dueAt: null, repeat: null });
});

test.each(ONCE)('%s leaves the rest of a line as it is', (text, dueAt) => {
  const dueThen = seoul(dueAt);
  expect(understand(`견적서 보내기 ${text}`, now)).toMatchObject({
    title: '견적서 보내기',
    dueAt: dueThen,
  });
  expect(understand(`${text} 견적서 보내기`, now)).toMatchObject({
    title: '견적서 보내기',
    dueAt: dueThen,
  });
});
