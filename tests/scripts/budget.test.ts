import { expect, test } from 'vitest';
import { firstLoad } from '#scripts/check/budget.ts';

const manifest = {
  'main.tsx': {
    file: 'assets/main.js',
    isEntry: true,
    imports: ['_shared.js'],
    dynamicImports: ['features/today/today-page.tsx', 'features/chat/chat-page.tsx'],
    css: ['assets/main.css'],
    assets: ['assets/hangul.woff2'],
  },
  '_shared.js': { file: 'assets/shared.js', imports: ['_shared.js'] },
  'features/today/today-page.tsx': {
    file: 'assets/today.js',
    imports: ['_shared.js', '_list.js'],
    css: ['assets/today.css'],
  },
  '_list.js': { file: 'assets/list.js', css: ['assets/list.css'] },
  'features/chat/chat-page.tsx': { file: 'assets/chat.js', css: ['assets/chat.css'] },
};

test('the first load is the entry and the Today page with all they import at once', () => {
  expect(firstLoad(manifest).toSorted()).toEqual([
    'assets/list.css',
    'assets/list.js',
    'assets/main.css',
    'assets/main.js',
    'assets/shared.js',
    'assets/today.css',
    'assets/today.js',
  ]);
});

test('a build without a Today page is refused instead of measured as small', () => {
  const { 'features/today/today-page.tsx': _today, ...rest } = manifest;
  expect(() => firstLoad(rest)).toThrow('no chunk for the Today page');
});
