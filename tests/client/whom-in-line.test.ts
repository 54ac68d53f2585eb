import { expect, test } from 'vitest';
import { readWhom, withoutPeople } from '#client/features/reminders/whom-in-line.ts';

const colleagues = [
  { id: 'jimin', name: '한지민', username: 'user11' },
  { id: 'jisoo', name: '한지수', username: 'user12' },
  { id: 'woojin', name: '정우진', username: 'user05' },
];
const office = { colleagues, viewerId: 'woojin' };
const read = (line: string) => {
  const { rest, userIds, unplaced } = readWhom(line, office);
  const names = unplaced.map(({ text, candidates }) => [text, ...candidates.map(({ id }) => id)]);
  return { rest: rest.replaceAll(/\s+/g, ' ').trim(), userIds, names };
};

test.each([
  ['@한지민 내일 9시 거래처 전화', ['jimin'], '내일 9시 거래처 전화'],
  ['내일 9시 @ㅎㅈㅁ 거래처 전화', ['jimin'], '내일 9시 거래처 전화'],
  ['@user12 @지민 회의', ['jisoo', 'jimin'], '회의'],
  ['@지민 @한지민 회의', ['jimin'], '회의'],
  ['회의 @나', ['woojin'], '회의'],
  ['@한지민'.normalize('NFD'), ['jimin'], ''],
])('%s is for whom it calls', (line, userIds, rest) => {
  expect(read(line)).toEqual({ rest, userIds, names: [] });
});

test('a name that means nobody, or several, stays where it is and is told', () => {
  expect(read('@홍길동 내일 전화')).toEqual({
    rest: '@홍길동 내일 전화',
    userIds: [],
    names: [['@홍길동']],
  });
  expect(read('@한지 @우진 내일 전화')).toEqual({
    rest: '@한지 내일 전화',
    userIds: ['woojin'],
    names: [['@한지', 'jimin', 'jisoo']],
  });
  expect(read('a@b.kr 에 답장')).toMatchObject({ userIds: [], names: [] });
});

test('who is taken off beside the line leaves the line too, and nobody else does', () => {
  expect(withoutPeople('@한지민 @우진 내일 9시 전화', ['jimin'], office)).toBe(
    '@우진 내일 9시 전화',
  );
  expect(withoutPeople('@한지 내일  전화', ['jimin'], office)).toBe('@한지 내일  전화');
});
