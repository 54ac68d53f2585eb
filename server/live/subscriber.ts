// One person's open subscription. Live, it is handed batches as they happen; a reader that falls behind (its socket
// still holds more than BEHIND_BYTES, or too many batches wait) leaves the live lane and comes back through the log.
import type { LiveEvent } from './live.schema.ts';
import type { LoggedEvent } from './log.ts';
import type { LiveSocket } from './socket.ts';
import { type EventText, rememberTexts } from './wire.ts';

const BEHIND_BYTES = 256 * 1024;
const BEHIND_BATCHES = 1000;
/** What is sent in one frame, however much happens at once: between two frames it is seen who falls behind. */
const BATCH_CHARACTERS = 64 * 1024;
const SETTLED = Promise.resolve();

/** Events that are sent together. Those who get the same events share one batch, and so one text. */
export class Batch {
  readonly events: LiveEvent[];
  readonly lastSeq: number;
  readonly characters: number;
  readonly #texts: EventText[];
  readonly #followers = new Map<EventText, Batch>();

  constructor(events: LiveEvent[], texts: EventText[], lastSeq: number) {
    this.events = events;
    this.lastSeq = lastSeq;
    this.characters = texts.reduce((sum, text) => sum + text.json.length, 0);
    this.#texts = texts;
  }

  with(event: LiveEvent, text: EventText, seq: number): Batch {
    const known = this.#followers.get(text);
    if (known !== undefined) return known;
    const follower = new Batch([...this.events, event], [...this.#texts, text], seq);
    this.#followers.set(text, follower);
    return follower;
  }

  /** The same events, but up to date as far as `seq`. */
  upTo(seq: number): Batch {
    return new Batch([...this.events], this.#texts, seq);
  }

  /** Called when it is about to be sent. */
  seal(): Batch {
    rememberTexts(this.events, this.#texts);
    return this;
  }
}

export class Subscriber {
  readonly userId: string;
  readonly accepts: (event: LoggedEvent) => boolean;
  readonly #socket: LiveSocket | null;
  readonly #signal: AbortSignal;
  readonly #waiting: Batch[] = [];
  #pending: Batch | null = null;
  #wake: (() => void) | null = null;
  #sendNow: ((batch: Batch) => void) | null = null;
  isLive = false;
  /** Everything up to here was sent, or was not for them. */
  sentSeq: number;

  constructor(
    userId: string,
    accepts: (event: LoggedEvent) => boolean,
    options: { socket: LiveSocket | null; signal: AbortSignal; seq: number },
  ) {
    this.userId = userId;
    this.accepts = accepts;
    this.#socket = options.socket;
    this.#signal = options.signal;
    this.sentSeq = options.seq;
    options.signal.addEventListener('abort', () => this.#wakeUp(), { once: true });
  }

  get isBehind(): boolean {
    return (
      this.#waiting.length > BEHIND_BATCHES || (this.#socket?.bufferedAmount ?? 0) > BEHIND_BYTES
    );
  }

  /** Adds an event to what the next flush hands over; `start` is the empty batch that all share. */
  add(start: Batch, event: LiveEvent, text: { text: EventText; seq: number }): void {
    if (!this.isLive) return;
    if (this.#pending !== null && this.#pending.characters >= BATCH_CHARACTERS) this.flush();
    this.#pending = (this.#pending ?? start).with(event, text.text, text.seq);
  }

  flush(): void {
    if (this.#pending === null) return;
    const batch = this.#pending;
    this.#pending = null;
    this.offer(batch);
  }

  offer(batch: Batch): void {
    if (!this.isLive || this.#signal.aborted) return;
    if (this.#sendNow === null) {
      this.#waiting.push(batch.seal());
      this.#wakeUp();
      return;
    }
    this.sentSeq = Math.max(this.sentSeq, batch.lastSeq);
    this.#sendNow(batch.seal());
    if (this.isBehind) this.leaveLiveLane();
  }

  /** From here on, while live, batches need not wait to be taken: a third of what it costs to go through tRPC. */
  sendBy(sendNow: (batch: Batch) => void): void {
    this.#sendNow = sendNow;
  }

  take(): Batch | undefined {
    return this.#waiting.shift();
  }

  leaveLiveLane(): void {
    this.isLive = false;
    this.#pending = null;
    this.#waiting.length = 0;
    this.#wakeUp();
  }

  /** Settles when there is something to take, the lane was left, or the signal has aborted. */
  waitForBatch(): Promise<void> {
    if (this.#waiting.length > 0 || !this.isLive || this.#signal.aborted) return SETTLED;
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  #wakeUp(): void {
    this.#wake?.();
    this.#wake = null;
  }

  /** Before a page from the log is sent: at most one page waits in the socket. */
  async waitForDrain(): Promise<void> {
    if (this.#socket !== null && this.#socket.bufferedAmount > 0)
      await this.#socket.drained(this.#signal);
  }
}
