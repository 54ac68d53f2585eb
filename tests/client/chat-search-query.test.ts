import { expect, test } from 'vitest';
import { hitLine } from '#client/features/chat/search-marks.ts';
import {
  type SearchNames,
  suggestionsFor,
  takeFilters,
} from '#client/features/chat/search-query.ts';

const names: SearchNames = {
  people: [
    { id: 'minsu', name: '김민수', username: 'minsu' },
    { id: 'jiyoung', name: '이지영', username: 'jiyoung' },
    { id: 'minji', name: '박민지', username: 'minji' },
  ],
  rooms: [
    { id: 'lunch', name: '점심 모임' },
    { id: 'sales', name: '영업팀' },
  ],
  today: '2026-11-23',
};

const taken = (typed: string, isDone = true) => takeFilters(typed, names, isDone);

test('filters in English and in Korean become ids and days', () => {
  expect(taken('견적 from:김민수 in:영업팀')).toEqual({
    text: '견적 ',
    filters: { fromId: 'minsu', roomId: 'sales' },
  });
  expect(
    taken('보낸사람:이지영 방:"점심 모임" 이후:2026-11-01 이전:2026.12.1 첨부:파일 메뉴'),
  ).toEqual({
    text: '메뉴',
    filters: {
      fromId: 'jiyoung',
      roomId: 'lunch',
      after: '2026-11-01',
      before: '2026-12-01',
      hasFile: true,
    },
  });
  expect(taken('after:어제 before:today has:file')).toEqual({
    text: '',
    filters: { after: '2026-11-22', before: '2026-11-23', hasFile: true },
  });
});

test('a part of a name or its 초성 is enough when it means one person', () => {
  expect(taken('from:민수').filters).toEqual({ fromId: 'minsu' });
  expect(taken('from:ㅇㅈㅇ').filters).toEqual({ fromId: 'jiyoung' });
  expect(taken('from:민')).toEqual({ text: 'from:민', filters: {} });
});

test('what names nothing, or is still being typed, stays in the text', () => {
  expect(taken('from:아무개 안녕').text).toBe('from:아무개 안녕');
  expect(taken('before:2026-02-30').text).toBe('before:2026-02-30');
  expect(taken('https://haru.example 시간은 12:30').filters).toEqual({});
  expect(taken('from:민수', false)).toEqual({ text: 'from:민수', filters: {} });
  expect(taken('from:민수 ', false)).toEqual({ text: '', filters: { fromId: 'minsu' } });
});

test('while a name is being typed, those who may be meant are offered', () => {
  expect(suggestionsFor('견적 from:민', names)).toEqual({
    rest: '견적',
    items: [
      { id: 'minsu', label: '김민수', filters: { fromId: 'minsu' } },
      { id: 'minji', label: '박민지', filters: { fromId: 'minji' } },
    ],
  });
  expect(suggestionsFor('방:', names)?.items).toHaveLength(2);
  expect(suggestionsFor('견적', names)).toBeNull();
  expect(suggestionsFor('before:2026', names)).toBeNull();
});

test('the hit stands marked in its line, also far inside a long message', () => {
  expect(hitLine('새견적 확인 부탁', ['견적', '부탁'])).toEqual([
    { text: '새', isHit: false },
    { text: '견적', isHit: true },
    { text: ' 확인 ', isHit: false },
    { text: '부탁', isHit: true },
  ]);
  const long = hitLine(`${'가 '.repeat(300)}견적 ${'나'.repeat(500)}`, ['견적']);
  expect(long[0]).toEqual({ text: '…', isHit: false });
  expect(long.filter(({ isHit }) => isHit)).toEqual([{ text: '견적', isHit: true }]);
  expect(long.map(({ text }) => text).join('').length).toBeLessThan(200);
  expect(hitLine('V1.2 Promotion', ['promo'])[1]).toEqual({ text: 'Promo', isHit: true });
  expect(hitLine('', ['견적'])).toEqual([]);
});
