import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { keepPlace, placeKept } from './kept-places.ts';

/** Scrolls to where somebody left a list, once it `isThere`, and remembers where they go. */
export function useKeptPlace(
  scrollerOf: () => HTMLElement | null,
  address: string,
  isThere: boolean,
): void {
  const placed = useRef<string | null>(null);
  const goBack = useEffectEvent((to: string) => {
    const scroller = scrollerOf();
    if (scroller === null || placed.current === to) return;
    placed.current = to;
    scroller.scrollTop = placeKept(to).topPx;
  });
  useLayoutEffect(() => {
    if (isThere) goBack(address);
  }, [address, isThere]);
  const keep = useEffectEvent((topPx: number) => {
    if (placed.current === address) keepPlace(address, { topPx });
  });
  const find = useEffectEvent(scrollerOf);
  useEffect(() => {
    const scroller = find();
    if (scroller === null) return;
    const listener = () => keep(scroller.scrollTop);
    scroller.addEventListener('scroll', listener, { passive: true });
    return () => scroller.removeEventListener('scroll', listener);
  }, []);
}
