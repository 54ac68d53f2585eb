import type { Clock } from '#server/clock.ts';

/** Stands still until told to move; wakes whoever asked to be woken by then, in order. */
export class FakeClock implements Clock {
  #now: Date;
  #alarms: { at: Date; job: () => void }[] = [];

  constructor(now: Date) {
    this.#now = now;
  }

  now(): Date {
    return new Date(this.#now);
  }

  wakeAt(at: Date, job: () => void): () => void {
    const alarm = { at, job };
    this.#alarms.push(alarm);
    return () => {
      this.#alarms = this.#alarms.filter((other) => other !== alarm);
    };
  }

  advance(ms: number): void {
    this.moveTo(new Date(this.#now.getTime() + ms));
  }

  moveTo(now: Date): void {
    this.#now = now;
    const due = this.#alarms
      .filter((alarm) => alarm.at <= now)
      .toSorted((a, b) => a.at.getTime() - b.at.getTime());
    this.#alarms = this.#alarms.filter((alarm) => alarm.at > now);
    for (const alarm of due) alarm.job();
  }
}
