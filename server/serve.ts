// The longer part of a start: database, bus, app; and the way down again.
import { migrateDatabase } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { greet } from './greeting.ts';
import type { Listener } from './http/listener.ts';
import { type Bus, createLocalBus, openRedisBus } from './live/bus.ts';
import { createLogger, type Logger } from './log.ts';

export async function serve(config: Config, listener: Listener): Promise<void> {
  const log = createLogger(config.logLevel);
  await migrateDatabase({ url: config.databaseUrl });
  const db = await openDatabase({ url: config.databaseUrl, now: () => new Date() });
  const bus = await openBus(config, { name: db.epoch, log });
  const app = await createApp({ config, db, log, bus });
  const { port } = await app.listen(listener);
  closeOnSignals(log, async () => {
    await app.close();
    await bus.close();
    await db.close();
  });
  await greet(app, port);
}

function openBus(config: Config, { name, log }: { name: string; log: Logger }): Promise<Bus> {
  if (config.redisUrl === null) return Promise.resolve(createLocalBus());
  return openRedisBus({ url: config.redisUrl, name, log });
}

/** The first signal lets what runs end; the second does not wait. */
function closeOnSignals(log: Logger, close: () => Promise<void>): void {
  let isClosing = false;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isClosing) process.exit(1);
      isClosing = true;
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'Haru did not close in order.');
          process.exit(1);
        },
      );
    });
  }
}
