// What a subscription yields, read as fast as it does, until the test stops it.
export class Heard<T> {
  readonly all: T[] = [];
  readonly #iterator: AsyncIterator<T>;
  readonly #reading: Promise<void>;

  private constructor(iterator: AsyncIterator<T>) {
    this.#iterator = iterator;
    this.#reading = this.#read();
  }

  static async of<T>(subscription: Promise<AsyncIterable<T>>): Promise<Heard<T>> {
    return new Heard((await subscription)[Symbol.asyncIterator]());
  }

  async #read(): Promise<void> {
    for (;;) {
      const next = await this.#iterator.next();
      if (next.done === true) return;
      this.all.push(next.value);
    }
  }

  /** Everything yielded since the last call, once all that is under way has been handed over. */
  async since(): Promise<T[]> {
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    return this.all.splice(0);
  }

  /** After the signal of the subscription was aborted: its generator has ended by itself. */
  async ended(): Promise<void> {
    await this.#reading;
  }
}
