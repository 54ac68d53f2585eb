// Where unsent messages are kept between reloads: one entry of the browser's storage each, so that two tabs never write
// over one another. Each is its tab's to send until that tab is gone; then whichever tab looks first takes it. Should two
// send the same one all the same, its id makes that one message.
import type { Outgoing } from './outgoing.ts';

export type Kept = Outgoing & {
  id: string;
  /** When it was written; `order` tells those of one moment apart. */
  at: number;
  order: number;
  /** The tab that sends it. */
  tabId: string;
  failure: { code: string | null; reason: string | null } | null;
};

/** Signing out forgets what begins like this. */
const PREFIX = 'haru.draft.unsent:';
const TAB_PREFIX = 'haru.draft.unsent-tab:';
/** Hidden tabs are woken once a minute. */
const GONE_AFTER_MS = 90_000;

export class OutboxShelf {
  readonly tabId: string;
  readonly #prefix: string;
  readonly #storage: Storage | null;
  /** Ids that were on the shelf: when one is missing, another tab has sent or deleted it. */
  readonly #known = new Set<string>();

  constructor(viewerId: string, storage: Storage | null, tabId: string) {
    this.tabId = tabId;
    this.#prefix = `${PREFIX}${viewerId}:`;
    this.#storage = storage;
  }

  /** Of all tabs, in the order they were written. */
  read(): Kept[] {
    const storage = this.#storage;
    if (storage === null) return [];
    const keys = Object.keys(storage).filter((key) => key.startsWith(this.#prefix));
    const kept = keys.flatMap((key) => parseKept(storage.getItem(key)));
    for (const { id } of kept) this.#known.add(id);
    return kept.toSorted((a, b) => a.at - b.at || a.order - b.order);
  }

  keep(kept: Kept): void {
    try {
      this.#storage?.setItem(this.#prefix + kept.id, JSON.stringify(kept));
      if (this.#storage !== null) this.#known.add(kept.id);
    } catch {
      return; // the storage is full: it still stands on the screen
    }
  }

  drop(id: string): void {
    this.#storage?.removeItem(this.#prefix + id);
  }

  /** It was here and is not any more. */
  isMissing(id: string): boolean {
    return this.#known.has(id) && this.#storage?.getItem(this.#prefix + id) === null;
  }

  /** Says that this tab is there. */
  stay(nowMs: number): void {
    try {
      this.#storage?.setItem(TAB_PREFIX + this.tabId, String(nowMs));
    } catch {
      return; // the storage is full: another tab may send as well
    }
  }

  leave(): void {
    this.#storage?.removeItem(TAB_PREFIX + this.tabId);
  }

  isGone(tabId: string, nowMs: number): boolean {
    if (tabId === this.tabId) return false;
    const seenMs = Number(this.#storage?.getItem(TAB_PREFIX + tabId) ?? 0);
    return nowMs - seenMs > GONE_AFTER_MS;
  }

  /** Another tab has changed something here, or is gone. */
  onChange(listener: () => void): () => void {
    if (this.#storage === null) return () => {};
    const heard = ({ key }: StorageEvent) => {
      const isOurs = key === null || key.startsWith(this.#prefix) || key.startsWith(TAB_PREFIX);
      if (isOurs) listener();
    };
    window.addEventListener('storage', heard);
    return () => window.removeEventListener('storage', heard);
  }
}

/** Empty when something else wrote it. */
function parseKept(text: string | null): Kept[] {
  try {
    const kept: unknown = JSON.parse(text ?? '');
    return isKept(kept) ? [kept] : [];
  } catch {
    return [];
  }
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'body' in value && 'mentionIds' in value;
}
