// The fast serialiser and superjson itself must not differ by a byte, whatever they are given.
import * as fc from 'fast-check';
import superjson from 'superjson';
import { expect, test } from 'vitest';

import { fastSerialize } from '#db/fast-superjson.ts';
import { superjsonText } from '#db/superjson-text.ts';

const key = fc.oneof(
  fc.constantFrom('id', 'dueAt', 'a.b', 'a\\b', '', '0', '1', 'toJSON', 'valueOf'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const shared = { at: new Date(0) };
const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom<unknown>(null, undefined, NaN, -0, Infinity, shared, new Date(Number.NaN)),
  fc.date(),
  fc.bigInt(),
  fc.constantFrom<unknown>(new Map([[1, new Date(1)]]), new Set(['x']), /x/g, new URL('http://a/')),
  fc.constantFrom<unknown>(new Uint8Array([1, 2]), Symbol.for('x'), Object.create(null), [, 1]),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('list'), tie('record')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  record: fc.dictionary(key, tie('value'), { maxKeys: 5 }),
}));

test('random values give the same text, or the same refusal, as superjson', () => {
  fc.assert(
    fc.property(value, (given) => {
      const expected = outcome(() => superjson.stringify(given));
      expect(outcome(() => JSON.stringify(fastSerialize(given)))).toBe(expected);
      expect(outcome(() => superjsonText(given))).toBe(expected);
    }),
    { numRuns: 10_000 },
  );
});

test('what Haru sends never needs superjson itself, and comes back equal', () => {
  const sent = {
    items: [
      { id: 'a', dueAt: new Date(5), doneAt: null, labels: ['x'], gone: undefined },
      { id: 'b', dueAt: new Date(6), doneAt: new Date(7), labels: [], gone: undefined },
    ],
    asOf: 'e:1',
  };
  const text = superjsonText(sent);
  expect(text).toBe(superjson.stringify(sent));
  expect(superjson.parse(text)).toEqual(sent);
  expect(fastSerialize(sent).meta?.values).toEqual({
    'items.0.dueAt': ['Date'],
    'items.0.gone': ['undefined'],
    'items.1.dueAt': ['Date'],
    'items.1.doneAt': ['Date'],
    'items.1.gone': ['undefined'],
  });
});

const plainKey = fc.constantFrom(
  'id',
  'dueAt',
  'items',
  'a-b',
  'a.b',
  '0',
  '1',
  'a"b',
  '가',
  'x y',
);
const { plain } = fc.letrec((tie) => ({
  plain: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.date({ noInvalidDate: true })),
    fc.array(tie('plain'), { maxLength: 4 }),
    fc.dictionary(plainKey, tie('plain'), { maxKeys: 5 }),
  ),
}));

test('plain answers full of dates give the same text as superjson', () => {
  fc.assert(
    fc.property(plain, (given) => {
      expect(superjsonText(given)).toBe(superjson.stringify(given));
    }),
    { numRuns: 10_000 },
  );
});

test('what was given is left as it was', () => {
  const given = { at: new Date(1), list: [{ at: new Date(2) }], gone: [undefined] };
  fastSerialize(given);
  superjsonText(given.list[0]);
  superjsonText({ list: given.list });
  expect(given).toEqual({ at: new Date(1), list: [{ at: new Date(2) }], gone: [undefined] });
});

function outcome(work: () => string): string {
  try {
    return work();
  } catch (error) {
    return String(error);
  }
}
