// What the person looks at in this browser: said by the tab that has the focus, known to all its tabs.
type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
type Seen = { tab: string; place: string; untilMs: number };

const NAME = 'haru.looking';
/** A tab that dies says nothing: what it said is forgotten after this. */
const BELIEVED_MS = 15_000;
export const LOOKS_EVERY_MS = 5_000;

export class Looking {
  readonly #shelf: Shelf;
  readonly #me: { tab: string; nowMs: () => number };

  constructor(shelf: Shelf, me: { tab: string; nowMs: () => number }) {
    this.#shelf = shelf;
    this.#me = me;
  }

  /** Null: not at this tab (any more). Said again every LOOKS_EVERY_MS. */
  at(place: string | null): void {
    const { tab, nowMs } = this.#me;
    if (place !== null) {
      const seen: Seen = { tab, place, untilMs: nowMs() + BELIEVED_MS };
      this.#shelf.setItem(NAME, JSON.stringify(seen));
    } else if (this.#read()?.tab === tab) this.#shelf.removeItem(NAME);
  }

  /** Null: at no tab of this browser. */
  place(): string | null {
    const seen = this.#read();
    return seen !== null && seen.untilMs > this.#me.nowMs() ? seen.place : null;
  }

  #read(): Seen | null {
    const text = this.#shelf.getItem(NAME);
    return text === null ? null : (JSON.parse(text) as Seen);
  }
}
