// How busy this process was in the last minute. It begins to look with the first question; until a minute has passed
// it answers for the time since then (at first: since the process started).
const WINDOW_MS = 60_000;
const SAMPLE_EVERY_MS = 5_000;

type Sample = { atMs: number; usedMs: number };

let samples: Sample[] | undefined;

/** Of one core. */
export function cpuPercent(): number {
  samples ??= startSampling();
  const now = sample();
  const first = samples.find(({ atMs }) => atMs >= now.atMs - WINDOW_MS) ?? samples.at(-1) ?? now;
  const elapsedMs = now.atMs - first.atMs;
  return elapsedMs <= 0 ? 0 : ((now.usedMs - first.usedMs) / elapsedMs) * 100;
}

function startSampling(): Sample[] {
  const started: Sample[] = [{ atMs: 0, usedMs: 0 }];
  const timer = setInterval(() => {
    started.push(sample());
    while (started.length > WINDOW_MS / SAMPLE_EVERY_MS + 1) started.shift();
  }, SAMPLE_EVERY_MS);
  timer.unref();
  return started;
}

/** `performance.now()` counts from the start of the process, as does its use of the processor. */
function sample(): Sample {
  const { user, system } = process.cpuUsage();
  return { atMs: performance.now(), usedMs: (user + system) / 1000 };
}
