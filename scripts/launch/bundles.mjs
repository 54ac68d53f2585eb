// Which bundles are stale. A bundle is fresh while the names, sizes and times of its sources are
// those it was built from; nothing is read but their stats, so that a start stays quick.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const bundles = {
  server: { output: 'server/main.js', sources: ['db', 'server'] },
  client: { output: 'client/index.html', sources: ['client', 'server'] },
  package: {
    output: 'package/client.js',
    sources: ['scripts/client', 'client/api', 'server', 'db'],
  },
};
const everySource = ['scripts/build.ts', 'scripts/build', 'package-lock.json', 'tsconfig.json'];
const ignored = new Set(['migrations', 'node_modules']);
const shipsToTheBrowser = /^server\/.*\.(schema|policy)\.ts$/;

export const bundleNames = Object.keys(bundles);

export function staleBundles(names = bundleNames) {
  return names.filter((name) => {
    const stamp = stampPath(name);
    const isBuilt = existsSync(join(root, 'dist', bundles[name].output)) && existsSync(stamp);
    return !isBuilt || readFileSync(stamp, 'utf8') !== fingerprint(name);
  });
}

/** Takes the fingerprints before a build; the returned function writes them down after it. */
export function markBuilt(names) {
  const prints = names.map((name) => [name, fingerprint(name)]);
  return () => {
    mkdirSync(join(root, 'dist', '.built'), { recursive: true });
    for (const [name, print] of prints) writeFileSync(stampPath(name), print);
  };
}

function stampPath(name) {
  return join(root, 'dist', '.built', name);
}

function fingerprint(name) {
  const hash = createHash('sha1');
  for (const source of [...bundles[name].sources, ...everySource]) {
    for (const line of statsOf(source)) {
      const isOnlyTypes = name === 'client' && line.startsWith('server/');
      if (!isOnlyTypes || shipsToTheBrowser.test(line.split('\n')[0])) hash.update(line);
    }
  }
  return hash.digest('hex');
}

function statsOf(path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [`${path}\n${stat.size}\n${stat.mtimeMs}\n`];
  const names = readdirSync(join(root, path)).sort();
  return names.filter((name) => !ignored.has(name)).flatMap((name) => statsOf(`${path}/${name}`));
}
