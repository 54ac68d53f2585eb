// Installs the packages and the pinned Node, each from its lock, when the lock is not what is installed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { withLock } from './lock.mjs';
import { Refusal } from './refusal.mjs';
import { root } from './root.mjs';
import { canRunHere, hasNode, pinnedNode, runtimeFolder } from './runtime.mjs';
import { run } from './spawn.mjs';

const packages = { what: 'packages', folder: root };
const node = { what: 'Node.js 24', folder: runtimeFolder };
const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
const whole = ['--include=dev', '--include=optional']; // also where NODE_ENV is production
const ciFlags = ['ci', '--ignore-scripts', ...whole, ...quiet];

export async function installMissing() {
  if (missing().length === 0) return;
  await withLock(async () => {
    const parts = missing();
    if (parts.length === 0) return;
    const names = parts.map((part) => part.what).join(' and ');
    process.stderr.write(`Installing ${names} (only this once, about a minute) ...\n`);
    await Promise.all(parts.map(install));
  });
  canRunHere();
}

function missing() {
  const parts = pinnedNode === null ? [packages] : [packages, node];
  return parts.filter((part) => !isInstalled(part));
}

async function install(part) {
  const [command, ...first] = npm();
  const code = await run(command, [...first, ...ciFlags], { cwd: part.folder, isQuiet: true });
  if (code === 'ENOENT')
    throw new Refusal('Haru needs npm to install itself, and there is none on the PATH.');
  // An optional package that cannot be fetched is no error to npm.
  if (code !== 0 || (part === node && !hasNode())) {
    throw new Refusal(
      `The ${part.what} could not be installed: npm ended with ${code}, its words are above.`,
    );
  }
  stamp(part);
}

/** The npm that started us, so that its version and settings stay; else the one on the PATH. */
function npm() {
  const path = process.env.npm_execpath;
  if (path !== undefined && basename(path) === 'npm-cli.js') return [process.execPath, path];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

function isInstalled(part) {
  if (part === node && !hasNode()) return false;
  const stampPath = join(part.folder, 'node_modules', '.haru-lock');
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === lockHash(part)) return true;
  if (!hasEveryPackage(part)) return false;
  stamp(part);
  return true;
}

function stamp(part) {
  mkdirSync(join(part.folder, 'node_modules'), { recursive: true });
  writeFileSync(join(part.folder, 'node_modules', '.haru-lock'), lockHash(part));
}

function lockHash(part) {
  return createHash('sha256')
    .update(readFileSync(join(part.folder, 'package-lock.json')))
    .digest('hex');
}

/** True when somebody's own `npm install` already left exactly what the lock says. */
function hasEveryPackage(part) {
  const hidden = join(part.folder, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(join(part.folder, 'package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const isRight = ([path, entry]) => {
    if (path === '') return true;
    if (found[path] === undefined) return entry.optional === true && !isForThisMachine(entry);
    return found[path].version === entry.version;
  };
  return Object.entries(wanted).every(isRight);
}

function isForThisMachine(entry) {
  const isListed = (list, own) => list === undefined || list.includes(own);
  return (
    entry.libc === undefined &&
    isListed(entry.os, process.platform) &&
    isListed(entry.cpu, process.arch)
  );
}
