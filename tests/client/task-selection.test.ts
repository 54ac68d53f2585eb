import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { rangeOf, useSelection } from '#client/features/tasks/use-selection.ts';

test('tasks are chosen one by one and as a range, in the order of the list', () => {
  const listed = ['a', 'b', 'c', 'd', 'e'];
  const { result } = renderHook(() => useSelection(listed));
  act(() => result.current.toggle('d'));
  act(() => result.current.toggle('b', true));
  expect(result.current.ids).toEqual(['b', 'c', 'd']);
  act(() => result.current.toggle('c'));
  expect(result.current.ids).toEqual(['b', 'd']);
  act(() => result.current.clear());
  expect(result.current.ids).toEqual([]);
});

test('what left the list is not chosen any more', () => {
  const { result, rerender } = renderHook(({ listed }) => useSelection(listed), {
    initialProps: { listed: ['a', 'b'] },
  });
  act(() => result.current.toggle('a'));
  act(() => result.current.toggle('b'));
  rerender({ listed: ['b', 'c'] });
  expect(result.current.ids).toEqual(['b']);
});

test('a range needs both of its ends', () => {
  expect(rangeOf(['a', 'b', 'c'], 'c', 'b')).toEqual(['b', 'c']);
  expect(rangeOf(['a', 'b', 'c'], null, 'b')).toEqual([]);
  expect(rangeOf(['a', 'b', 'c'], 'gone', 'b')).toEqual([]);
});
