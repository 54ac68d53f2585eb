// Of all tabs of this browser one speaks. Where there are locks (https), the browser itself says which, and passes it on
// when that tab goes; on plain http the tabs share a lease in their common storage, which ends by itself if its tab dies.
import { sharedShelf } from './shared-shelf.ts';

export type Lead = { isMine: () => boolean; leave: () => void };

/** Locks are there only in a secure context. */
export function startLead(me: { tab: string; nowMs: () => number }): Lead {
  if (window.isSecureContext && 'locks' in navigator)
    return leadByLock({
      request: (name, options, hold) => navigator.locks.request(name, options, hold),
    });
  return leadByLease(sharedShelf(), me);
}

type Locks = {
  request(
    name: string,
    options: { signal: AbortSignal },
    hold: () => Promise<void>,
  ): Promise<unknown>;
};

const NAME = 'haru.lead';
/** Longer than the slowest timer of a tab in the background. */
const LEASE_MS = 150_000;
const RENEW_EVERY_MS = 20_000;

export function leadByLock(locks: Locks): Lead {
  let isMine = false;
  const leaving = new AbortController();
  const { signal } = leaving;
  const hold = () => {
    isMine = true;
    return new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve());
    });
  };
  locks.request(NAME, { signal }, hold).catch(() => undefined); // left before it was granted
  return {
    isMine: () => isMine,
    leave() {
      isMine = false;
      leaving.abort();
    },
  };
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
type Lease = { tab: string; untilMs: number };

export function leadByLease(
  shelf: Shelf,
  { tab, nowMs }: { tab: string; nowMs: () => number },
): Lead {
  /** Asked only when there is something to tell, so nobody has to be told who leads. */
  function isMine(): boolean {
    const lease = readLease(shelf);
    if (lease !== null && lease.tab !== tab && lease.untilMs > nowMs()) return false;
    shelf.setItem(NAME, JSON.stringify({ tab, untilMs: nowMs() + LEASE_MS } satisfies Lease));
    return true;
  }
  isMine();
  const timer = setInterval(isMine, RENEW_EVERY_MS);
  return {
    isMine,
    leave() {
      clearInterval(timer);
      if (readLease(shelf)?.tab === tab) shelf.removeItem(NAME);
    },
  };
}

function readLease(shelf: Shelf): Lease | null {
  const text = shelf.getItem(NAME);
  return text === null ? null : (JSON.parse(text) as Lease);
}
