// The rows of a list, of which only those in sight are drawn. Comes back to where it was left, and loads on as somebody
// comes near the end of what is loaded.
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useNarrow } from '#client/ui/use-narrow.ts';
import { keepPlace, placeKept } from './kept-places.ts';
import type { ListRow } from './list-rows.ts';

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
  useKeptPlace(
    list,
    address,
    rows.some((row) => row.kind === 'task'),
  );
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

function useKeptPlace(list: RefObject<HTMLElement | null>, address: string, isThere: boolean) {
  const placed = useRef<string | null>(null);
  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current);
    if (!isThere || scroller === null || placed.current === address) return;
    placed.current = address;
    scroller.scrollTop = placeKept(address).topPx;
  }, [list, address, isThere]);
  const keep = useEffectEvent((topPx: number) => {
    if (placed.current === address) keepPlace(address, { topPx });
  });
  useEffect(() => {
    const scroller = scrollerOf(list.current);
    if (scroller === null) return;
    const listener = () => keep(scroller.scrollTop);
    scroller.addEventListener('scroll', listener, { passive: true });
    return () => scroller.removeEventListener('scroll', listener);
  }, [list]);
}
