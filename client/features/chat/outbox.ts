// Messages that are not in the room yet, kept in the browser until they are: sent one after the other, in order, each
// under its own id, so that trying again never says anything twice. What failed stays, with its text, also after a
// reload; signing out forgets it, as it forgets drafts.
import { newId } from '#client/api/new-id.ts';

export type Unsent = {
  id: string;
  roomId: string;
  body: string;
  at: Date;
  /** `sent`: the server has it, the room will show it in a moment. */
  state: 'waiting' | 'sending' | 'sent' | 'failed';
  error: unknown;
};

export type Send = (message: { id: string; roomId: string; body: string }) => Promise<unknown>;

const PREFIX = 'haru.draft.unsent:';

export class Outbox {
  readonly #key: string;
  readonly #storage: Storage | null;
  #entries: readonly Unsent[];
  #pumping = new Set<string>();
  readonly #listeners = new Set<() => void>();

  constructor(viewerId: string, storage: Storage | null) {
    this.#key = PREFIX + viewerId;
    this.#storage = storage;
    this.#entries = readEntries(storage?.getItem(this.#key) ?? null);
  }

  /** The same array until something changes. */
  get entries(): readonly Unsent[] {
    return this.#entries;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  post(message: { roomId: string; body: string; at: Date }, send: Send): void {
    const entry: Unsent = { ...message, id: newId(), state: 'waiting', error: null };
    this.#set([...this.#entries, entry]);
    void this.#pump(entry.roomId, send);
  }

  /** Everything that failed in its room goes out again, in the order it was written. */
  retry(id: string, send: Send): void {
    const roomId = this.#entries.find((entry) => entry.id === id)?.roomId;
    if (roomId === undefined) return;
    const isAgain = (entry: Unsent) => entry.roomId === roomId && entry.state === 'failed';
    this.#change(isAgain, { state: 'waiting', error: null });
    void this.#pump(roomId, send);
  }

  forget(ids: ReadonlySet<string>): void {
    if (this.#entries.some((entry) => ids.has(entry.id)))
      this.#set(this.#entries.filter((entry) => !ids.has(entry.id)));
  }

  async #pump(roomId: string, send: Send): Promise<void> {
    if (this.#pumping.has(roomId)) return;
    this.#pumping.add(roomId);
    try {
      for (let next = this.#nextOf(roomId); next !== undefined; next = this.#nextOf(roomId))
        await this.#send(next, send);
    } finally {
      this.#pumping.delete(roomId);
    }
  }

  #nextOf(roomId: string): Unsent | undefined {
    return this.#entries.find((entry) => entry.roomId === roomId && entry.state === 'waiting');
  }

  /** One that fails keeps those behind it back: nothing overtakes. */
  async #send({ id, roomId, body }: Unsent, send: Send): Promise<void> {
    this.#change((entry) => entry.id === id, { state: 'sending' });
    try {
      await send({ id, roomId, body });
      this.#change((entry) => entry.id === id, { state: 'sent' });
    } catch (error) {
      const isStuck = (entry: Unsent) =>
        entry.id === id || (entry.roomId === roomId && entry.state === 'waiting');
      this.#change(isStuck, { state: 'failed', error });
    }
  }

  #change(isMeant: (entry: Unsent) => boolean, change: Partial<Unsent>): void {
    this.#set(this.#entries.map((entry) => (isMeant(entry) ? { ...entry, ...change } : entry)));
  }

  #set(entries: readonly Unsent[]): void {
    this.#entries = entries;
    this.#keep();
    for (const listener of this.#listeners) listener();
  }

  #keep(): void {
    const kept = this.#entries
      .filter((entry) => entry.state !== 'sent')
      .map(({ id, roomId, body, at }) => ({ id, roomId, body, at: at.getTime() }));
    try {
      if (kept.length === 0) this.#storage?.removeItem(this.#key);
      else this.#storage?.setItem(this.#key, JSON.stringify(kept));
    } catch {
      return; // the storage is full: they still stand on the screen
    }
  }
}

type Kept = { id: string; roomId: string; body: string; at: number };

/** What was under way when the page went: whether it arrived is not known, but sending it again does no harm. */
function readEntries(text: string | null): Unsent[] {
  if (text === null) return [];
  try {
    const kept = JSON.parse(text) as Kept[];
    return kept.map(({ id, roomId, body, at }) => ({
      id,
      roomId,
      body,
      at: new Date(at),
      state: 'failed',
      error: null,
    }));
  } catch {
    return []; // written by something else
  }
}
