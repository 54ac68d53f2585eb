// How a conversation scrolls: it stays where somebody reads while older messages come in above and new ones below, and
// follows the talk only from the end of it.
import {
  elementScroll,
  observeElementOffset,
  useVirtualizer,
  type VirtualizerOptions,
} from '@tanstack/react-virtual';
import {
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Reading } from './kept-reading.ts';
import type { MessageRow } from './message-rows.ts';
import type { Target } from './use-place.ts';

export const NEAR_END_PX = 80;
/** Rows are measured as they are drawn: so long until the starting place is the right one. */
const SETTLES_MS = 120;

export type LogScroll = ReturnType<typeof useVirtualizer<HTMLDivElement, Element>>;
type Options = VirtualizerOptions<HTMLDivElement, Element>;

/** `activeAt`: the row with the keyboard's focus, which stays drawn. */
type Log = {
  rows: readonly MessageRow[];
  hasNewer: boolean;
  activeAt: number | null;
  left: Reading | null;
};

export function useLogScroll(
  scroller: RefObject<HTMLDivElement | null>,
  { rows, hasNewer, activeAt, left }: Log,
): LogScroll {
  const reachedEnd = useRef(!hasNewer);
  const faithful = useFaithfulScroll();
  // oxlint-disable-next-line react/incompatible-library -- it changes itself; nothing here relies on it staying the same
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44,
    initialMeasurementsCache: left?.measured ?? [],
    getItemKey: (at) => rows[at]?.id ?? at,
    anchorTo: 'end',
    // Not while reading on into pages that are only just being loaded.
    followOnAppend: reachedEnd.current && !hasNewer,
    scrollEndThreshold: NEAR_END_PX,
    overscan: 8,
    paddingEnd: 8,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(startIndex - overscan, 0);
      const last = Math.min(endIndex + overscan, count - 1);
      const drawn = Array.from({ length: last - first + 1 }, (_, at) => first + at);
      const isOut = activeAt !== null && activeAt < count && !drawn.includes(activeAt);
      return isOut ? [...drawn, activeAt].toSorted((a, b) => a - b) : drawn;
    },
    ...faithful,
  });
  useLayoutEffect(() => {
    reachedEnd.current = !hasNewer;
  }, [hasNewer]);
  return virtualizer;
}

/**
 * The list moves itself when rows come in above, from where it last heard that it stands. Somebody may have scrolled on in
 * the same frame, of which it has not heard yet: that way is added, else their step would be swallowed.
 */
function useFaithfulScroll(): Pick<Options, 'scrollToFn' | 'observeElementOffset'> {
  const [options] = useState(() => {
    let heardTop: number | null = null;
    return {
      observeElementOffset: (instance, tell) =>
        observeElementOffset(instance, (offset, isScrolling) => {
          heardTop = instance.scrollElement?.scrollTop ?? null;
          tell(offset, isScrolling);
        }),
      scrollToFn: (offset, adjusted, instance) => {
        const element = instance.scrollElement;
        const unheard = element === null || heardTop === null ? 0 : element.scrollTop - heardTop;
        elementScroll(offset + unheard, adjusted, instance);
        heardTop = element?.scrollTop ?? null;
      },
    } satisfies Pick<Options, 'scrollToFn' | 'observeElementOffset'>;
  });
  return options;
}

/** The field below grows and shrinks, and so does the window: whoever is at the end stays there. */
export function useStayAtEnd(
  scroller: RefObject<HTMLDivElement | null>,
  scroll: LogScroll,
  isAtEnd: boolean,
): void {
  const wasAtEnd = useRef(isAtEnd);
  useEffect(() => {
    wasAtEnd.current = isAtEnd;
  });
  const follow = useEffectEvent(() => {
    if (wasAtEnd.current) scroll.scrollToEnd();
  });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => follow());
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
}

/** At the message asked for, else where it was left, else at the line up to which one has read, else at the end; true once it rests there. */
export function useStartingPlace(
  rows: readonly MessageRow[],
  scroll: LogScroll,
  { target, left }: { target: Target | null; left: Reading | null },
): boolean {
  const [isPlaced, setPlaced] = useState(false);
  const isEmpty = rows.length === 0;
  const place = useEffectEvent(() => {
    const asked = rows.findIndex((row) => row.message?.no === target?.no);
    const leftAt = rows.findIndex((row) => row.message?.no === left?.no);
    const line = rows.findIndex((row) => row.isAfterLine);
    if (target !== null && asked !== -1) scroll.scrollToIndex(asked, { align: 'center' });
    else if (left !== null && leftAt !== -1) scrollInto(scroll, leftAt, left.hiddenPx);
    else if (line === -1) scroll.scrollToEnd();
    else scroll.scrollToIndex(line, { align: 'start' });
  });
  useLayoutEffect(() => {
    if (isEmpty) return;
    place();
    const timer = setTimeout(() => setPlaced(true), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [isEmpty]);
  return isPlaced;
}

function scrollInto(scroll: LogScroll, at: number, hiddenPx: number): void {
  const [top = 0] = scroll.getOffsetForIndex(at, 'start') ?? [];
  scroll.scrollToOffset(top + hiddenPx);
}

/** Goes to what is asked for later, within what is loaded. */
export function useFollowTarget(
  rows: readonly MessageRow[],
  scroll: LogScroll,
  { target, isPlaced }: { target: Target | null; isPlaced: boolean },
): void {
  const go = useEffectEvent((no: number) => {
    const at = rows.findIndex((row) => row.message?.no === no);
    if (at !== -1) scroll.scrollToIndex(at, { align: 'center' });
  });
  const known = useRef(target);
  useLayoutEffect(() => {
    if (target !== null && target !== known.current && isPlaced) go(target.no);
    known.current = target;
  }, [target, isPlaced]);
}
