import { expect, test } from 'vitest';
import { hueOf, initialsOf } from '#client/ui/initials.ts';
import { matchesName } from '#client/ui/name-match.ts';

test.each([
  ['김민수', '민수'],
  ['남궁민수', '민수'],
  ['이든', '이든'],
  ['Jane Smith', 'JS'],
  ['jane', 'J'],
  ['  ', '?'],
  ['👩‍💻 민수', '👩민'],
])('%s is drawn as %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('a person keeps their colour', () => {
  expect(hueOf('0190c7a2-1111-4222-8333-444455556666')).toBe(
    hueOf('0190c7a2-1111-4222-8333-444455556666'),
  );
  const hues = new Set(Array.from({ length: 200 }, (_, index) => hueOf(`person-${index}`)));
  expect(hues.size).toBeGreaterThan(8);
});

const minsu = { name: '김민수', username: 'user01' };

test.each(['김', '민수', 'ㄱㅁㅅ', 'ㅁㅅ', 'USER', 'user01', ' 김 민 ', ''])(
  '%j finds 김민수',
  (typed) => {
    expect(matchesName(minsu, typed)).toBe(true);
  },
);

test.each(['박', 'ㅂ', 'ㅅㅁ', 'user02', '민순'])('%j does not find 김민수', (typed) => {
  expect(matchesName(minsu, typed)).toBe(false);
});
