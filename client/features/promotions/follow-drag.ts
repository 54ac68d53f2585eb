// Follows a finger or the mouse from where it went down on a bar. A finger has to rest before it moves a bar, so that the
// timeline can still be scrolled; at an end of a bar it pulls at once.
import type { PointerEvent as ReactPointerEvent } from 'react';

type Drag = {
  /** The pointer holds the bar now. */
  onStart: () => void;
  /** In pixels from where it went down, the scrolling of `scroller` included. */
  onMove: (distance: number) => void;
  onDrop: () => void;
  onCancel: () => void;
  /** A finger rested and was lifted without moving. */
  onRest: () => void;
  scroller: HTMLElement;
  needsRest: boolean;
};

const MOUSE_SLACK_PX = 4;
const FINGER_SLACK_PX = 8;
const REST_MS = 350;
const EDGE_PX = 36;
const EDGE_STEP_PX = 10;

export function followDrag(down: ReactPointerEvent, drag: Drag): void {
  const { scroller } = drag;
  const isTouch = down.pointerType !== 'mouse';
  const from = { x: down.clientX, y: down.clientY, scroll: scroller.scrollLeft };
  let isHeld = false;
  let hasMoved = false;
  const stop = new AbortController();
  const { signal } = stop;
  const rest = isTouch && drag.needsRest ? setTimeout(hold, REST_MS) : undefined;
  if (isTouch && !drag.needsRest) hold();

  function hold() {
    isHeld = true;
    drag.onStart();
  }
  function end() {
    clearTimeout(rest);
    stop.abort();
  }
  function onMove(event: PointerEvent) {
    const distance = event.clientX - from.x + scroller.scrollLeft - from.scroll;
    const isFar =
      Math.hypot(event.clientX - from.x, event.clientY - from.y) >
      (isTouch ? FINGER_SLACK_PX : MOUSE_SLACK_PX);
    if (!isHeld && isFar && rest !== undefined) return end(); // it scrolls
    if (!isHeld && isFar) hold();
    if (!isHeld || (!hasMoved && !isFar)) return;
    hasMoved = true;
    scrollAtEdges(scroller, event.clientX);
    drag.onMove(distance);
  }
  function onUp() {
    end();
    if (isHeld && hasMoved) drag.onDrop();
    else if (isHeld) {
      drag.onCancel();
      drag.onRest();
    }
  }
  function cancel() {
    end();
    if (isHeld) drag.onCancel();
  }
  addEventListener('pointermove', onMove, { signal });
  addEventListener('pointerup', onUp, { signal });
  addEventListener('pointercancel', cancel, { signal });
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      cancel();
    },
    { signal, capture: true },
  );
  // A held bar is not scrolled away under the finger.
  addEventListener('touchmove', (event) => isHeld && event.preventDefault(), {
    signal,
    passive: false,
  });
}

function scrollAtEdges(scroller: HTMLElement, x: number): void {
  const { left, right } = scroller.getBoundingClientRect();
  if (x < left + EDGE_PX) scroller.scrollLeft -= EDGE_STEP_PX;
  if (x > right - EDGE_PX) scroller.scrollLeft += EDGE_STEP_PX;
}
