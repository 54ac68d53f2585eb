import { afterEach, expect, test } from 'vitest';
import { newId } from '#client/api/new-id.ts';
import { forgetRecents, readRecents, rememberRecent } from '#client/ui/recents.ts';

afterEach(() => localStorage.clear());

const task = () => ({ kind: 'task' as const, id: newId() });

test('the last opened comes first, each once, and no more than eight', () => {
  const things = Array.from({ length: 10 }, task);
  for (const thing of things) rememberRecent('minsu', thing);
  const [, , third] = things;
  if (third === undefined) throw new Error('nothing was made');
  rememberRecent('minsu', third);
  expect(readRecents('minsu')).toEqual([third, ...things.slice(3).toReversed()]);
});

test('each person has their own, and signing out forgets them all', () => {
  rememberRecent('minsu', task());
  expect(readRecents('jiyoung')).toEqual([]);
  forgetRecents();
  expect(readRecents('minsu')).toEqual([]);
});

test.each(['', 'no json', '{}', '[1, null, {"kind": "task"}]', '[{"kind": "war", "id": "1"}]'])(
  'what something else left there (%j) is not taken for a thing',
  (kept) => {
    localStorage.setItem('haru.recent.minsu', kept);
    expect(readRecents('minsu')).toEqual([]);
  },
);
