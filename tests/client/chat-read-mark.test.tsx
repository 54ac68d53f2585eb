import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { trpc } from '#client/api/trpc.ts';
import { useReadMark } from '#client/features/chat/use-read-mark.ts';
import type { AppRouter } from '#server/app.ts';

let isInFront = true;
beforeEach(() => {
  vi.useFakeTimers();
  isInFront = true;
  vi.spyOn(document, 'hasFocus').mockImplementation(() => isInFront);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function focus(isFocused: boolean): void {
  isInFront = isFocused;
  act(() => {
    window.dispatchEvent(new Event(isFocused ? 'focus' : 'blur'));
  });
}

/** Somebody in a room; `told` is what the server hears. */
function reader(unreadFromNo: number | null = null) {
  const told: unknown[] = [];
  const link: TRPCLink<AppRouter> =
    () =>
    ({ op }) =>
      observable((observer) => {
        told.push(op.input);
        observer.next({ result: { type: 'data', data: { readNo: 0, asOf: 'x:1' } } });
        observer.complete();
      });
  const client = trpc.createClient({ links: [link] });
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <trpc.Provider client={client} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </trpc.Provider>
  );
  type At = { seenNo: number; readNo: number };
  const { rerender } = renderHook((at: At) => useReadMark('room', { ...at, unreadFromNo }), {
    wrapper,
    initialProps: { seenNo: 0, readNo: 3 },
  });
  return { told, see: (seenNo: number, readNo = 3) => rerender({ seenNo, readNo }) };
}

const read = (no: number) => ({ roomId: 'room', no });
const wait = (ms: number) => {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
};

test('what is on the screen is read, and nothing twice', () => {
  const { told, see } = reader();
  see(3);
  wait(1000);
  expect(told).toEqual([]);
  see(5);
  wait(0);
  see(5);
  see(4);
  wait(1000);
  expect(told).toEqual([read(5)]);
});

test('at most once in half a second, and then the furthest', () => {
  const { told, see } = reader();
  for (let no = 4; no <= 20; no += 1) {
    see(no);
    wait(50);
  }
  wait(1000);
  expect(told.length).toBeLessThanOrEqual(3);
  expect(told.at(-1)).toEqual(read(20));
});

test('nothing is read in a window that is not in front, until it comes back', () => {
  const { told, see } = reader();
  focus(false);
  see(9);
  wait(2000);
  expect(told).toEqual([]);
  focus(true);
  wait(0);
  expect(told).toEqual([read(9)]);
});

test('what was marked unread before is read by seeing it, once, although the mark itself stays', () => {
  const { told, see } = reader(2);
  see(1);
  wait(1000);
  expect(told).toEqual([]);
  see(3);
  wait(1000);
  see(3);
  wait(1000);
  expect(told).toEqual([read(3)]);
});
