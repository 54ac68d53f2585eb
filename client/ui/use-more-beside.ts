// Tells a row that scrolls sideways whether it goes on before and after what is seen of it, for its looks to show.
import { useCallback } from 'react';

/** A pixel may be lost to rounding. */
const SLACK_PX = 2;

export function useMoreBeside(): (row: HTMLElement | null) => (() => void) | undefined {
  return useCallback((row) => {
    if (row === null) return undefined;
    const look = () => {
      const afterPx = row.scrollWidth - row.clientWidth - row.scrollLeft;
      row.toggleAttribute('data-before', row.scrollLeft > SLACK_PX);
      row.toggleAttribute('data-after', afterPx > SLACK_PX);
    };
    const sizes = new ResizeObserver(look);
    const parts = new MutationObserver(watch);
    function watch() {
      if (row === null) return;
      sizes.disconnect();
      for (const element of [row, ...row.children]) sizes.observe(element);
    }
    watch();
    parts.observe(row, { childList: true });
    row.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      parts.disconnect();
      row.removeEventListener('scroll', look);
    };
  }, []);
}
