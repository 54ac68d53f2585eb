// What one subscriber still has to hear: the newest value of each key, however long they take to listen.
export class Gathered<V> {
  #waiting = new Map<string, V>();
  #wake: (() => void) | null = null;

  put(values: Iterable<readonly [string, V]>): void {
    for (const [key, value] of values) this.#waiting.set(key, value);
    if (this.#waiting.size > 0) this.#wake?.();
  }

  /** Waits until there is something; empty only when the signal aborts. */
  async take(signal: AbortSignal): Promise<Map<string, V>> {
    if (this.#waiting.size === 0 && !signal.aborted) await this.#somethingToTake(signal);
    const taken = this.#waiting;
    this.#waiting = new Map();
    return taken;
  }

  #somethingToTake(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#wake = null;
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#wake = wake;
      signal.addEventListener('abort', wake);
    });
  }
}
