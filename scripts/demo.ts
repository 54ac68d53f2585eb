// `npm run demo`: loads the demo company into the database of the settings, whether the server runs or not.
// `npm run demo -- --alive`: its people then work on the running server, so that the screens move.
import { readConfig } from '#server/config.ts';
import { DEMO_NAMES, DEMO_PASSWORD, demoUsername } from '#server/demo/demo-office.ts';
import { sayWhy } from '#server/start-refused.ts';
import { keepAlive } from './demo/alive.ts';
import { DemoRefused } from './demo/demo-refused.ts';
import { loadDemo } from './demo/load.ts';

async function demo(flags: string[]): Promise<void> {
  const unknown = flags.find((flag) => flag !== '--alive');
  if (unknown !== undefined)
    throw new DemoRefused(`There is no ${unknown}: expected nothing, or --alive.`);
  const config = readConfig(process.env);
  if (flags.length > 0) return keepAlive(config);
  await loadDemo(config);
  console.log(`The demo company is there. ${howToSignIn()}`);
}

function howToSignIn(): string {
  const last = demoUsername(DEMO_NAMES.length - 1);
  return `Sign in as ${demoUsername(0)} (an admin) … ${last}, password ${DEMO_PASSWORD}.`;
}

demo(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof DemoRefused ? error.message : sayWhy(error));
  process.exitCode = 1;
});
