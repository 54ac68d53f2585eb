// Sends people their numbers when they change: one computation per person, however many tabs look, at most one per
// PUSH_EVERY_MS. It is sent even if the numbers are the same again, so that nobody keeps what was true in between.
import type { Hub } from '../live/hub.ts';
import { affectedPeople } from './nav.affects.ts';

const PUSH_EVERY_MS = 250;

type Load<V> = (userId: string) => Promise<V>;

/** Those who are looking, of one process. */
export class Pushes<V extends object> {
  readonly #watches = new Map<string, Watch<V>>();
  readonly #load: Load<V>;

  constructor(hub: Hub, load: Load<V>) {
    this.#load = load;
    hub.onEvent((event) => {
      if (this.#watches.size === 0) return;
      const affected = affectedPeople(event, hub);
      const watches =
        affected === 'all'
          ? this.#watches.values()
          : (affected ?? []).map((userId) => this.#watches.get(userId));
      for (const watch of watches) watch?.touch();
    });
  }

  /** The numbers at once, then whenever something may have changed them. */
  async *follow(userId: string, signal: AbortSignal): AsyncGenerator<V, void> {
    const watch = this.#watchOf(userId);
    watch.lookers += 1;
    try {
      let sent: V | null = null;
      while (!signal.aborted) {
        sent = await watch.other(sent, signal);
        if (sent === null) return;
        yield sent;
      }
    } finally {
      watch.lookers -= 1;
      if (watch.lookers === 0) this.#drop(userId, watch);
    }
  }

  #watchOf(userId: string): Watch<V> {
    const known = this.#watches.get(userId);
    if (known !== undefined) return known;
    const watch = new Watch<V>(
      () => this.#load(userId),
      () => this.#drop(userId, watch),
    );
    this.#watches.set(userId, watch);
    watch.touch();
    return watch;
  }

  #drop(userId: string, watch: Watch<V>): void {
    watch.stop();
    if (this.#watches.get(userId) === watch) this.#watches.delete(userId);
  }
}

/** One person's numbers while somebody looks. */
class Watch<V extends object> {
  lookers = 0;
  #latest: V | null = null;
  #failure: { cause: unknown } | null = null;
  #isStale = false;
  #isLoading = false;
  #isStopped = false;
  #loadedAtMs = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  readonly #waiting = new Set<() => void>();
  readonly #load: () => Promise<V>;
  readonly #onFailure: () => void;

  constructor(load: () => Promise<V>, onFailure: () => void) {
    this.#load = load;
    this.#onFailure = onFailure;
  }

  /** Something may have changed. */
  touch(): void {
    this.#isStale = true;
    this.#schedule();
  }

  /** The newest numbers as soon as they are others than `sent`; null when the signal aborts. */
  async other(sent: V | null, signal: AbortSignal): Promise<V | null> {
    while (!signal.aborted) {
      if (this.#failure !== null) throw this.#failure.cause;
      if (this.#latest !== null && this.#latest !== sent) return this.#latest;
      await this.#nextLoad(signal);
    }
    return null;
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    const isBusy = this.#isLoading || this.#timer !== undefined;
    if (!this.#isStale || isBusy || this.#isStopped) return;
    const waitMs = Math.max(this.#loadedAtMs + PUSH_EVERY_MS - performance.now(), 0);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#reload();
    }, waitMs).unref();
  }

  async #reload(): Promise<void> {
    this.#isStale = false;
    this.#isLoading = true;
    this.#loadedAtMs = performance.now();
    try {
      this.#latest = await this.#load();
    } catch (cause) {
      this.#failure = { cause };
      this.#onFailure();
      return;
    } finally {
      this.#isLoading = false;
      for (const wake of this.#waiting) wake();
    }
    this.#schedule();
  }

  #nextLoad(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
