// The last events this client has seen, to bring answers up to date that left the server before them.
import type { ChangeEvent } from '#server/live/live.schema.ts';

const KEPT_EVENTS = 500;

export class Journal {
  #events: ChangeEvent[] = [];
  /** Answers older than this cannot be brought up to date from here. */
  floor: number;

  constructor(floor: number) {
    this.floor = floor;
  }

  add(event: ChangeEvent): void {
    this.#events.push(event);
    if (this.#events.length > KEPT_EVENTS) {
      const dropped = this.#events.shift();
      this.floor = dropped?.seq ?? this.floor;
    }
  }

  /** Events after `seq`; null when some of them are no longer here. */
  after(seq: number): ChangeEvent[] | null {
    return seq < this.floor ? null : this.#events.filter((event) => event.seq > seq);
  }
}
