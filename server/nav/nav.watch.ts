/** One person's numbers while somebody looks. */
export class Watch<V extends object> {
  readonly userId: string;
  lookers = 0;
  latest: V | null = null;
  failure: { cause: unknown } | null = null;
  isLoading = false;
  loadedAtMs = Number.NEGATIVE_INFINITY;
  #waiting: (() => void)[] = [];

  constructor(userId: string) {
    this.userId = userId;
  }

  /** The newest numbers as soon as they are others than `sent`; null when the signal aborts. */
  async other(sent: V | null, signal: AbortSignal): Promise<V | null> {
    while (!signal.aborted) {
      if (this.failure !== null) throw this.failure.cause;
      if (this.latest !== null && this.latest !== sent) return this.latest;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return null;
  }

  /** All who wait look again. */
  wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
