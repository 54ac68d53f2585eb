// What lives as long as somebody is signed in on this tab: the store, and what is known of the socket.
import type { Closed } from '../api/prompt-socket.ts';
import { hasEnded, REVOKED } from '../api/socket.ts';
import type { LiveStore } from './live-store.ts';

export type Connection = 'live' | 'catching-up' | 'offline';

/** How long a break stays unmentioned. */
const QUIET_MS = 5_000;

export class LiveSession {
  #store: LiveStore | null = null;
  #onEnded: (reason: string) => void = () => {};
  #connection: Connection = 'catching-up';
  #offlineTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #onDoubt: () => void;
  #failedOpens = 0;

  /**
   * `onDoubt`: somebody should ask who is signed in. Their rights changed, or the socket was refused twice, and a
   * browser does not say why.
   */
  constructor(onDoubt: () => void) {
    this.#onDoubt = onDoubt;
  }

  /** Null while nobody is signed in. */
  get store(): LiveStore | null {
    return this.#store;
  }

  /** The one store of this person on this tab. */
  storeOf(viewerId: string, create: () => LiveStore): LiveStore {
    if (this.#store?.viewerId !== viewerId) this.#store = create();
    return this.#store;
  }

  /** `onEnded` is told when the server has ended the session behind the socket, with its reason; returns how to leave. */
  enter(store: LiveStore, onEnded: (reason: string) => void): () => void {
    this.#store = store;
    this.#onEnded = onEnded;
    return () => {
      if (this.#store === store) this.#store = null;
      this.#onEnded = () => {};
    };
  }

  get connection(): Connection {
    return this.#connection;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Frames arrive: everything shown is current. */
  heard(): void {
    this.#failedOpens = 0;
    clearTimeout(this.#offlineTimer);
    this.#offlineTimer = undefined;
    this.#set('live');
  }

  socketClosed(closed: Closed): void {
    if (hasEnded(closed)) {
      this.#onEnded(closed.reason);
      return;
    }
    this.#failedOpens += 1;
    if (closed.code === REVOKED || this.#failedOpens % 2 === 0) this.#onDoubt();
    if (this.#connection === 'live') this.#set('catching-up');
    this.#offlineTimer ??= setTimeout(() => this.#set('offline'), QUIET_MS);
  }

  #set(connection: Connection): void {
    if (connection === this.#connection) return;
    this.#connection = connection;
    for (const listener of this.#listeners) listener();
  }
}
