import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { keepPlace, placeKept } from './kept-places.ts';

/** Scrolls to where somebody left a list, once it `isThere`, and remembers where they go. */
export function useKeptPlace(
  scrollerOf: () => HTMLElement | null,
  address: string,
  isThere: boolean,
): void {
  const placed = useRef<string | null>(null);
  const goBack = useEffectEvent(() => {
    const scroller = scrollerOf();
    if (scroller === null || placed.current === address) return;
    placed.current = address;
    scroller.scrollTop = placeKept(address).topPx;
  });
  useLayoutEffect(() => {
    if (isThere) goBack();
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
