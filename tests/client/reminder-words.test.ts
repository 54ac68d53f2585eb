import { expect, test } from 'vitest';
import { sameTimeTomorrow, understand } from '#client/features/reminders/reminder-words.ts';

/** Monday, 23 November 2026, 10:00 in Seoul. */
const now = new Date('2026-11-23T01:00:00Z');
const seoul = (wall: string) => new Date(`${wall}:00+09:00`);

test.each([
  ['내일 9시 거래처 전화', '2026-11-24T09:00', '거래처 전화'],
  ['거래처 전화 내일 오후 3시 반에', '2026-11-24T15:30', '거래처 전화'],
  ['3시 회의', '2026-11-23T15:00', '회의'],
  ['9시 조회', '2026-11-24T09:00', '조회'],
  ['모레 견적서', '2026-11-25T09:00', '견적서'],
  ['다음 주 월 9시 보고', '2026-11-30T09:00', '보고'],
  ['다음주 금요일까지 보고서', '2026-12-04T09:00', '보고서'],
  ['이번 주 금 18:30 회식', '2026-11-27T18:30', '회식'],
  ['월요일 회의', '2026-11-30T09:00', '회의'],
  ['수요일 오전 11시 면접', '2026-11-25T11:00', '면접'],
  ['30분 뒤 약 먹기', '2026-11-23T10:30', '약 먹기'],
  ['2시간 후에 다시 전화', '2026-11-23T12:00', '다시 전화'],
  ['1시간 반 뒤 확인', '2026-11-23T11:30', '확인'],
  ['3일 뒤 답장', '2026-11-26T09:00', '답장'],
  ['12월 25일 정오 송년회', '2026-12-25T12:00', '송년회'],
  ['1월 5일 세금 신고', '2027-01-05T09:00', '세금 신고'],
  ['25일 급여', '2026-11-25T09:00', '급여'],
  ['5일 급여', '2026-12-05T09:00', '급여'],
  ['저녁 7시 픽업', '2026-11-23T19:00', '픽업'],
  ['밤 12시 서버 점검', '2026-11-24T00:00', '서버 점검'],
  ['call the supplier tomorrow at 9', '2026-11-24T09:00', 'call the supplier'],
  ['Standup next Friday 9:30 am', '2026-12-04T09:30', 'Standup'],
  ['report on Friday', '2026-11-27T09:00', 'report'],
  ['in 20 minutes tea', '2026-11-23T10:20', 'tea'],
  ['review in 3 days', '2026-11-26T09:00', 'review'],
  ['party Dec 24 7pm', '2026-12-24T19:00', 'party'],
  ['lunch noon', '2026-11-23T12:00', 'lunch'],
  ['invoice 12/1', '2026-12-01T09:00', 'invoice'],
])('%s is understood', (line, dueAt, title) => {
  expect(understand(line, now)).toEqual({ title, dueAt: seoul(dueAt), repeat: null });
});

test.each([
  ['매일 18시 일지', '2026-11-23T18:00', '일지', 'FREQ=DAILY'],
  ['평일 9시 메일 확인', '2026-11-24T09:00', '메일 확인', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['매주 목요일 2시 주간 회의', '2026-11-26T14:00', '주간 회의', 'FREQ=WEEKLY'],
  ['매월 25일 급여', '2026-11-25T09:00', '급여', 'FREQ=MONTHLY'],
  ['every monday at 10 planning', '2026-11-30T10:00', 'planning', 'FREQ=WEEKLY'],
])('%s repeats', (line, dueAt, title, repeat) => {
  expect(understand(line, now)).toEqual({ title, dueAt: seoul(dueAt), repeat });
});

test.each([
  '거래처 전화',
  '내일여행사에 답장',
  '3시간짜리 교육 자료',
  '2월 30일 이벤트',
  '서버 25:70 점검',
  '분기 보고',
  'monument visit',
  '',
])('%s says nothing about a time', (line) => {
  expect(understand(line, now)).toMatchObject({ title: line, dueAt: null, repeat: null });
});

test('a time of today that is over stays that time, and a today without one is not its morning', () => {
  expect(understand('오늘 오전 9시 회의', now).dueAt).toEqual(seoul('2026-11-23T09:00'));
  expect(understand('오늘 보고서', now)).toMatchObject({ title: '보고서', dueAt: null });
  const early = new Date('2026-11-22T23:00:00Z');
  expect(understand('오늘 보고서', early).dueAt).toEqual(seoul('2026-11-23T09:00'));
});

test('the same time tomorrow is that of Seoul', () => {
  const at = seoul('2026-11-20T00:30');
  expect(sameTimeTomorrow(at, new Date('2026-11-23T15:30:00Z'))).toEqual(seoul('2026-11-25T00:30'));
});

test('a line of days from just before midnight in Seoul is read in Seoul, wherever the browser is', () => {
  const late = new Date('2026-11-23T14:59:00Z');
  expect(understand('내일 9시 전화', late).dueAt).toEqual(seoul('2026-11-24T09:00'));
  expect(understand('내일 9시 전화', new Date('2026-11-23T15:00:00Z')).dueAt).toEqual(
    seoul('2026-11-25T09:00'),
  );
});
