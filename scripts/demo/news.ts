/** What the terminal tells while colleagues work: each act, and once when the server is away or back. */
export class News {
  #isAway = false;

  did(name: string, what: string | null): void {
    if (this.#isAway) console.log('Haru is back.');
    this.#isAway = false;
    if (what !== null) console.log(`${new Date().toTimeString().slice(0, 8)}  ${name}  ${what}`);
  }

  away(): void {
    if (!this.#isAway) console.log('Haru does not answer; everybody waits for it.');
    this.#isAway = true;
  }
}
