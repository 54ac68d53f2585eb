import { migrateDatabase } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import type { Config } from '#server/config.ts';
import { prepareDataDir } from '#server/data-dir.ts';
import { HaruError } from '#server/errors.ts';
import { loadDemoHere } from '#server/setup/setup.service.ts';
import { DemoRefused } from './demo-refused.ts';

const refusals: Record<string, string> = {
  already_set_up: 'This database already has people; the demo company goes only into an empty one.',
  demo_not_here:
    'HOST is not a loopback address; the demo company has a well-known password and stays on this machine.',
};

export async function loadDemo(config: Config): Promise<void> {
  await prepareDataDir(config.dataDir);
  await migrateDatabase({ url: config.databaseUrl });
  const db = await openDatabase({ url: config.databaseUrl, now: () => new Date() });
  try {
    await loadDemoHere({ db, config });
  } catch (error) {
    if (!(error instanceof HaruError)) throw error;
    throw new DemoRefused(refusals[error.facts.reason] ?? error.message, { cause: error });
  } finally {
    await db.close();
  }
}
