import { MouseSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core';

/** A shorter way of the mouse opens the task. */
const DRAG_AFTER_PX = 6;
/** A finger that rests so long carries; a quicker one scrolls. */
const TOUCH_RESTS_MS = 220;

export function useCarrySensors() {
  return useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: DRAG_AFTER_PX } }),
    useSensor(TouchSensor, { activationConstraint: { delay: TOUCH_RESTS_MS, tolerance: 8 } }),
  );
}
