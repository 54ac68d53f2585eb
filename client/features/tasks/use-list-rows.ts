// The rows of a list, of which only those in sight are drawn. Comes back to where it was left, and loads on as somebody
// comes near the end of what is loaded.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useState } from 'react';
import { useNarrow } from '#client/ui/use-narrow.ts';
import type { ListRow } from './list-rows.ts';
import { useKeptPlace } from './use-kept-place.ts';

const ROW_PX = 41;
/** On a phone a row has a second line. CSS says the same numbers. */
const NARROW_ROW_PX = 61;
const HEAD_PX = 40;
const FAILED_PX = 72;

type List = {
  rows: readonly ListRow[];
  /** The question whose answer the list is. */
  address: string;
  /** The row with the focus stays drawn. */
  focusedAt: number;
};

export function useListRows(
  list: RefObject<HTMLElement | null>,
  { rows, address, focusedAt }: List,
) {
  const rowPx = useNarrow() ? NARROW_ROW_PX : ROW_PX;
  const marginPx = useMargin(list);
  // oxlint-disable-next-line react/incompatible-library -- it changes itself; nothing here relies on it staying the same
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: rows.length,
    getScrollElement: () => scrollerOf(list.current),
    estimateSize: (at) => heightOf(rows[at], rowPx),
    getItemKey: (at) => rows[at]?.id ?? at,
    scrollMargin: marginPx,
    overscan: 10,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(startIndex - overscan, 0);
      const last = Math.min(endIndex + overscan, count - 1);
      const drawn = Array.from({ length: last - first + 1 }, (_, at) => first + at);
      const isOut = focusedAt !== -1 && focusedAt < count && !drawn.includes(focusedAt);
      return isOut ? [...drawn, focusedAt].toSorted((a, b) => a - b) : drawn;
    },
  });
  const shape = rows.map((row) => (row.kind === 'wait' ? row.tasks : row.kind)).join();
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, shape, rowPx]);
  const isThere = rows.some((row) => row.kind === 'task');
  useKeptPlace(() => scrollerOf(list.current), address, isThere);
  return { virtualizer, marginPx };
}

function heightOf(row: ListRow | undefined, rowPx: number): number {
  if (row?.kind === 'head') return HEAD_PX;
  if (row?.kind === 'failed') return FAILED_PX;
  return row?.kind === 'wait' ? row.tasks * rowPx : rowPx;
}

function scrollerOf(list: HTMLElement | null): HTMLElement | null {
  return list?.closest<HTMLElement>('[data-scroll]') ?? null;
}

/** What stands above the list within what scrolls. */
function useMargin(list: RefObject<HTMLElement | null>): number {
  const [marginPx, setMarginPx] = useState(0);
  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current);
    const inner = scroller?.firstElementChild;
    if (!scroller || !inner) return;
    const measure = () => {
      if (list.current === null) return;
      const above = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      setMarginPx(Math.round(above + scroller.scrollTop));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const part of [inner, ...inner.children]) observer.observe(part);
    return () => observer.disconnect();
  }, [list]);
  return marginPx;
}
