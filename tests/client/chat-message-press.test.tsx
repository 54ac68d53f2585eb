import { fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useLongPress } from '#client/ui/use-long-press.ts';
import { renderApp } from '#tests/support/render.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function drawMessage() {
  const [onRest, onPress] = [vi.fn(), vi.fn()];
  function Message() {
    const press = useLongPress(onRest);
    return (
      <div {...press}>
        <button type="button" onClick={onPress}>
          메시지
        </button>
      </div>
    );
  }
  renderApp(<Message />);
  return { onRest, onPress, message: screen.getByRole('button') };
}

const finger = { pointerType: 'touch', clientX: 50, clientY: 50, bubbles: true };

test('a finger that rests opens the menu, and presses nothing when it is lifted', () => {
  const { onRest, onPress, message } = drawMessage();
  fireEvent.pointerDown(message, finger);
  vi.advanceTimersByTime(500);
  expect(onRest).toHaveBeenCalledOnce();
  fireEvent.pointerUp(message, finger);
  fireEvent.click(message);
  expect(onPress).not.toHaveBeenCalled();
  vi.advanceTimersByTime(500);
  fireEvent.click(message);
  expect(onPress).toHaveBeenCalledOnce();
});

test('scrolling, a short tap and the mouse do not', () => {
  const { onRest, message } = drawMessage();
  fireEvent.pointerDown(message, finger);
  fireEvent.pointerMove(message, { ...finger, clientY: 90 });
  vi.advanceTimersByTime(500);
  fireEvent.pointerUp(message, finger);
  fireEvent.pointerDown(message, finger);
  vi.advanceTimersByTime(200);
  fireEvent.pointerUp(message, finger);
  vi.advanceTimersByTime(500);
  fireEvent.pointerDown(message, { ...finger, pointerType: 'mouse' });
  vi.advanceTimersByTime(500);
  expect(onRest).not.toHaveBeenCalled();
});
