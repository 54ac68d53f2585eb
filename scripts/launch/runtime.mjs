// The Node that Haru runs on: the pinned one where the registry has it, else a new enough own one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Refusal } from './refusal.mjs';
import { root } from './root.mjs';

const OLDEST = [24, 12];
const platforms = {
  'linux-x64': 'bin/node',
  'linux-arm64': 'bin/node',
  'win32-x64': 'bin/node.exe',
};

export const runtimeFolder = join(root, 'scripts', 'runtime');

/** Where the pinned Node lies once it is installed; null on a machine that it is not made for. */
export const pinnedNode = pinnedPath();

export function hasNode() {
  return findNode() !== null;
}

/** The Node to go on under, and the environment in which `node` and the tools are found. */
export function runtime() {
  const node = findNode();
  if (node === null) {
    throw new Refusal(
      `Haru needs Node.js ${OLDEST.join('.')} or newer on this machine ` +
        `(${process.platform} ${process.arch}); this is ${process.versions.node}.`,
    );
  }
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''];
  return { node, path: path.join(delimiter) };
}

/** Asked once, after an installation: a pinned Node that does not start here is said at once. */
export function canRunHere() {
  const { node } = runtime();
  const { status, error } = spawnSync(node, ['--version'], { stdio: 'ignore' });
  if (status === 0) return;
  throw new Refusal(`The Node.js that Haru brings does not run here (${error?.message ?? node}).`);
}

function findNode() {
  if (pinnedNode !== null && existsSync(pinnedNode)) return pinnedNode;
  return isNewEnough(process.versions.node) ? process.execPath : null;
}

function pinnedPath() {
  const key = `${process.platform}-${process.arch}`;
  if (platforms[key] === undefined) return null;
  const name = `node-${key.replace('win32', 'win')}`;
  return join(runtimeFolder, 'node_modules', name, ...platforms[key].split('/'));
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}
