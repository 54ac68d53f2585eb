// Keeps answers as new as the stream of events: applies each event to every answer it is newer than, and replays what an
// answer missed before it reaches the cache, so that no refetch goes back in time. Knows nothing of React.
import { type ChangeEvent, isChange, type LiveEvent } from '#server/live/live.schema.ts';
import { Journal } from './journal.ts';
import type { AnyHandler, LiveContext } from './live-types.ts';
import { PendingActs } from './pending-acts.ts';
import { epochOf, seqOf } from './position.ts';

export type Answer = { asOf: string };

/** Where answers are kept: the query cache, or a test's map. */
export type AnswerCache = {
  /** Calls `change` with every answer; a different object replaces it, 'ask again' has it fetched anew. */
  update(change: (path: string, input: unknown, answer: Answer) => Answer | 'ask again'): void;
  askAgainForAll(reason: 'rights' | 'resync'): void;
};

export type LiveStoreOptions = {
  cache: AnswerCache;
  handlers: ReadonlyMap<string, AnyHandler>;
  viewer: LiveContext['viewer'];
  now: () => Date;
};

export class LiveStore {
  readonly acts = new PendingActs();
  readonly #options: LiveStoreOptions;
  readonly #listeners = new Set<(events: readonly ChangeEvent[]) => void>();
  #journal: Journal | null = null;
  #epoch = '';
  #cursor = 0;

  constructor(options: LiveStoreOptions) {
    this.#options = options;
  }

  /** Where the stream goes on after a break; null before the first answer or frame. */
  get position(): string | null {
    return this.#journal === null ? null : `${this.#epoch}:${this.#cursor}`;
  }

  get cursor(): number {
    return this.#cursor;
  }

  get viewerId(): string {
    return this.#options.viewer.id;
  }

  now(): Date {
    return this.#options.now();
  }

  /** Called with what is new on the stream, once the answers know it. */
  onEvents(listener: (events: readonly ChangeEvent[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The first answer's `asOf` is where the stream starts. */
  startAt(position: string): void {
    this.#epoch = epochOf(position);
    this.#cursor = seqOf(position);
    this.#journal = new Journal(this.#cursor);
  }

  receive(position: string, events: readonly LiveEvent[]): void {
    if (events.some((event) => event.kind === 'resync')) {
      this.startAt(position);
      this.#options.cache.askAgainForAll('resync');
      return;
    }
    if (this.#journal === null) this.startAt(position);
    const fresh = events.filter(isChange).filter((event) => event.seq > this.#cursor);
    for (const event of fresh) this.#journal?.add(event);
    this.#cursor = Math.max(this.#cursor, seqOf(position));
    if (fresh.length > 0)
      this.#options.cache.update((path, input, answer) =>
        this.#apply({ path, input }, answer, fresh),
      );
    const mine = new Set(
      fresh.flatMap((event) => (event.mutationId === null ? [] : [event.mutationId])),
    );
    this.acts.seen(this.#cursor, mine);
    if (fresh.some((event) => event.kind === 'rights.changed'))
      this.#options.cache.askAgainForAll('rights');
    if (fresh.length > 0) for (const listener of this.#listeners) listener(fresh);
  }

  /** An answer from the server, with what happened since it was read; 'ask again' when that is no longer known. */
  bringUpToDate(path: string, input: unknown, answer: Answer): Answer | 'ask again' {
    if (!this.#options.handlers.has(path)) return answer;
    if (this.#journal === null) return answer;
    if (epochOf(answer.asOf) !== this.#epoch) return answer;
    const missed = this.#journal.after(seqOf(answer.asOf));
    // What they may see was decided before their rights changed: no handler can know the rest.
    const isOfOldRights = missed?.some((event) => event.kind === 'rights.changed') ?? true;
    if (missed === null || isOfOldRights) return 'ask again';
    return this.#apply({ path, input }, answer, missed);
  }

  /** An answer as this person should see it: with their own acts that the server has not yet said back. */
  withPendingActs<A>(path: string, input: unknown, answer: A): A {
    const handler = this.#options.handlers.get(path);
    if (handler === undefined || answer === undefined) return answer;
    let shown: unknown = answer;
    for (const event of this.acts.events) {
      const next = handler(shown, event, { input, ...this.#context() });
      if (next !== 'ask again') shown = next;
    }
    return shown as A;
  }

  #apply(
    query: { path: string; input: unknown },
    answer: Answer,
    events: readonly ChangeEvent[],
  ): Answer | 'ask again' {
    const handler = this.#options.handlers.get(query.path);
    if (handler === undefined) return answer;
    const known = seqOf(answer.asOf);
    let next: Answer = answer;
    for (const event of events) {
      if (event.seq <= known) continue;
      const changed = handler(next, event, { input: query.input, ...this.#context() }) as
        | Answer
        | 'ask again';
      if (changed === 'ask again') return 'ask again';
      if (changed !== next) next = { ...changed, asOf: `${this.#epoch}:${event.seq}` };
    }
    return next;
  }

  #context(): LiveContext {
    return { viewer: this.#options.viewer, now: this.#options.now() };
  }
}
