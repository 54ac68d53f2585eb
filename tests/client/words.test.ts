// What the compiler cannot see in the two languages: the same blanks to fill, and nothing left in the other one.
import { expect, test } from 'vitest';
import { en } from '#client/i18n/en.ts';
import { ko } from '#client/i18n/ko.ts';

type Words = { readonly [key: string]: string | Words };

function entriesOf(words: Words, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : entriesOf(value, `${path}${key}.`),
  );
}

const korean = new Map(entriesOf(ko));
const english = new Map(entriesOf(en));

function blanksOf(text: string | undefined): string[] {
  return [...(text ?? '').matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '').toSorted();
}

test('both languages fill the same blanks', () => {
  const different = [...korean]
    .filter(([key, text]) => String(blanksOf(text)) !== String(blanksOf(english.get(key))))
    .map(([key]) => key);
  expect(different).toEqual([]);
});

test('no text is empty', () => {
  const empty = [...korean, ...english].filter(([, text]) => text.trim() === '');
  expect(empty).toEqual([]);
});

test('English has no Korean left in it', () => {
  const left = [...english].filter(([, text]) => /[가-힣]/.test(text)).map(([key]) => key);
  expect(left).toEqual([]);
});

test('errors end in a full stop, buttons do not', () => {
  const errors = [...korean, ...english].filter(([key]) => key.startsWith('errors.'));
  expect(errors.filter(([, text]) => !text.endsWith('.'))).toEqual([]);
});
