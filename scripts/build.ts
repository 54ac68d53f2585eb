// Builds the bundles named on the command line (server, client, package); all without a name.
import { performance } from 'node:perf_hooks';
import { buildClient } from './build/client.ts';
import { buildPackage } from './build/package.ts';
import { buildServer } from './build/server.ts';

const builders = { server: buildServer, client: buildClient, package: buildPackage };

function isBundle(name: string): name is keyof typeof builders {
  return Object.hasOwn(builders, name);
}

const named = process.argv.slice(2).filter(isBundle);
for (const name of named.length > 0 ? named : Object.keys(builders).filter(isBundle)) {
  const began = performance.now();
  await builders[name]();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stderr.write(`Built the ${name} in ${seconds} s.\n`);
}
