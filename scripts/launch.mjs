// Starts everything: `node scripts/launch.mjs <command>`. Plain JavaScript for any Node from 18 on,
// importing nothing but Node itself, because it runs before anything is installed. It installs
// what is missing, builds what is stale, and goes on under the Node that Haru is pinned to.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundleNames, markBuilt, staleBundles } from './launch/bundles.mjs';
import { Refusal } from './launch/refusal.mjs';
import { installMissing } from './launch/install.mjs';
import { withLock } from './launch/lock.mjs';
import { root } from './launch/root.mjs';
import { runtime } from './launch/runtime.mjs';
import { become, run } from './launch/spawn.mjs';

const needsBundles = {
  start: ['client', 'server'],
  test: bundleNames,
  bench: ['client', 'server'],
};

async function launch([command, ...args]) {
  const script = join('scripts', `${command}.ts`);
  if (command === undefined || (command !== 'start' && !existsSync(join(root, script)))) {
    throw new Refusal(`Haru has no command "${command ?? ''}"; package.json lists those it has.`);
  }
  await installMissing();
  if (command === 'build') return rebuild(bundleNames);
  if (command in needsBundles) await buildStale(needsBundles[command]);
  return become(runtime().node, [command === 'start' ? 'dist/server/main.js' : script, ...args]);
}

async function buildStale(names) {
  if (staleBundles(names).length === 0) return;
  await withLock(() => rebuild(staleBundles(names)));
}

async function rebuild(names) {
  if (names.length === 0) return;
  const built = markBuilt(names);
  const code = await run(runtime().node, ['scripts/build.ts', ...names]);
  if (code !== 0) throw new Refusal(`Haru could not be built (${names.join(', ')}); see above.`);
  built();
}

try {
  process.chdir(root);
  await launch(process.argv.slice(2));
} catch (error) {
  const isExpected = error instanceof Refusal;
  process.stderr.write(`${isExpected ? error.message : error.stack}\n`);
  process.exitCode = 1;
}
