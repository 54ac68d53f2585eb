// Messages that are not in the room yet, kept in the browser until they are: sent one after the other, in order, each
// under its own id, so that trying again never says anything twice. Without a connection they wait, and go by themselves
// when it is back, also after a reload; what the server refuses stays, with its text and the reason, until its author
// decides. Signing out forgets it, as it forgets drafts.
import { newId } from '#client/api/new-id.ts';
import { errorFacts, isRefusal } from '#client/ui/error-message.ts';
import type { Kept, OutboxShelf } from './outbox-shelf.ts';
import type { Outgoing } from './outgoing.ts';

export type Unsent = Outgoing & {
  id: string;
  at: Date;
  /** `sent`: the server has it, the room will show it in a moment. */
  state: 'waiting' | 'sending' | 'sent' | 'failed';
  /** Why it failed. */
  error: unknown;
};

type Entry = Unsent & { order: number; tabId: string };

export type Send = (message: Outgoing & { id: string }) => Promise<unknown>;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
/** A fault of the server may pass; after so many it is told. */
const FAULTS_BORNE = 3;
const LOOK_AROUND_MS = 5_000;

export class Outbox {
  readonly #shelf: OutboxShelf;
  #entries: readonly Entry[];
  #order = 0;
  #send: Send | null = null;
  readonly #pumping = new Set<string>();
  #pause: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #isAway = false;
  readonly #faults = new Map<string, number>();
  readonly #listeners = new Set<() => void>();

  constructor(shelf: OutboxShelf) {
    this.#shelf = shelf;
    this.#entries = shelf.read().map(toEntry);
  }

