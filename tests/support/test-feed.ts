// What one tab hears: the same generator that serves sockets, read as fast as it yields.
import { type ChangeEvent, isChange, type LiveEvent } from '#server/live/live.schema.ts';
import { feed } from '#server/live/feed.ts';
import type { Hub } from '#server/live/hub.ts';

export class TestFeed {
  readonly heard: LiveEvent[] = [];
  position: string | null = null;
  readonly #abort = new AbortController();
  readonly #hub: Hub;
  #reading: Promise<void> = Promise.resolve();

  private constructor(hub: Hub) {
    this.#hub = hub;
  }

  static open(hub: Hub, options: { userId: string; cursor: string | null }): TestFeed {
    const opened = new TestFeed(hub);
    opened.#reading = opened.#read(options);
    return opened;
  }

  async #read({ userId, cursor }: { userId: string; cursor: string | null }): Promise<void> {
    const ctx = {
      deps: { hub: this.#hub },
      viewer: { id: userId },
      caller: { token: null },
      socket: null,
    };
    const input = cursor === null ? undefined : { lastEventId: cursor };
    for await (const [id, events] of feed(ctx, { input, signal: this.#abort.signal })) {
      this.position = id;
      this.heard.push(...events);
    }
  }

  /** The changes heard so far, once everything committed has been handed out. */
  async changes(): Promise<ChangeEvent[]> {
    const head = await this.#hub.db.read(async (tx) => tx.seq);
    await this.#hub.readUpTo(head);
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    return this.heard.filter(isChange);
  }

  async close(): Promise<void> {
    this.#abort.abort();
    await this.#reading;
  }
}
