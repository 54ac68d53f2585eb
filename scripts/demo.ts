// `npm run demo`: loads the demo company into the database of the settings, whether the server runs or not.
import { mkdirSync } from 'node:fs';
import { migrateDatabase } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { readConfig } from '#server/config.ts';
import { DEMO_PASSWORD, demoUsername } from '#server/demo/demo-office.ts';
import { HaruError } from '#server/errors.ts';
import { loadDemoHere } from '#server/setup/setup.service.ts';

const refusals: Record<string, string> = {
  already_set_up: 'This database already has people; the demo company goes only into an empty one.',
  demo_not_here:
    'HOST is not a loopback address; the demo company has a well-known password and stays on this machine.',
};

const config = readConfig(process.env);
mkdirSync(config.dataDir, { recursive: true });
await migrateDatabase({ url: config.databaseUrl });
const db = await openDatabase({ url: config.databaseUrl, now: () => new Date() });
try {
  await loadDemoHere({ db, config });
  console.log(
    `The demo company is there. Sign in as ${demoUsername(0)} (admin) … ${demoUsername(39)}, password ${DEMO_PASSWORD}.`,
  );
} catch (error) {
  if (!(error instanceof HaruError)) throw error;
  console.error(refusals[error.facts.reason] ?? error.message);
  process.exitCode = 1;
} finally {
  await db.close();
}
