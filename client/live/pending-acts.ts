// What this person just did and the server has not yet said back: provisional events, laid over answers when they are
// read. The cache itself holds only what the server said, so undoing an act is forgetting it.
import type { ChangeEvent } from '#server/live/live.schema.ts';

/** A change as its event will most likely be. */
export type Provisional = { feature: ChangeEvent['feature']; kind: string; id: string } & (
  | { data: unknown }
  | { gone: true }
);

type Act = {
  mutationId: string;
  events: ChangeEvent[];
  /** Known once the server has answered. */ asOfSeq: number | null;
};

export class PendingActs {
  #acts: readonly Act[] = [];
  #events: readonly ChangeEvent[] = [];
  readonly #listeners = new Set<() => void>();

  /** The same array until something changes. */
  get events(): readonly ChangeEvent[] {
    return this.#events;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  add(
    mutationId: string,
    provisional: readonly Provisional[],
    now: { actorId: string; at: Date },
  ): void {
    const events = provisional.map((event): ChangeEvent => ({
      ...event,
      ...now,
      mutationId,
      seq: Number.POSITIVE_INFINITY,
      version: Number.POSITIVE_INFINITY,
    }));
    this.#set([...this.#acts, { mutationId, events, asOfSeq: null }]);
  }

  /** The server did it; it is part of every answer from `asOfSeq` on. */
  settle(mutationId: string, asOfSeq: number, cursor: number): void {
    this.#set(
      this.#acts.flatMap((act) => {
        if (act.mutationId !== mutationId) return [act];
        return cursor >= asOfSeq ? [] : [{ ...act, asOfSeq }];
      }),
    );
  }

  /** Refused, or no longer needed. */
  forget(mutationId: string): void {
    this.#set(this.#acts.filter((act) => act.mutationId !== mutationId));
  }

  has(mutationId: string): boolean {
    return this.#acts.some((act) => act.mutationId === mutationId);
  }

  /** Drops the acts whose events came back or that the cursor has passed. */
  seen(cursor: number, mutationIds: ReadonlySet<string>): void {
    this.#set(
      this.#acts.filter(
        (act) => !mutationIds.has(act.mutationId) && (act.asOfSeq === null || act.asOfSeq > cursor),
      ),
    );
  }

  #set(acts: readonly Act[]): void {
    if (acts.length === this.#acts.length && acts.every((act, at) => act === this.#acts[at]))
      return;
    this.#acts = acts;
    this.#events = acts.flatMap((act) => act.events);
    for (const listener of this.#listeners) listener();
  }
}