  /** Oldest first; the same array until something changes. */
  get entries(): readonly Unsent[] {
    return this.#entries;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** From now on what waits is sent; returns how to stop. */
  connect(send: Send): () => void {
    this.#send = send;
    const stop = this.#shelf.onChange(() => this.#lookAround());
    const timer = setInterval(() => this.#lookAround(), LOOK_AROUND_MS);
    this.#lookAround();
    this.resume();
    return () => {
      stop();
      clearInterval(timer);
      clearTimeout(this.#pause);
      this.#send = null;
    };
  }

  /** The connection is back: nobody waits for the end of a pause. */
  resume(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    const rooms = new Set(this.#entries.filter((entry) => this.#isToSend(entry)).map(roomOf));
    for (const roomId of rooms) void this.#pump(roomId);
  }

  post(message: Outgoing, at: Date): void {
    const { tabId } = this.#shelf;
    this.#order += 1;
    const entry: Entry = {
      ...message,
      id: newId(),
      at,
      order: this.#order,
      tabId,
      state: 'waiting',
      error: null,
    };
    this.#shelf.stay(Date.now());
    this.#shelf.keep(toKept(entry));
    this.#set([...this.#entries, entry]);
    void this.#pump(entry.roomId);
  }

  /** Everything that failed in its room goes out again, in the order it was written. */
  retry(id: string): void {
    const roomId = this.#entries.find((entry) => entry.id === id)?.roomId;
    if (roomId === undefined) return;
    const { tabId } = this.#shelf;
    for (const entry of this.#entries)
      if (entry.roomId === roomId && entry.state === 'failed')
        this.#change(entry.id, { state: 'waiting', error: null, tabId });
    void this.#pump(roomId);
  }

  forget(ids: ReadonlySet<string>): void {
    const isMeant = (entry: Entry) => ids.has(entry.id);
    for (const { id } of this.#entries.filter(isMeant)) this.#shelf.drop(id);
    if (this.#entries.some(isMeant)) this.#set(this.#entries.filter((entry) => !isMeant(entry)));
  }

  /** The page goes: what is unsent is anybody's. */
  leave(): void {
    this.#isAway = true;
    this.#shelf.leave();
  }

  /** Some browsers bring a page back that had gone. */
  comeBack(): void {
    this.#isAway = false;
    this.#lookAround();
  }

  async #pump(roomId: string): Promise<void> {
    if (this.#pumping.has(roomId)) return;
    this.#pumping.add(roomId);
    try {
      for (let next = this.#nextOf(roomId); next !== undefined; next = this.#nextOf(roomId))
        await this.#sendOne(next.entry, next.send);
    } finally {
      this.#pumping.delete(roomId);
    }
  }

  #nextOf(roomId: string): { entry: Entry; send: Send } | undefined {
    if (this.#send === null || this.#pause !== undefined) return undefined;
    const entry = this.#entries.find((one) => one.roomId === roomId && this.#isToSend(one));
    return entry && { entry, send: this.#send };
  }

  #isToSend(entry: Entry): boolean {
    return entry.state === 'waiting' && entry.tabId === this.#shelf.tabId;
  }

  async #sendOne(entry: Entry, send: Send): Promise<void> {
    const { id } = entry;
    this.#change(id, { state: 'sending' });
    try {
      await send(entry);
      this.#failures = 0;
      this.#shelf.drop(id);
      this.#change(id, { state: 'sent' });
    } catch (error) {
      if (this.#isFinal(id, error)) this.#change(id, { state: 'failed', error });
      else {
        this.#change(id, { state: 'waiting' });
        this.#waitFor(error);
      }
    }
  }

  #isFinal(id: string, error: unknown): boolean {
    if (!isRefusal(error)) return false;
    if (errorFacts(error)?.code !== 'INTERNAL_SERVER_ERROR') return true;
    const faults = (this.#faults.get(id) ?? 0) + 1;
    this.#faults.set(id, faults);
    return faults > FAULTS_BORNE;
  }

  #waitFor(error: unknown): void {
    const ownMs = Math.min(FIRST_PAUSE_MS * 2 ** this.#failures, LONGEST_PAUSE_MS);
    const asked = errorFacts(error)?.retryAfterSeconds ?? null;
    const askedMs = asked === null ? null : asked * 1000;
    this.#failures += 1;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.resume(), askedMs ?? ownMs);
  }

  /** What other tabs have written, sent or left behind. */
  #lookAround(): void {
    if (this.#isAway) return;
    const nowMs = Date.now();
    if (this.#entries.some((entry) => entry.tabId === this.#shelf.tabId)) this.#shelf.stay(nowMs);
    const { tabId } = this.#shelf;
    const kept = this.#shelf.read();
    if (kept.length === 0 && this.#entries.length === 0) return;
    const own = new Map(this.#entries.map((entry) => [entry.id, entry]));
    const there = kept.map((one) => {
      const known = own.get(one.id);
      if (known !== undefined && (known.tabId === tabId || known.state === 'sent')) return known;
      const isLeft =
        one.tabId !== tabId && one.failure === null && this.#shelf.isGone(one.tabId, nowMs);
      const taken = isLeft ? { ...one, tabId } : one;
      if (isLeft) this.#shelf.keep(taken);
      return toEntry(taken);
    });
    const onShelf = new Set(kept.map((one) => one.id));
    const isOnlyHere = ({ id, state }: Entry) =>
      !onShelf.has(id) && (state === 'sent' || state === 'sending' || !this.#shelf.isMissing(id));
    const next = [...there, ...this.#entries.filter(isOnlyHere)].toSorted(byTime);
    if (JSON.stringify(next) !== JSON.stringify(this.#entries)) this.#set(next);
    if (this.#pause === undefined) this.resume();
  }

  /** One that was deleted while it was under way, here or in another tab, is not brought back. */
  #change(id: string, change: Partial<Entry>): void {
    const entry = this.#entries.find((one) => one.id === id);
    if (entry === undefined) return;
    const next = { ...entry, ...change };
    const isDeleted = this.#shelf.isMissing(id) && next.state !== 'sent';
    if (isDeleted) return this.#set(this.#entries.filter((one) => one.id !== id));
    if (next.state === 'waiting' || next.state === 'failed') this.#shelf.keep(toKept(next));
    this.#set(this.#entries.map((one) => (one.id === id ? next : one)));
  }

  #set(entries: readonly Entry[]): void {
    this.#entries = entries;
    for (const listener of this.#listeners) listener();
  }
}

function roomOf(entry: Entry): string {
  return entry.roomId;
}

function byTime(a: Entry, b: Entry): number {
  return a.at.getTime() - b.at.getTime() || a.order - b.order;
}

function toKept({ state, error, at, ...entry }: Entry): Kept {
  const facts = state === 'failed' ? errorFacts(error) : null;
  const failure =
    state === 'failed' ? { code: facts?.code ?? null, reason: facts?.reason ?? null } : null;
  return { ...entry, at: at.getTime(), failure };
}

/** What was under way when its page went waits again: whether it arrived is not known, but sending it again does no harm. */
function toEntry({ failure, at, replyTo, ...kept }: Kept): Entry {
  const quote = replyTo && { ...replyTo, createdAt: new Date(replyTo.createdAt) };
  const state = failure === null ? 'waiting' : 'failed';
  const error = failure === null ? null : { data: failure };
  return { ...kept, replyTo: quote, at: new Date(at), state, error };
}
