// The newest events, kept in memory so that most reconnects and slow readers need no database.
import type { LoggedEvent } from './log.ts';
import { type EventText, eventText } from './wire.ts';
import type { ChangeEvent } from './live.schema.ts';

const TAIL_EVENTS = 10_000;

/** What one event looks like to those who may see it, and to those who may not (any more). Made on first use. */
export class TailEvent {
  readonly logged: LoggedEvent;
  #full: { event: ChangeEvent; text: EventText } | null = null;
  #gone: { event: ChangeEvent; text: EventText } | null = null;

  constructor(logged: LoggedEvent) {
    this.logged = logged;
  }

  get full(): { event: ChangeEvent; text: EventText } {
    this.#full ??= withText({ ...head(this.logged), data: this.logged.data });
    return this.#full;
  }

  get gone(): { event: ChangeEvent; text: EventText } {
    this.#gone ??= withText({ ...head(this.logged), gone: true });
    return this.#gone;
  }
}

export class Tail {
  #events: TailEvent[] = [];

  push(event: TailEvent): void {
    this.#events.push(event);
    if (this.#events.length > TAIL_EVENTS * 1.2) this.#events = this.#events.slice(-TAIL_EVENTS);
  }

  /** Events after `seq`, at most `limit`; null when the tail does not reach back that far. */
  after(seq: number, limit: number): TailEvent[] | null {
    const first = this.#events[0]?.logged.seq;
    if (first === undefined || seq + 1 < first) return null;
    const start = seq + 1 - first;
    return this.#events.slice(start, start + limit);
  }
}

function head(logged: LoggedEvent) {
  const { seq, feature, kind, id, version, mutationId, actorId, at } = logged;
  return { seq, feature, kind, id, version, mutationId, actorId, at };
}

function withText(event: ChangeEvent): { event: ChangeEvent; text: EventText } {
  return { event, text: eventText(event) };
}
