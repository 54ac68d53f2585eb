// Somebody's open tab without a browser: the web app's own socket, links, store and handlers, over a line that a test
// can cut, with answers that arrive late and out of order. It keeps an eye on what must never happen.
import { createTRPCClient, httpBatchLink, splitLink, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { createSocket, socketLinks } from '#client/api/socket.ts';
import { transformer } from '#client/api/transformer.ts';
import { liveHandlers } from '#client/app/live-handlers.ts';
import { freshLink } from '#client/live/fresh-link.ts';
import { type Answer, LiveStore } from '#client/live/live-store.ts';
import type { AnyHandler, LivePath } from '#client/live/live-types.ts';
import type { AppRouter } from '#server/app.ts';
import { isChange, type LiveEvent } from '#server/live/live.schema.ts';
import { isRefusal } from './busy-writers.ts';
import type { Colleague } from './company.ts';
import { cuttable } from './cuttable.ts';

export type OpenQuery = { path: LivePath; input: unknown };
type Line = Awaited<ReturnType<typeof cuttable>>;
type Open = OpenQuery & { answer: Answer | null; versions: Map<string, number>; asks: number };

const handlers = new Map<string, AnyHandler>(
  Object.entries(liveHandlers as Record<string, AnyHandler>),
);

const LATEST_MS = 60;

export class LiveClient {
  /** What must never happen, in words. */
  readonly faults: string[] = [];
  readonly seen = { events: 0, resyncs: 0, refetches: 0, cuts: 0 };
  readonly #open: Open[];
  readonly #store: LiveStore;
  readonly #line: Line;
  readonly #api: ReturnType<LiveClient['connect']>;
  #lastSeq = 0;
  #lastNo: number | null = null;
  #asking = 0;
  #isClosed = false;
  #isCut = false;

  private constructor(who: Colleague, line: Line, queries: OpenQuery[]) {
    this.#line = line;
    this.#open = queries.map((query) => ({ ...query, answer: null, versions: new Map(), asks: 0 }));
    this.#store = new LiveStore({
      handlers,
      viewer: who.viewer,
      now: () => new Date(),
      cache: {
        update: (change) => this.#update(change),
        askAgainForAll: () => this.#open.forEach((open) => this.#refetch(open)),
      },
    });
    this.#api = this.connect(who.token);
  }

  static async open(origin: string, who: Colleague, queries: OpenQuery[]): Promise<LiveClient> {
    const opened = new LiveClient(who, await cuttable(origin), queries);
    await Promise.all(opened.#open.map((open) => opened.#ask(open)));
    opened.#subscribe();
    return opened;
  }

  private connect(token: string) {
    const headers = { authorization: `Bearer ${token}` };
    const origin = new URL(this.#line.url).origin;
    const socket = createSocket({
      url: `${origin.replace(/^http/, 'ws')}/ws`,
      headers,
      retryDelayMs: () => 20 + Math.random() * 80,
    });
    const late = httpBatchLink<AppRouter>({ url: `${origin}/trpc`, transformer, headers });
    const links = splitLink<AppRouter>({
      condition: (op) => op.type === 'subscription',
      true: socketLinks(socket),
      false: [freshLink(() => this.#store), lateLink, late],
    });
    return { socket, client: createTRPCClient<AppRouter>({ links: [links] }) };
  }

  get cursor(): number {
    return this.#store.cursor;
  }

  /** Nothing is being asked for at the moment. */
  get isQuiet(): boolean {
    return this.#asking === 0 && this.#open.every(({ answer }) => answer !== null);
  }

  shown(): (OpenQuery & { answer: Answer | null })[] {
    return this.#open;
  }

  /** Asks for something it already has, as a screen that is opened again does. */
  refetch(at: number): void {
    const open = this.#open[at % this.#open.length];
    this.seen.refetches += 1;
    if (open !== undefined) this.#refetch(open);
  }

  /** What is on its way is lost; for so long nothing goes through, or until it is mended. */
  cut(forMs?: number): void {
    if (this.#isCut) return;
    this.#isCut = true;
    this.seen.cuts += 1;
    this.#line.cut();
    if (forMs !== undefined) setTimeout(() => this.mend(), forMs);
  }

  mend(): void {
    this.#isCut = false;
    this.#line.mend();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#api.socket.close();
    await this.#line[Symbol.asyncDispose]();
  }

  #subscribe(): void {
    this.#api.client.live.onChange.subscribe(
      { lastEventId: this.#store.position },
      {
        onData: ({ id, data }) => {
          for (const event of data) this.#watch(event);
          this.#store.receive(id, data);
        },
        onError: (error) => {
          if (!this.#isClosed) this.faults.push(`the subscription is over: ${error.message}`);
        },
      },
    );
  }

  /** In order, none twice, and no message of the room left out. */
  #watch(event: LiveEvent): void {
    if (!isChange(event)) {
      if (event.kind !== 'resync') return;
      this.seen.resyncs += 1;
      this.#lastNo = null;
      return;
    }
    this.seen.events += 1;
    if (event.seq <= this.#lastSeq)
      this.faults.push(`event ${event.seq} came again after ${this.#lastSeq}`);
    this.#lastSeq = event.seq;
    if (event.kind !== 'message.posted') return;
    const { no } = event.data as { no: number };
    if (this.#lastNo !== null && no !== this.#lastNo + 1)
      this.faults.push(`message ${no} came after ${this.#lastNo}`);
    this.#lastNo = no;
  }

  #update(change: (path: string, input: unknown, answer: Answer) => Answer | 'ask again'): void {
    for (const open of this.#open) {
      if (open.answer === null) continue;
      const next = change(open.path, open.input, open.answer);
      if (next === 'ask again') this.#refetch(open);
      else if (next !== open.answer) this.#show(open, next);
    }
  }

  #refetch(open: Open): void {
    void this.#ask(open);
  }

  /** The newest ask wins, as in the query cache: an answer to an older one is not looked at. */
  async #ask(open: Open): Promise<void> {
    this.#asking += 1;
    open.asks += 1;
    const turn = open.asks;
    const isWanted = () => !this.#isClosed && open.asks === turn;
    const procedure = open.path
      .split('.')
      .reduce<unknown>(
        (router, name) => (router as Record<string, unknown>)[name],
        this.#api.client,
      );
    const { query } = procedure as { query(input: unknown): Promise<Answer> };
    while (isWanted()) {
      try {
        const answer = await query(open.input);
        if (isWanted()) this.#show(open, answer);
        break;
      } catch (error) {
        if (isRefusal(error)) this.faults.push(`${open.path} was refused: ${String(error)}`);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    }
    this.#asking -= 1;
  }

  /** No row is ever older than it was shown before. */
  #show(open: Open, answer: Answer): void {
    open.answer = answer;
    const rows = 'items' in answer && Array.isArray(answer.items) ? (answer.items as Row[]) : [];
    for (const { id, version } of rows) {
      const known = open.versions.get(id) ?? 0;
      if (version < known) this.faults.push(`${open.path}: ${id} went from ${known} to ${version}`);
      open.versions.set(id, version);
    }
  }
}

type Row = { id: string; version: number };

/** Answers take their time, each its own. */
const lateLink: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) => {
      const later = (job: () => void) => void setTimeout(job, Math.random() * LATEST_MS);
      const { unsubscribe } = next(op).subscribe({
        next: (value) =>
          later(() => {
            observer.next(value);
            observer.complete();
          }),
        error: (error) => observer.error(error),
      });
      return unsubscribe;
    });
