// What is being written in each room. It stands in the browser at once, and a moment later on the server, for the other
// devices. What was typed here and is not yet there is dirty: nothing from elsewhere takes its place. Without a connection
// it waits; what the server refuses stays in the browser.
import { epochOf, seqOf } from '#client/live/position.ts';
import { isRefusal } from '#client/ui/error-message.ts';
import type { Draft } from '#server/chat/chat.draft.schema.ts';
import { MESSAGE_MAX, type MessagePreview } from '#server/chat/chat.schema.ts';

export type RoomDraft = {
  body: string;
  replyToId: string | null;
  /** What it answers, as far as this browser knows it. */
  replyTo: MessagePreview | null;
  isDirty: boolean;
};

type Wire = Pick<Draft, 'roomId' | 'body' | 'replyToId'>;
export type SaveDraft = (draft: Wire) => Promise<{ asOf: string }>;
type Answer = { items: readonly Draft[]; asOf: string };

const EMPTY: RoomDraft = { body: '', replyToId: null, replyTo: null, isDirty: false };
/** Signing out forgets what begins like this. */
const PREFIX = 'haru.draft.';
const SAVE_AFTER_MS = 1_000;

export class DraftKeeper {
  readonly #prefix: string;
  readonly #storage: Storage | null;
  readonly #drafts = new Map<string, RoomDraft>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #saving = new Set<string>();
  /** Up to where the log told what this tab has saved itself: older answers say nothing new about that room. */
  readonly #savedAt = new Map<string, string>();
  #server: ReadonlyMap<string, Draft> | null = null;
  #save: SaveDraft | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(viewerId: string, storage: Storage | null) {
    this.#prefix = `${PREFIX}${viewerId}.room:`;
    this.#storage = storage;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until something changes. */
  of(roomId: string): RoomDraft {
    const known = this.#drafts.get(roomId);
    if (known !== undefined) return known;
    const draft = parseDraft(this.#storage?.getItem(this.#prefix + roomId) ?? null);
    this.#drafts.set(roomId, draft);
    return draft;
  }

  connect(save: SaveDraft): void {
    this.#save = save;
    this.resume();
  }

  /** The connection is (back) there: what waits goes. */
  resume(): void {
    const keys = Object.keys(this.#storage ?? {}).filter((key) => key.startsWith(this.#prefix));
    const rooms = [...this.#drafts.keys(), ...keys.map((key) => key.slice(this.#prefix.length))];
    for (const roomId of new Set(rooms)) if (this.of(roomId).isDirty) this.flush(roomId);
  }

  write(roomId: string, change: Partial<Omit<RoomDraft, 'isDirty'>>): void {
    this.#set(roomId, { ...this.of(roomId), ...change, isDirty: true });
    clearTimeout(this.#timers.get(roomId));
    this.#timers.set(
      roomId,
      setTimeout(() => this.flush(roomId), SAVE_AFTER_MS),
    );
  }

  /** What the server knows; shown wherever nothing newer was typed. */
  hear({ items, asOf }: Answer): void {
    this.#server = new Map(items.map((item) => [item.roomId, item]));
    const rooms = new Set([...this.#drafts.keys(), ...this.#server.keys()]);
    for (const roomId of rooms) {
      const mine = this.of(roomId);
      const theirs = this.#server.get(roomId);
      if (isBefore(asOf, this.#savedAt.get(roomId))) continue;
      if (isSame(mine, theirs)) {
        if (mine.isDirty) this.#set(roomId, { ...mine, isDirty: false });
      } else if (!mine.isDirty) {
        const replyToId = theirs?.replyToId ?? null;
        const replyTo = mine.replyTo?.id === replyToId ? mine.replyTo : null;
        this.#set(roomId, { body: theirs?.body ?? '', replyToId, replyTo, isDirty: false });
      }
    }
  }

  /** Saves at once what has not been saved. */
  flush(roomId: string): void {
    clearTimeout(this.#timers.get(roomId));
    const mine = this.of(roomId);
    if (!mine.isDirty || this.#save === null || this.#saving.has(roomId)) return;
    if (mine.body.trim().length > MESSAGE_MAX) return;
    if (this.#server !== null && isSame(mine, this.#server.get(roomId)))
      this.#set(roomId, { ...mine, isDirty: false });
    else void this.#saveNow(roomId, mine, this.#save);
  }

  async #saveNow(roomId: string, mine: RoomDraft, save: SaveDraft): Promise<void> {
    this.#saving.add(roomId);
    let isDone = true;
    try {
      const { body, replyToId } = mine;
      const { asOf } = await save({ roomId, body: body.trim(), replyToId });
      this.#savedAt.set(roomId, asOf);
    } catch (error) {
      isDone = isRefusal(error);
    }
    this.#saving.delete(roomId);
    const now = this.of(roomId);
    if (now === mine && isDone) this.#set(roomId, { ...mine, isDirty: false });
    else if (now !== mine) this.flush(roomId);
  }

  #set(roomId: string, draft: RoomDraft): void {
    this.#drafts.set(roomId, draft);
    const isNothing = draft.body === '' && draft.replyToId === null && !draft.isDirty;
    try {
      if (isNothing) this.#storage?.removeItem(this.#prefix + roomId);
      else this.#storage?.setItem(this.#prefix + roomId, JSON.stringify(draft));
    } catch {
      // The storage is full: the text still stands in its field.
    }
    for (const listener of this.#listeners) listener();
  }
}

/** The server keeps no space at the ends. */
function isSame(mine: RoomDraft, theirs: Draft | undefined): boolean {
  const body = mine.body.normalize('NFC').trim();
  return body === (theirs?.body ?? '') && mine.replyToId === (theirs?.replyToId ?? null);
}

function isBefore(asOf: string, savedAt: string | undefined): boolean {
  if (savedAt === undefined || epochOf(asOf) !== epochOf(savedAt)) return false;
  return seqOf(asOf) < seqOf(savedAt);
}

function parseDraft(text: string | null): RoomDraft {
  if (text === null) return EMPTY;
  try {
    const kept = JSON.parse(text) as Partial<RoomDraft> | null;
    if (typeof kept?.body !== 'string') return EMPTY;
    const { body, replyToId = null, replyTo = null, isDirty = true } = kept;
    const quote = replyTo && { ...replyTo, createdAt: new Date(replyTo.createdAt) };
    return { body, replyToId, replyTo: quote, isDirty };
  } catch {
    return EMPTY; // written by something else
  }
}
