const APART_MS = 3_000;

/** However much comes at once, it sounds once. */
export class Chime {
  readonly #play: () => void;
  readonly #nowMs: () => number;
  #rangAtMs = Number.NEGATIVE_INFINITY;

  constructor(play: () => void, nowMs: () => number) {
    this.#play = play;
    this.#nowMs = nowMs;
  }

  ring(): void {
    const nowMs = this.#nowMs();
    if (nowMs - this.#rangAtMs < APART_MS) return;
    this.#rangAtMs = nowMs;
    this.#play();
  }
}
