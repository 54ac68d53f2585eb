// How processes tell each other that the log of events has grown. Only a hint to go and read: one that is lost costs
// time (until the next one, or the hub's own slow look), never an event.
import type { Redis } from 'ioredis';
import type { Logger } from '../log.ts';

export type Bus = {
  /** Never throws and never waits. */
  announce(head: number): void;
  onHint(listener: (head: number) => void): () => void;
  /** Rejects when hints do not get through at the moment. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

/** For one process, or several apps in one process. */
export function createLocalBus(): Bus {
  const listeners = new Set<(head: number) => void>();
  return {
    announce(head) {
      for (const listener of listeners) listener(head);
    },
    onHint(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ping: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

const CONNECT_TIMEOUT_MS = 3000;
const COMMAND_TIMEOUT_MS = 1000;

/** The message is one sentence for whoever starts the server. */
export class RedisUnreachable extends Error {
  override name = 'RedisUnreachable';
}

/**
 * `name` keeps databases apart that share a Redis. Rejects with RedisUnreachable if it is not there now; later it
 * reconnects by itself.
 */
export async function openRedisBus(options: {
  url: string;
  name: string;
  log: Logger;
}): Promise<Bus> {
  const { Redis } = await import('ioredis');
  const channel = `haru:head:${options.name}`;
  const settings = { lazyConnect: true, connectTimeout: CONNECT_TIMEOUT_MS };
  const publisher = new Redis(options.url, {
    ...settings,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_TIMEOUT_MS,
  });
  const subscriber = new Redis(options.url, { ...settings, maxRetriesPerRequest: null });
  const clients = [publisher, subscriber];
  await Promise.all(clients.map((client) => connect(client, options.url)))
    .then(() => subscriber.subscribe(channel))
    .catch((error: unknown) => {
      for (const client of clients) client.disconnect();
      throw error;
    });
  for (const client of clients) logTrouble(client, options.log);

  const hints = createLocalBus();
  subscriber.on('message', (_channel: string, text: string) => {
    const head = Number(text);
    if (Number.isSafeInteger(head)) hints.announce(head);
  });

  let announced: number | null = null;
  function publish(): void {
    const head = announced;
    announced = null;
    publisher
      .publish(channel, String(head))
      .catch((error: unknown) => options.log.debug({ err: error }, 'hint not sent'));
  }

  return {
    announce(head) {
      if (announced === null) setImmediate(publish);
      announced = Math.max(announced ?? 0, head);
    },
    onHint: hints.onHint,
    async ping() {
      if (subscriber.status !== 'ready') throw new Error('Redis is not connected.');
      await publisher.ping();
    },
    async close() {
      publisher.disconnect();
      subscriber.disconnect();
      await Promise.resolve();
    },
  };
}

async function connect(client: Redis, url: string): Promise<void> {
  let reason = 'it does not answer';
  const note = (error: NodeJS.ErrnoException) => (reason = error.code ?? error.message);
  client.on('error', note);
  try {
    await client.connect();
  } catch (cause) {
    const { host } = new URL(url);
    throw new RedisUnreachable(`Redis cannot be reached at ${host} (REDIS_URL): ${reason}.`, {
      cause,
    });
  }
}

/** Says once that Redis is gone and once that it is back, not at every attempt. */
function logTrouble(client: Redis, log: Logger): void {
  let isDown = false;
  client.on('error', (error: Error) => {
    if (!isDown)
      log.warn({ err: error }, 'Redis is not reachable; other processes hear of changes late');
    isDown = true;
  });
  client.on('ready', () => {
    if (isDown) log.warn('Redis is reachable again');
    isDown = false;
  });
}
