// The launcher in a folder of its own: a copy of its scripts, a server of three lines, and locks
// that say everything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const server = `
process.on('SIGTERM', () => { console.log('asked to end'); process.exit(7); });
setInterval(() => {}, 1000);
console.log('serving', process.argv.slice(2).join(' '));
`;

type Bundles = { staleBundles: () => string[]; markBuilt: (names: string[]) => () => void };

async function launcherFolder() {
  const folder = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'haru-launch-')));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const put = (path: string, text: string) => {
    fs.mkdirSync(dirname(join(folder, path)), { recursive: true });
    fs.writeFileSync(join(folder, path), text);
  };
  fs.cpSync('scripts/launch', join(folder, 'scripts/launch'), { recursive: true });
  fs.cpSync('scripts/launch.mjs', join(folder, 'scripts/launch.mjs'));
  for (const part of ['.', 'scripts/runtime']) {
    put(`${part}/package-lock.json`, '{}');
    put(`${part}/node_modules/.haru-lock`, createHash('sha256').update('{}').digest('hex'));
  }
  put('server/tasks/tasks.service.ts', '');
  put('server/tasks/tasks.schema.ts', '');
  put('client/main.tsx', '');
  put('dist/server/main.js', server);
  put('dist/client/index.html', '');
  put('dist/package/client.js', '');
  const pinned = join(folder, 'scripts/runtime/node_modules', pinnedName());
  fs.mkdirSync(dirname(pinned), { recursive: true });
  fs.symlinkSync(process.execPath, pinned);
  const bundles: Bundles = await import(join(folder, 'scripts/launch/bundles.mjs'));
  bundles.markBuilt(['server', 'client', 'package'])();
  return { folder, put, bundles };
}

function pinnedName(): string {
  return `node-${process.platform}-${process.arch}/bin/node`;
}

async function run(folder: string, args: string[], whenServing?: (kill: () => void) => void) {
  const { npm_lifecycle_event: _npm, ...env } = process.env;
  const child = spawn(process.execPath, ['scripts/launch.mjs', ...args], { cwd: folder, env });
  let out = '';
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    if (chunk.toString().includes('serving')) whenServing?.(() => child.kill('SIGTERM'));
  });
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const [code] = await once(child, 'close');
  return { code, out, complaint };
}

test('a start with nothing stale serves, passes its arguments on, and ends as the server ends', async () => {
  const { folder } = await launcherFolder();
  const { code, out, complaint } = await run(folder, ['start', '--quiet'], (kill) => kill());
  expect({ code, complaint }).toEqual({ code: 7, complaint: '' });
  expect(out).toBe('serving --quiet\nasked to end\n');
});

test('saving a source makes stale what it goes into, and nothing else', async () => {
  const { put, bundles } = await launcherFolder();
  expect(bundles.staleBundles()).toEqual([]);
  put('server/tasks/tasks.service.ts', 'const changed = 1;');
  expect(bundles.staleBundles()).toEqual(['server', 'package']);
  bundles.markBuilt(['server', 'package'])();
  put('client/new-file.tsx', '');
  expect(bundles.staleBundles()).toEqual(['client']);
  bundles.markBuilt(['client'])();
  put('server/tasks/tasks.schema.ts', 'const shared = 1;');
  expect(bundles.staleBundles()).toEqual(['server', 'client', 'package']);
});

test('a source saved while it is built leaves its bundle stale', async () => {
  const { put, bundles } = await launcherFolder();
  const built = bundles.markBuilt(['client']);
  put('client/main.tsx', 'const later = 1;');
  built();
  expect(bundles.staleBundles()).toEqual(['client']);
});

test('a build that fails is said, and the old server is not started', async () => {
  const { folder, put } = await launcherFolder();
  put('server/tasks/tasks.service.ts', 'changed');
  put('scripts/build.ts', 'process.exit(3);');
  const { code, out, complaint } = await run(folder, ['start']);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(complaint).toMatch(/^Haru could not be built \(.+\); see above\.\n$/);
});

test('a command that does not exist is refused in one sentence', async () => {
  const { folder } = await launcherFolder();
  const { code, complaint } = await run(folder, ['dance']);
  expect(code).toBe(1);
  expect(complaint).toBe('Haru has no command "dance"; package.json lists those it has.\n');
});

test('a lock left by a launcher that is gone does not hold up the next one', async () => {
  const { folder, put } = await launcherFolder();
  put('server/tasks/tasks.service.ts', 'changed');
  put('scripts/build.ts', '');
  const dead = spawn(process.execPath, ['-e', '']);
  await once(dead, 'close');
  put('.cache/launch.lock', String(dead.pid));
  const { code, complaint } = await run(folder, ['start'], (kill) => kill());
  expect(code).toBe(7);
  expect(fs.existsSync(join(folder, '.cache/launch.lock'))).toBe(false);
  expect(complaint).not.toContain('failed');
});
