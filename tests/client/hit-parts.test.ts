import { expect, test } from 'vitest';
import { hitParts, withShortLead } from '#client/features/search/hit-parts.ts';

/** What is marked stands in brackets. */
function shown(parts: { text: string; isHit: boolean }[]): string {
  return parts.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');
}

test.each([
  ['견적서 보내기', '견적', '[견적]서 보내기'],
  ['견적서 보내기', '견저', '[견적]서 보내기'],
  ['견적서 보내기', 'ㅈㅅ', '견[적서] 보내기'],
  ['견적서 보내기', '서보', '견적[서] [보]내기'],
  ['견적서 보내기', '보내 견', '[견]적서 [보내]기'],
  ['가나다', '간', '[가나]다'],
  ['Weekly Report', 'REP', 'Weekly [Rep]ort'],
  ['👍 좋아요', 'ㅈㅇ', '👍 [좋아]요'],
  ['견적서', '없음', '견적서'],
  ['견적서', '', '견적서'],
])('in %j, %j marks %j', (title, typed, expected) => {
  expect(shown(hitParts(title, typed))).toBe(expected);
});

test('a hit far back in a line comes to the front', () => {
  const parts = hitParts('가'.repeat(40) + '견적서', '견적');
  expect(shown(withShortLead(parts))).toBe(`…${'가'.repeat(16)}[견적]서`);
  expect(shown(withShortLead(hitParts('새 견적서', '견적')))).toBe('새 [견적]서');
  expect(withShortLead([])).toEqual([]);
});
