import { expect, test } from 'vitest';
import { readQuickLine } from '#client/features/tasks/quick-line.ts';
import { withPerson } from '#client/ui/called-names.ts';

/** Monday, 23 November 2026, 10:00 in Seoul. */
const now = new Date('2026-11-23T01:00:00Z');
const colleagues = [
  { id: 'minsu', name: '김민수', username: 'minsu' },
  { id: 'minseo', name: '김민서', username: 'minseo' },
  { id: 'jiyoung', name: '박지영', username: 'jiyoung' },
];
const read = (line: string) => readQuickLine(line, { now, colleagues, viewerId: 'jiyoung' });
const nothing = {
  assigneeId: null,
  priority: null,
  labels: [],
  dueOn: null,
  dueAt: null,
  unplaced: [],
};
const seoul = (wall: string) => new Date(`${wall}:00+09:00`);

test('one line says who, how urgent, when, which labels, and what', () => {
  expect(read('@김민수 !높음 내일 3시 #견적 견적서 보내기')).toEqual({
    title: '견적서 보내기',
    assigneeId: 'minsu',
    priority: 'high',
    labels: ['견적'],
    dueOn: '2026-11-24',
    dueAt: seoul('2026-11-24T15:00'),
    unplaced: [],
  });
  expect(read('Send the offer @jiyoung !urgent next friday #offer #spring')).toEqual({
    ...nothing,
    title: 'Send the offer',
    assigneeId: 'jiyoung',
    priority: 'urgent',
    labels: ['offer', 'spring'],
    dueOn: '2026-12-04',
  });
});

test.each([
  ['@ㅂㅈㅇ 전화', 'jiyoung', '전화'],
  ['@지영 전화', 'jiyoung', '전화'],
  ['전화 @MINSU', 'minsu', '전화'],
  ['@나 전화', 'jiyoung', '전화'],
  ['@me 전화', 'jiyoung', '전화'],
  ['메일 a@b.kr 확인', null, '메일 a@b.kr 확인'],
])('%s: a name counts only when it means one person', (line, assigneeId, title) => {
  expect(read(line)).toEqual({ ...nothing, assigneeId, title });
});

test.each([
  ['내일까지 보고서', '2026-11-24', null, '보고서'],
  ['12월 1일 재고 조사', '2026-12-01', null, '재고 조사'],
  ['9시 조회', '2026-11-24', seoul('2026-11-24T09:00'), '조회'],
  ['오후 6시 마감', '2026-11-23', seoul('2026-11-23T18:00'), '마감'],
  ['30분 뒤 회신', '2026-11-23', seoul('2026-11-23T10:30'), '회신'],
])('%s: a day is due on that day, a time at that time', (line, dueOn, dueAt, title) => {
  expect(read(line)).toEqual({ ...nothing, dueOn, dueAt, title });
});

test('what is not understood stays in the title', () => {
  expect(read('정말! 급함 !매우 C# 교육 # 3')).toEqual({
    ...nothing,
    title: '정말! 급함 !매우 C# 교육 # 3',
  });
  expect(read('   ')).toEqual({ ...nothing, title: '' });
  expect(read(`#${'가'.repeat(41)} 정리`).title).toBe(`#${'가'.repeat(41)} 정리`);
});

test.each([
  ['@김민 전화', ['minsu', 'minseo']],
  ['@없는사람 전화', []],
])('%s: a name that means nobody or several stays in the title, and is told', (line, ids) => {
  const { title, assigneeId, unplaced } = read(line);
  expect({ title, assigneeId }).toEqual({ title: line, assigneeId: null });
  expect(unplaced.map(({ candidates }) => candidates.map(({ id }) => id))).toEqual([ids]);
});

test('the second of two people is told to stay in the title', () => {
  const { title, assigneeId, unplaced } = read('@김민수 @박지영 회의');
  expect({ title, assigneeId }).toEqual({ title: '@박지영 회의', assigneeId: 'minsu' });
  expect(unplaced.map(({ text }) => text)).toEqual(['@박지영']);
});

test('a candidate takes the place of what was typed, by a name that nobody shares', () => {
  const namesake = { id: 'minsu2', name: '김민수', username: 'minsu2' };
  const everybody = [...colleagues, namesake];
  const line = '내일 @민수 전화';
  const { unplaced } = readQuickLine(line, { now, colleagues: everybody });
  const [name] = unplaced;
  if (name === undefined) throw new Error('nobody to choose');
  const chosen = withPerson(line, name, { ...namesake, colleagues: everybody });
  expect(chosen).toBe('내일 @minsu2 전화');
  expect(readQuickLine(chosen, { now, colleagues: everybody }).assigneeId).toBe('minsu2');
});

test('of several, those whose name begins with it are offered first', () => {
  const everybody = [
    { id: 'jiho', name: '노지호', username: 'jiho' },
    { id: 'woojin', name: '정우진', username: 'woojin' },
  ];
  const { unplaced } = readQuickLine('@ㅈ 전화', { now, colleagues: everybody });
  expect(unplaced[0]?.candidates.map(({ id }) => id)).toEqual(['woojin', 'jiho']);
});
