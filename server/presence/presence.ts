// Who is here. A person is online while a socket of theirs lives (the socket's keep-alive finds the dead ones), away when
// every tab of theirs says that nobody is looking, and offline a moment after their last socket closed, so that a reload
// is not a goodbye. Kept in memory, of this process only; never in the log.
import type { Clock } from '../clock.ts';
import type { Connections } from '../http/connections.ts';
import { Gathered } from './gathered.ts';
import type { PresenceState, PresenceUpdate } from './presence.schema.ts';
import { Typing } from './typing.ts';

const GOODBYE_MS = 4_000;
/** Changes are gathered this long before anybody is told. */
const GATHER_MS = 250;

type State = PresenceState | 'offline';
type Tab = { isActive: boolean };
type WatchOptions = { active?: boolean | undefined; signal?: AbortSignal | undefined };

export class Presence {
  readonly typing: Typing;
  readonly #connections: Connections;
  readonly #clock: Clock;
  readonly #tabs = new Map<string, Set<Tab>>();
  readonly #told = new Map<string, PresenceState>();
  readonly #watchers = new Set<Gathered<State>>();
  #untold = new Map<string, State>();

  constructor(connections: Connections, clock: Clock) {
    this.#connections = connections;
    this.#clock = clock;
    this.typing = new Typing(clock);
    connections.onPresence((personId, isConnected) => this.#lookAt(personId, isConnected));
  }

  /** As it was last told. */
  stateOf(personId: string): State {
    return this.#told.get(personId) ?? 'offline';
  }

  /** What one subscription yields; `active` says whether somebody is looking at the tab that subscribed. */
  async *watch(viewer: { id: string }, options: WatchOptions): AsyncGenerator<PresenceUpdate> {
    const { active, signal = new AbortController().signal } = options;
    const watcher = new Gathered<State>();
    this.#watchers.add(watcher);
    const closeTab = active === undefined ? null : this.#openTab(viewer.id, { isActive: active });
    try {
      yield { isWhole: true, states: Object.fromEntries(this.#told) };
      while (!signal.aborted) {
        const states = await watcher.take(signal);
        if (states.size > 0) yield { isWhole: false, states: Object.fromEntries(states) };
      }
    } finally {
      this.#watchers.delete(watcher);
      closeTab?.();
    }
  }

  #openTab(personId: string, tab: Tab): () => void {
    const tabs = this.#tabs.get(personId) ?? new Set();
    this.#tabs.set(personId, tabs.add(tab));
    this.#lookAt(personId, true);
    return () => {
      tabs.delete(tab);
      if (tabs.size === 0 && this.#tabs.get(personId) === tabs) this.#tabs.delete(personId);
      this.#lookAt(personId, false);
    };
  }

  /** Somebody came: soon. Somebody went: after the time a reload takes. */
  #lookAt(personId: string, hasCome: boolean): void {
    const at = this.#clock.now().getTime() + (hasCome ? 0 : GOODBYE_MS);
    this.#clock.wakeAt(new Date(at), () => {
      const state = this.#stateNow(personId);
      if (state === 'offline' && hasCome) return;
      if (state !== this.stateOf(personId) || this.#untold.has(personId))
        this.#tellSoon(personId, state);
    });
  }

  #stateNow(personId: string): State {
    const tabs = [...(this.#tabs.get(personId) ?? [])];
    if (tabs.length === 0 && this.#connections.countOf(personId) === 0) return 'offline';
    return tabs.length > 0 && tabs.every((tab) => !tab.isActive) ? 'away' : 'online';
  }

  #tellSoon(personId: string, state: State): void {
    if (this.#untold.size === 0)
      this.#clock.wakeAt(new Date(this.#clock.now().getTime() + GATHER_MS), () => this.#tell());
    this.#untold.set(personId, state);
  }

  #tell(): void {
    const changes = [...this.#untold].filter(
      ([personId, state]) => state !== this.stateOf(personId),
    );
    this.#untold = new Map();
    for (const [personId, state] of changes) {
      if (state === 'offline') this.#told.delete(personId);
      else this.#told.set(personId, state);
    }
    for (const watcher of this.#watchers) watcher.put(changes);
  }
}
