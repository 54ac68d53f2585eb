// How long calls took, counted by the minute in steps of a tenth: bounded memory, however many calls there are.
const WINDOW_MINUTES = 10;
const MINUTE_MS = 60_000;
const SHORTEST_MS = 0.1;
const STEP = 1.1;
const STEPS = 128;

type Minute = { number: number; counts: Uint32Array };

const minutes: Minute[] = [];

/** Called by the edge after every call; `atMs` is a monotonic clock's. */
export function recordTiming(durationMs: number, atMs = performance.now()): void {
  const { counts } = minuteAt(atMs);
  const step = stepOf(durationMs);
  counts[step] = (counts[step] ?? 0) + 1;
}

/** What 95 of 100 calls of the last ten minutes stayed under; null when there were none. */
export function p95Ms(atMs = performance.now()): number | null {
  const oldest = numberAt(atMs) - WINDOW_MINUTES;
  const recent = minutes.filter(({ number }) => number > oldest);
  const countAt = (step: number) =>
    recent.reduce((sum, { counts }) => sum + (counts[step] ?? 0), 0);
  const totals = Array.from({ length: STEPS }, (_, step) => countAt(step));
  const all = totals.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  let seen = 0;
  const step = totals.findIndex((count) => (seen += count) >= all * 0.95);
  return SHORTEST_MS * STEP ** step;
}

function minuteAt(atMs: number): Minute {
  const number = numberAt(atMs);
  const last = minutes.at(-1);
  if (last?.number === number) return last;
  const fresh: Minute = { number, counts: new Uint32Array(STEPS) };
  minutes.push(fresh);
  if (minutes.length > WINDOW_MINUTES) minutes.shift();
  return fresh;
}

function numberAt(atMs: number): number {
  return Math.floor(atMs / MINUTE_MS);
}

function stepOf(durationMs: number): number {
  if (!(durationMs > SHORTEST_MS)) return 0;
  const step = Math.ceil(Math.log(durationMs / SHORTEST_MS) / Math.log(STEP));
  return Math.min(step, STEPS - 1);
}
