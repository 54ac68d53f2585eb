// The process: settings, port, database, app; and its end. Whatever keeps it from starting is one clear sentence.
import { openDatabase } from '#db/open.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { createApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { prepareDataDir } from './data-dir.ts';
import { greet } from './greeting.ts';
import { bindListener } from './http/listener.ts';
import { type Bus, createLocalBus, openRedisBus } from './live/bus.ts';
import { createLogger, type Logger } from './log.ts';
import { sayWhy } from './start-refused.ts';

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLogger(config.logLevel);
  const listener = await bindListener(config);
  await prepareDataDir(config.dataDir);
  await migrateDatabase({ url: config.databaseUrl });
  const db = await openDatabase({ url: config.databaseUrl, now: () => new Date() });
  const bus = await openBus(config, { name: db.epoch, log });
  const app = await createApp({ config, db, log, bus });
  const { port } = await app.listen(listener);
  closeOnSignals(async () => {
    await app.close();
    await bus.close();
    await db.close();
  }, log);
  await greet(app, port);
}

function openBus(config: Config, { name, log }: { name: string; log: Logger }): Promise<Bus> {
  if (config.redisUrl === null) return Promise.resolve(createLocalBus());
  return openRedisBus({ url: config.redisUrl, name, log });
}

/** The first signal lets what runs end; the second does not wait. */
function closeOnSignals(close: () => Promise<void>, log: Logger): void {
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

start().catch((error: unknown) => {
  process.stderr.write(`${sayWhy(error)}\n`);
  process.exit(1);
});
