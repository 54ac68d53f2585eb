// Sends people their numbers when they change: those whom one moment touched are counted together, each once however many
// tabs look, at most one push per PUSH_EVERY_MS. It is sent even if the numbers are the same again, so that nobody keeps
// what was true in between.
import type { Hub } from '../live/hub.ts';
import { affectedPeople } from './nav.affects.ts';
import { Watch } from './nav.watch.ts';

const PUSH_EVERY_MS = 250;
/** Between two of these the event loop gets a turn. */
const COUNTED_TOGETHER = 64;

type LoadMany<V> = (userIds: string[]) => Promise<ReadonlyMap<string, V>>;

/** Those who are looking, of one process. */
export class Pushes<V extends object> {
  readonly #watches = new Map<string, Watch<V>>();
  /** Whose numbers are to be counted, once their time has come. */
  readonly #stale = new Set<Watch<V>>();
  readonly #load: LoadMany<V>;
  #timer: NodeJS.Timeout | undefined;
  #wakesAtMs = Number.POSITIVE_INFINITY;

  /** `load` answers for everybody it is asked for. */
  constructor(hub: Hub, load: LoadMany<V>) {
    this.#load = load;
    hub.onEvent((event) => {
      if (this.#watches.size === 0) return;
      const affected = affectedPeople(event, hub);
      const watches =
        affected === 'all'
          ? this.#watches.values()
          : (affected ?? []).map((userId) => this.#watches.get(userId));
      for (const watch of watches) if (watch !== undefined) this.#touch(watch);
    });
  }

  /** The numbers at once, then whenever something may have changed them. */
  async *follow(userId: string, signal: AbortSignal): AsyncGenerator<V, void> {
    const watch = this.#watchOf(userId);
    watch.lookers += 1;
    const wake = () => watch.wake();
    signal.addEventListener('abort', wake);
    try {
      let sent: V | null = null;
      while (!signal.aborted) {
        sent = await watch.other(sent, signal);
        if (sent === null) return;
        yield sent;
      }
    } finally {
      signal.removeEventListener('abort', wake);
      watch.lookers -= 1;
      if (watch.lookers === 0) this.#drop(watch);
    }
  }

  #watchOf(userId: string): Watch<V> {
    const known = this.#watches.get(userId);
    if (known !== undefined) return known;
    const watch = new Watch<V>(userId);
    this.#watches.set(userId, watch);
    this.#touch(watch);
    return watch;
  }

  #drop(watch: Watch<V>): void {
    this.#stale.delete(watch);
    if (this.#watches.get(watch.userId) === watch) this.#watches.delete(watch.userId);
  }

  #touch(watch: Watch<V>): void {
    this.#stale.add(watch);
    if (!watch.isLoading) this.#wakeAt(dueAtMs(watch));
  }

  #wakeAt(atMs: number): void {
    if (atMs >= this.#wakesAtMs) return;
    clearTimeout(this.#timer);
    this.#wakesAtMs = atMs;
    const waitMs = Math.max(Math.ceil(atMs - performance.now()), 0);
    this.#timer = setTimeout(() => this.#loadDue(), waitMs).unref();
  }

  #loadDue(): void {
    this.#wakesAtMs = Number.POSITIVE_INFINITY;
    const nowMs = performance.now();
    const due: Watch<V>[] = [];
    let nextAtMs = Number.POSITIVE_INFINITY;
    for (const watch of this.#stale) {
      if (watch.isLoading) continue;
      const atMs = dueAtMs(watch);
      if (atMs <= nowMs && due.length < COUNTED_TOGETHER) due.push(watch);
      else nextAtMs = Math.min(nextAtMs, atMs);
    }
    if (due.length > 0) void this.#reload(due, nowMs);
    if (nextAtMs < Number.POSITIVE_INFINITY) this.#wakeAt(nextAtMs);
  }

  async #reload(watches: Watch<V>[], nowMs: number): Promise<void> {
    for (const watch of watches) {
      this.#stale.delete(watch);
      watch.isLoading = true;
      watch.loadedAtMs = nowMs;
    }
    try {
      const values = await this.#load(watches.map(({ userId }) => userId));
      for (const watch of watches) watch.latest = values.get(watch.userId) ?? watch.latest;
    } catch (cause) {
      for (const watch of watches) {
        watch.failure = { cause };
        this.#drop(watch);
      }
    }
    for (const watch of watches) {
      watch.isLoading = false;
      watch.wake();
      if (this.#stale.has(watch)) this.#wakeAt(dueAtMs(watch));
    }
  }
}

function dueAtMs<V extends object>(watch: Watch<V>): number {
  return watch.loadedAtMs + PUSH_EVERY_MS;
}
