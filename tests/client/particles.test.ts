import { expect, test } from 'vitest';
import { withParticles } from '#client/words/particles.ts';

test('a particle follows the sound before it, also behind quotes, digits and letters', () => {
  const said = (word: string) => withParticles(`‘${word}’{을/를} 봐요`);
  expect(said('정산 확인하기')).toBe('‘정산 확인하기’를 봐요');
  expect(said('그냥 글')).toBe('‘그냥 글’을 봐요');
  expect(said('보고서 (3)')).toBe('‘보고서 (3)’을 봐요');
  expect(said('회의 2')).toBe('‘회의 2’를 봐요');
  expect(said('Excel')).toBe('‘Excel’을 봐요');
  expect(said('메뉴 test')).toBe('‘메뉴 test’를 봐요');
  expect(said('급해요!')).toBe('‘급해요!’를 봐요');
  expect(said('🙂')).toBe('‘🙂’을(를) 봐요');
});

test('으로 becomes 로 after a vowel and after ㄹ', () => {
  const said = (word: string) => withParticles(`${word}{으로/로} 바꿔요`);
  expect(['11월 30일', '높음', '보통', '오후', '1'].map(said)).toEqual([
    '11월 30일로 바꿔요',
    '높음으로 바꿔요',
    '보통으로 바꿔요',
    '오후로 바꿔요',
    '1로 바꿔요',
  ]);
});

test('what has no open particle stays as it is', () => {
  const text = '{a} 을/를 {을/를/은} 그대로';
  expect(withParticles(text)).toBe(text);
});
