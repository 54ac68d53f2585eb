// The server's time as this page knows it: the first live frame says what time it is there, and we count from that.
import { useSyncExternalStore } from 'react';
import { seoulDay } from '#server/seoul.schema.ts';

const MINUTE_MS = 60_000;

let offsetMs = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export function now(): Date {
  return new Date(Date.now() + offsetMs);
}

/** Called by the live connection with the time the server says it is. */
export function correctClock(serverNow: Date): void {
  offsetMs = serverNow.getTime() - Date.now();
  tick();
}

/** Now; whoever uses it is drawn again when the minute turns (or the page wakes up). */
export function useMinute(): Date {
  useSyncExternalStore(subscribe, currentMinute);
  return now();
}

/** Today in Seoul, `YYYY-MM-DD`: whoever uses it is drawn again when the day turns. */
export function useToday(): string {
  return useSyncExternalStore(subscribe, () => seoulDay(now()));
}

function currentMinute(): number {
  return Math.floor(now().getTime() / MINUTE_MS);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) start();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stop();
  };
}

function start(): void {
  document.addEventListener('visibilitychange', tick);
  wait();
}

function stop(): void {
  document.removeEventListener('visibilitychange', tick);
  clearTimeout(timer);
}

function wait(): void {
  clearTimeout(timer);
  timer = setTimeout(tick, MINUTE_MS - (now().getTime() % MINUTE_MS) + 5);
}

function tick(): void {
  for (const listener of listeners) listener();
  if (listeners.size > 0) wait();
}
