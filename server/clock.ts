/** What time it is, and waking up later. Tests bring their own, so that a day passes when they say so. */
export type Clock = {
  now(): Date;
  /** Runs `job` once, not before `at`; returns how to cancel. Late after a sleeping machine, never early. */
  wakeAt(at: Date, job: () => void): () => void;
};

/** Timers drift and machines sleep: no timer is longer than this, then it looks at the clock again. */
const LONGEST_TIMER_MS = 3_600_000;

export const systemClock: Clock = {
  now: () => new Date(),
  wakeAt(at, job) {
    let timer: NodeJS.Timeout;
    const arm = () => {
      const leftMs = at.getTime() - Date.now();
      timer = setTimeout(
        leftMs > LONGEST_TIMER_MS ? arm : job,
        Math.min(Math.max(leftMs, 0), LONGEST_TIMER_MS),
      );
      timer.unref();
    };
    arm();
    return () => clearTimeout(timer);
  },
};
