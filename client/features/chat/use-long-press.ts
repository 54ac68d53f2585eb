// A finger that rests on a message opens its menu; one that moves is scrolling.
import { type PointerEvent, useEffect, useRef } from 'react';

const RESTS_MS = 450;
const MOVED_PX = 10;

export function useLongPress(run: (element: HTMLElement) => void) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  const wasLong = useRef(false);
  function stop() {
    clearTimeout(press.current?.timer);
    press.current = null;
  }
  useEffect(() => () => clearTimeout(press.current?.timer), []);
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      wasLong.current = false;
      if (event.pointerType === 'mouse') return;
      const element = event.currentTarget;
      const timer = setTimeout(() => {
        wasLong.current = true;
        run(element);
      }, RESTS_MS);
      press.current = { timer, x: event.clientX, y: event.clientY };
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const from = press.current;
      if (from !== null && Math.hypot(clientX - from.x, clientY - from.y) > MOVED_PX) stop();
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    /** The finger that opened the menu presses nothing under it, and the browser's own menu stays away. */
    onClickCapture: (event: { preventDefault: () => void; stopPropagation: () => void }) => {
      if (!wasLong.current) return;
      wasLong.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
    onContextMenu: (event: { preventDefault: () => void }) => {
      if (press.current !== null || wasLong.current) event.preventDefault();
    },
  };
}
