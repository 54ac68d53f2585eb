// When the number on the icon changes.

/** What I read at once never shows: the room I look at takes about as long to say that it is read. */
const RISES_AFTER_MS = 800;

/** Falls at once, and rises when it has stood a moment. */
export class Badges {
  readonly #show: (count: number) => void;
  #shown = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(show: (count: number) => void) {
    this.#show = show;
  }

  set(count: number): void {
    clearTimeout(this.#timer);
    if (count <= this.#shown) this.#write(count);
    else this.#timer = setTimeout(() => this.#write(count), RISES_AFTER_MS);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#write(0);
  }

  #write(count: number): void {
    this.#shown = count;
    this.#show(count);
  }
}
