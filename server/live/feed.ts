// What one subscription receives: everything after its cursor that its person may see, in order, none twice.
// The order of steps is what makes it gap-free: attach, check the cursor, catch up, then go live without an await between.
import { tracked } from '@trpc/server';
import type { Caller } from '../viewer.ts';
import type { Feature, LiveEvent, OnChangeInput } from './live.schema.ts';
import type { Hub } from './hub.ts';
import { type LoggedEvent, readLog, readRange } from './log.ts';
import type { LiveSocket } from './socket.ts';
import { Batch, Subscriber } from './subscriber.ts';
import { TailEvent } from './tail.ts';
import { eventText, frameOf, whenSent } from './wire.ts';

/** Further behind than this, asking again is cheaper than catching up. */
const RESYNC_BEHIND = 2_000;
/** What every subscription hears of, however narrow: then answers must be asked for again. */
const ALWAYS = new Set(['rights.changed', 'day.began']);
/** Where somebody is signed in and which tokens they have is not for scripts: their tokens may not ask for it either. */
const ABOUT_ACCESS = /^(?:session|token)\./;
const CATCH_UP_BYTES = 64 * 1024;
const CATCH_UP_ROWS = 200;
const CATCH_UPS_AT_ONCE = 8;

export type FeedOptions = {
  /** Only these features' events (and changes of rights and days); undefined = all. */
  features?: readonly Feature[];
  input: OnChangeInput;
  signal: AbortSignal | undefined;
};

/** What every change subscription yields; `ctx` is that of a signed-in caller. */
export function feed(ctx: FeedContext, options: FeedOptions) {
  const { features, input, signal = new AbortController().signal } = options;
  return follow(ctx.deps.hub, {
    userId: ctx.viewer.id,
    features,
    isScript: ctx.caller.token !== null,
    cursor: input?.lastEventId,
    socket: ctx.socket,
    signal,
  });
}

type FeedContext = {
  deps: { hub: Hub };
  viewer: { id: string };
  caller: Pick<Caller, 'token'>;
  socket: LiveSocket | null;
};

type Follow = {
  userId: string;
  features: readonly Feature[] | undefined;
  isScript: boolean;
  cursor: string | null | undefined;
  socket: LiveSocket | null;
  signal: AbortSignal;
};

async function* follow(hub: Hub, options: Follow) {
  const { userId, features, isScript, cursor, socket, signal } = options;
  const accepts = (event: LoggedEvent) =>
    (features === undefined || ALWAYS.has(event.kind) || features.includes(event.feature)) &&
    !(isScript && ABOUT_ACCESS.test(event.kind));
  const subscriber = new Subscriber(userId, accepts, { socket, signal, seq: hub.published });
  const detach = hub.attach(subscriber);
  try {
    const from = await startingPoint(hub, cursor);
    const first: LiveEvent = { kind: from === null ? 'resync' : 'mark', at: hub.now() };
    subscriber.sentSeq = from ?? hub.published;
    const opening = new Batch([first], [eventText(first)], subscriber.sentSeq).seal();
    if (socket !== null)
      whenSent(opening.events, (requestId) =>
        subscriber.sendBy(({ events, lastSeq }) => {
          const frame = frameOf(events, hub.positionOf(lastSeq), requestId);
          if (frame !== null) socket.send(frame);
        }),
      );
    yield send(hub, opening);
    while (!signal.aborted) {
      if (subscriber.isBehind) await subscriber.waitForDrain();
      yield* catchUp(hub, subscriber, signal);
      subscriber.isLive = true;
      while (subscriber.isLive && !signal.aborted) {
        const batch = subscriber.take();
        if (batch === undefined) {
          await subscriber.waitForBatch();
        } else {
          subscriber.sentSeq = Math.max(subscriber.sentSeq, batch.lastSeq);
          yield send(hub, batch);
        }
        if (subscriber.isBehind) subscriber.leaveLiveLane();
      }
    }
  } finally {
    detach();
  }
}

function send(hub: Hub, batch: Batch) {
  return tracked(hub.positionOf(batch.lastSeq), batch.seal().events);
}

/** Where to go on, or null when the log cannot bring this cursor up to date. */
async function startingPoint(hub: Hub, cursor: string | null | undefined): Promise<number | null> {
  if (cursor === null || cursor === undefined) return hub.published;
  const [epoch, seqText] = cursor.split(':');
  const seq = Number(seqText);
  if (epoch !== hub.db.epoch || !Number.isSafeInteger(seq)) return null;
  if (seq > hub.published) await hub.readUpTo(seq);
  if (seq > hub.published || hub.published - seq > RESYNC_BEHIND) return null;
  if (hub.tail.after(seq, 1) !== null || seq === hub.published) return seq;
  const { first } = await readRange(hub.db);
  return seq + 1 < first ? null : seq;
}

/** Ends when the subscriber has everything this process has published; the caller switches to live at once. */
async function* catchUp(hub: Hub, subscriber: Subscriber, signal: AbortSignal) {
  while (subscriber.sentSeq < hub.published && !signal.aborted) {
    await subscriber.waitForDrain();
    const page =
      hub.tail.after(subscriber.sentSeq, CATCH_UP_ROWS) ??
      (await pageFromTable(hub, subscriber.sentSeq, signal));
    if (page === null) {
      const resync: LiveEvent = { kind: 'resync', at: hub.now() };
      subscriber.sentSeq = hub.published;
      yield send(hub, new Batch([resync], [eventText(resync)], subscriber.sentSeq));
      continue;
    }
    const batch = visibleOf(hub, page, subscriber);
    subscriber.sentSeq = batch.lastSeq;
    if (batch.events.length > 0) yield send(hub, batch);
  }
}

function visibleOf(hub: Hub, page: TailEvent[], subscriber: Subscriber): Batch {
  let batch = new Batch([], [], subscriber.sentSeq);
  let bytes = 0;
  for (const event of page) {
    if (bytes > CATCH_UP_BYTES) break;
    const { seq } = event.logged;
    const view = subscriber.accepts(event.logged) ? hub.viewOf(event, subscriber.userId) : null;
    bytes += view?.text.json.length ?? 0;
    batch = view === null ? batch.upTo(seq) : batch.with(view.event, view.text, seq);
  }
  return batch;
}

const waiting: (() => void)[] = [];
let running = 0;

/** Null when the log was pruned meanwhile. At most CATCH_UPS_AT_ONCE read the table at a time. */
async function pageFromTable(
  hub: Hub,
  seq: number,
  signal: AbortSignal,
): Promise<TailEvent[] | null> {
  if (running >= CATCH_UPS_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    if (signal.aborted) return [];
    const page = (await readLog(hub.db, seq, CATCH_UP_ROWS)).filter(
      (event) => event.seq <= hub.published,
    );
    return page[0]?.seq === seq + 1 ? page.map((event) => new TailEvent(event)) : null;
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
