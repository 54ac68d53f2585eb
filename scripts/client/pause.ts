/** A wait that can be cut short: a script that closes its client while the server is away ends at once. */
export class Pause {
  #cut = () => {};

  wait(delayMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, delayMs);
      this.#cut = () => {
        clearTimeout(timer);
        reject(new Error('The client was closed.'));
      };
    });
  }

  cut(): void {
    this.#cut();
    this.#cut = () => {};
  }
}
