// Answers that many ask for and that change by events only. An entry is stored only if nothing that would have changed
// it was read meanwhile, and a hit is as new as the log this process has read: never stale, never only timed out.
import { LRUCache } from 'lru-cache';
import type { Db, Position, ReadTx } from '#db/database.ts';
import type { Hub } from './hub.ts';
import type { LoggedEvent } from './log.ts';

/** Which entries an event changes: their keys, all of them, or none (null). */
export type Affects = (event: LoggedEvent) => readonly string[] | 'all' | null;

type Cached<V> = { value: V; asOf: Position };

export type Cache<V> = {
  /** `cursor`: what the caller has already seen; the answer is never older. */
  get(key: string, cursor: string | null, load: (tx: ReadTx) => Promise<V>): Promise<Cached<V>>;
  /** Several at once: `load` is asked in one read for those that are not known, and answers for each of them. */
  getMany(keys: readonly string[], load: LoadMany<V>): Promise<Map<string, Cached<V>>>;
};

type LoadMany<V> = (tx: ReadTx, keys: string[]) => Promise<ReadonlyMap<string, V>>;

/** `seq`: the snapshot it was read from, which may be ahead of what this process has read of the log. */
type Entry<V> = { value: V; seq: number };

export type CacheStats = { name: string; size: number; hits: number; misses: number };

export class Caches {
  readonly #db: Db;
  readonly #hub: Hub;
  readonly #now: () => Date;
  readonly #stats: (() => CacheStats)[] = [];

  constructor(hub: Hub) {
    this.#db = hub.db;
    this.#hub = hub;
    this.#now = () => hub.now();
  }

  /** Hits and misses of the last ten minutes, per cache. */
  stats(): CacheStats[] {
    return this.#stats.map((read) => read());
  }

  create<V extends object>(name: string, options: { max: number; affects: Affects }): Cache<V> {
    const entries = new LRUCache<string, Entry<V>>({ max: options.max });
    const counts = new SlidingCounts(this.#now);
    let allChangedAt = 0;
    const changedAt = new LRUCache<string, number>({
      max: options.max * 4,
      dispose: (seq, _key, reason) => {
        if (reason === 'evict') allChangedAt = Math.max(allChangedAt, seq);
      },
    });
    this.#hub.onEvent((event) => {
      const affected = options.affects(event);
      if (affected === 'all') {
        entries.clear();
        allChangedAt = event.seq;
      } else {
        for (const key of affected ?? []) {
          entries.delete(key);
          changedAt.set(key, event.seq);
        }
      }
    });
    this.#stats.push(() => ({ name, size: entries.size, ...counts.read() }));
    const find = (key: string): Cached<V> | null => {
      const known = entries.get(key);
      if (known === undefined) {
        counts.miss();
        return null;
      }
      counts.hit();
      const seq = Math.max(known.seq, this.#hub.published);
      return { value: known.value, asOf: this.#hub.positionOf(seq) };
    };
    const keep = (key: string, value: V, { seq, asOf }: ReadTx): Cached<V> => {
      if (Math.max(changedAt.get(key) ?? 0, allChangedAt) <= seq) entries.set(key, { value, seq });
      return { value, asOf };
    };
    return {
      get: async (key, cursor, load) => {
        await this.#catchUpWith(cursor);
        return find(key) ?? (await this.#db.read(async (tx) => keep(key, await load(tx), tx)));
      },
      getMany: async (keys, load) => {
        const found = new Map<string, Cached<V>>();
        const missing: string[] = [];
        for (const key of keys) {
          const known = find(key);
          if (known === null) missing.push(key);
          else found.set(key, known);
        }
        if (missing.length === 0) return found;
        await this.#db.read(async (tx) => {
          for (const [key, value] of await load(tx, missing)) found.set(key, keep(key, value, tx));
        });
        return found;
      },
    };
  }

  async #catchUpWith(cursor: string | null): Promise<void> {
    const [epoch, seq] = cursor?.split(':') ?? [];
    if (epoch === this.#db.epoch && Number(seq) > this.#hub.published)
      await this.#hub.readUpTo(Number(seq));
  }
}

const WINDOW_MS = 600_000;
const SLOT_MS = 60_000;

/** Counts by the minute, so that "in the last ten minutes" costs ten numbers. */
class SlidingCounts {
  readonly #now: () => Date;
  #slots: { startedAtMs: number; hits: number; misses: number }[] = [];

  constructor(now: () => Date) {
    this.#now = now;
  }

  hit(): void {
    this.#slot().hits += 1;
  }

  miss(): void {
    this.#slot().misses += 1;
  }

  read(): { hits: number; misses: number } {
    const from = this.#now().getTime() - WINDOW_MS;
    const recent = this.#slots.filter((slot) => slot.startedAtMs > from);
    return {
      hits: sum(recent.map((slot) => slot.hits)),
      misses: sum(recent.map((slot) => slot.misses)),
    };
  }

  #slot(): { hits: number; misses: number } {
    const nowMs = this.#now().getTime();
    const last = this.#slots.at(-1);
    if (last !== undefined && nowMs - last.startedAtMs < SLOT_MS) return last;
    const slot = { startedAtMs: nowMs, hits: 0, misses: 0 };
    this.#slots = [...this.#slots.filter((old) => old.startedAtMs > nowMs - WINDOW_MS), slot];
    return slot;
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
