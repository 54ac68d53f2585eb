import { afterEach, expect, test, vi } from 'vitest';
import { RowsSkeleton } from '#client/ui/skeleton.tsx';
import { renderApp } from '#tests/support/render.tsx';

afterEach(() => vi.restoreAllMocks());

/** How a second one is shown that takes the place of a first one after so long. */
function followedAfter(ms: number): boolean {
  const now = vi.spyOn(performance, 'now').mockReturnValue(lastMs + 10_000);
  const { rerender, container, unmount } = renderApp(<RowsSkeleton key="first" />);
  lastMs = performance.now() + ms;
  now.mockReturnValue(lastMs);
  rerender(<RowsSkeleton key="second" />);
  const isAtOnce = container.querySelector('[aria-busy]')?.hasAttribute('data-follows') === true;
  unmount();
  return isAtOnce;
}
let lastMs = 0;

test('what stands in for a list waits before it shows, unless another one was to be seen just before', () => {
  expect(followedAfter(80)).toBe(false);
  expect(followedAfter(400)).toBe(true);
  expect(followedAfter(80)).toBe(false);
});
