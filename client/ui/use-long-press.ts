// A finger that rests on something does more with it (a menu, choosing); one that moves is scrolling.
import { type PointerEvent, useEffect, useRef } from 'react';

const RESTS_MS = 450;
const MOVED_PX = 10;
/** So long after the finger is lifted its click may still come. */
const CLICKS_WITHIN_MS = 100;

export function useLongPress(run: (element: HTMLElement) => void) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  function stop() {
    clearTimeout(press.current?.timer);
    press.current = null;
  }
  useEffect(() => () => clearTimeout(press.current?.timer), []);
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType === 'mouse') return;
      const element = event.currentTarget;
      const timer = setTimeout(() => {
        run(element);
        swallowClick();
      }, RESTS_MS);
      press.current = { timer, x: event.clientX, y: event.clientY };
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const from = press.current;
      if (from !== null && Math.hypot(clientX - from.x, clientY - from.y) > MOVED_PX) stop();
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    /** The browser's own menu stays away from the one that opens. */
    onContextMenu: (event: { preventDefault: () => void }) => {
      if (press.current !== null) event.preventDefault();
    },
  };
}

/** The finger that opened a menu presses nothing in it when it is lifted. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const lifted = () =>
    setTimeout(() => document.removeEventListener('click', swallow, true), CLICKS_WITHIN_MS);
  document.addEventListener('click', swallow, true);
  for (const kind of ['pointerup', 'pointercancel'])
    document.addEventListener(kind, lifted, { capture: true, once: true });
}
