// Who is writing where. A mark that is not renewed is gone by itself, so a crashed client stops typing. Of this process
// only, and never in the log.
import type { Clock } from '../clock.ts';

const EXPIRES_MS = 6_000;

type Listener = (roomId: string) => void;

export class Typing {
  readonly #clock: Clock;
  readonly #rooms = new Map<string, Map<string, () => void>>();
  readonly #listeners = new Set<Listener>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  start(roomId: string, userId: string): void {
    const writers = this.#rooms.get(roomId) ?? new Map<string, () => void>();
    const isNew = !writers.has(userId);
    writers.get(userId)?.();
    const until = new Date(this.#clock.now().getTime() + EXPIRES_MS);
    const cancel = this.#clock.wakeAt(until, () => this.stop(roomId, userId));
    this.#rooms.set(roomId, writers.set(userId, cancel));
    if (isNew) this.#tell(roomId);
  }

  stop(roomId: string, userId: string): void {
    const writers = this.#rooms.get(roomId);
    const cancel = writers?.get(userId);
    if (writers === undefined || cancel === undefined) return;
    cancel();
    writers.delete(userId);
    if (writers.size === 0) this.#rooms.delete(roomId);
    this.#tell(roomId);
  }

  /** In the order they began. */
  writersIn(roomId: string): string[] {
    return [...(this.#rooms.get(roomId)?.keys() ?? [])];
  }

  /** Rooms where somebody is writing. */
  rooms(): string[] {
    return [...this.#rooms.keys()];
  }

  /** Called with a room whose writers are others than before; returns how to stop. */
  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(roomId: string): void {
    for (const listener of this.#listeners) listener(roomId);
  }
}
