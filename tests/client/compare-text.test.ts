import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText } from '#client/live/compare-text.ts';

const text = fc.string({ unit: 'binary' });

test('texts compare as their bytes do in both databases', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareText(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});

test('what stands beyond the first plane comes last', () => {
  const sorted = ['😀', 'Ａ', '가', 'a', 'A', ''].toSorted(compareText);
  expect(sorted).toEqual(['', 'A', 'a', '가', 'Ａ', '😀']);
});
