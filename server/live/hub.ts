// One per process. It reads the log forward, once, and hands each event to the caches and other listeners and to the
// subscribers who may see it. Being woken is only a hint: what counts is the log, so a lost hint loses nothing.
import type { Db, Position } from '#db/database.ts';
import type { Bus } from './bus.ts';
import { maySee } from './catalog.ts';
import type { LiveEvent } from './live.schema.ts';
import { type LoggedEvent, readLog, readRange } from './log.ts';
import { type Rights, RightsBook } from './rights.ts';
import { Batch, type Subscriber } from './subscriber.ts';
import { Tail, TailEvent } from './tail.ts';
import { eventText } from './wire.ts';

const MARK_EVERY_MS = 30_000;
/** How often the log is looked at although nobody said that it grew (another process may have written). */
const SWEEP_EVERY_MS = 250;
const PAGE_ROWS = 500;

export type HubOptions = { db: Db; bus: Bus; now: () => Date; onError: (error: unknown) => void };

export class Hub {
  readonly db: Db;
  readonly tail = new Tail();
  readonly #options: HubOptions;
  readonly #listeners = new Set<(event: LoggedEvent) => void>();
  readonly #subscribers = new Map<string, Set<Subscriber>>();
  readonly #stop: (() => void)[] = [];
  #rights = new RightsBook();
  #published = 0;
  #pumping: Promise<void> | null = null;
  #isWoken = false;

  constructor(options: HubOptions) {
    this.#options = options;
    this.db = options.db;
  }

  async start(): Promise<void> {
    const { db, bus } = this.#options;
    await db.read(async (tx) => {
      this.#rights = await RightsBook.load(tx);
      this.#published = tx.seq;
    });
    const wake = () => this.wake();
    const sweep = setInterval(() => this.#sweep(), SWEEP_EVERY_MS).unref();
    const marks = setInterval(() => this.#mark(), MARK_EVERY_MS).unref();
    this.#stop.push(
      db.onCommit((head) => {
        wake();
        bus.announce(head);
      }),
      bus.onHint(wake),
      () => clearInterval(sweep),
      () => clearInterval(marks),
    );
  }

  async close(): Promise<void> {
    for (const stop of this.#stop) stop();
    await this.#pumping;
  }

  /** The newest seq this process has read and handed out. */
  get published(): number {
    return this.#published;
  }

  get position(): Position {
    return this.positionOf(this.#published);
  }

  positionOf(seq: number): Position {
    return `${this.db.epoch}:${seq}`;
  }

  now(): Date {
    return this.#options.now();
  }

  /** Undefined when that person is not active. */
  rightsOf(userId: string): Rights | undefined {
    return this.#rights.of(userId);
  }

  /** The active people whom these topics name, of now; somebody named twice comes twice. */
  *peopleBehind(topics: readonly string[]): Iterable<string> {
    for (const topic of topics) yield* this.#rights.behind(topic);
  }

  /** Every event once, in order, also those of other processes; called before subscribers get it. Must not throw. */
  onEvent(listener: (event: LoggedEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  subscriberCount(): number {
    let count = 0;
    for (const subscribers of this.#subscribers.values()) count += subscribers.size;
    return count;
  }

  attach(subscriber: Subscriber): () => void {
    const { userId } = subscriber;
    const mine = this.#subscribers.get(userId) ?? new Set();
    this.#subscribers.set(userId, mine.add(subscriber));
    return () => {
      mine.delete(subscriber);
      if (mine.size === 0 && this.#subscribers.get(userId) === mine)
        this.#subscribers.delete(userId);
    };
  }

  /** Full, gone, or nothing: what this event is to this person now. */
  viewOf(
    event: TailEvent,
    userId: string,
  ): { event: LiveEvent; text: ReturnType<typeof eventText> } | null {
    const rights = this.#rights.of(userId);
    if (
      rights === undefined ||
      !event.logged.audience.some((topic) => this.#rights.has(topic, rights))
    )
      return null;
    return maySee(rights, event.logged) ? event.full : event.gone;
  }

  /** Returns when this process has read the log at least up to `seq` (or as far as the log goes). */
  async readUpTo(seq: number): Promise<void> {
    while (this.#published < seq) {
      const before = this.#published;
      this.wake();
      await this.#pumping;
      if (this.#published === before) return;
    }
  }

  wake(): void {
    this.#isWoken = true;
    this.#pumping ??= this.#pump()
      .catch(this.#options.onError)
      .finally(() => {
        this.#pumping = null;
        if (this.#isWoken) this.wake();
      });
  }

  async #pump(): Promise<void> {
    let isFull = false;
    while (this.#isWoken || isFull) {
      this.#isWoken = false;
      const page = await readLog(this.db, this.#published, PAGE_ROWS);
      isFull = page.length === PAGE_ROWS;
      this.#deliver(page);
    }
  }

  #deliver(page: LoggedEvent[]): void {
    const start = new Batch([], [], 0);
    const touched = new Set<Subscriber>();
    for (const logged of page) {
      const event = new TailEvent(logged);
      this.#rights.apply(logged);
      this.tail.push(event);
      for (const listener of this.#listeners) listener(logged);
      for (const userId of this.#audienceOf(logged))
        this.#handTo(userId, event, { start, touched });
      this.#published = logged.seq;
    }
    for (const subscriber of touched) subscriber.flush();
  }

  #audienceOf(logged: LoggedEvent): Iterable<string> {
    const [only] = logged.audience;
    if (logged.audience.length === 1 && only !== undefined) return this.#connectedBehind(only);
    const people = new Set<string>();
    for (const topic of logged.audience)
      for (const userId of this.#connectedBehind(topic)) people.add(userId);
    return people;
  }

  #connectedBehind(topic: string): Iterable<string> {
    return topic === 'staff' ? this.#subscribers.keys() : this.#rights.behind(topic);
  }

  #handTo(
    userId: string,
    event: TailEvent,
    tick: { start: Batch; touched: Set<Subscriber> },
  ): void {
    const subscribers = this.#subscribers.get(userId);
    const rights = this.#rights.of(userId);
    if (subscribers === undefined || rights === undefined) return;
    const view = maySee(rights, event.logged) ? event.full : event.gone;
    for (const subscriber of subscribers) {
      if (!subscriber.accepts(event.logged)) continue;
      subscriber.add(tick.start, view.event, { text: view.text, seq: event.logged.seq });
      tick.touched.add(subscriber);
    }
  }

  /** Tells those who got nothing for a while that the log moved on, so that they do not fall off its end. */
  #mark(): void {
    const mark: LiveEvent = { kind: 'mark', at: this.now() };
    const batch = new Batch([mark], [eventText(mark)], this.#published);
    for (const subscribers of this.#subscribers.values()) {
      for (const subscriber of subscribers)
        if (subscriber.sentSeq < this.#published) subscriber.offer(batch);
    }
  }

  #sweep(): void {
    readRange(this.db).then(({ head }) => {
      if (head > this.#published) this.wake();
    }, this.#options.onError);
  }
}
