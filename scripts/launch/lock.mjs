// One installer or builder at a time: two `npm start` in one folder must not write over each other.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './refusal.mjs';
import { root } from './root.mjs';

const folder = join(root, '.cache');
const path = join(folder, 'launch.lock');
const LOOK_AGAIN_MS = 200;
const ABANDONED_MS = 20 * 60_000;

export async function withLock(job) {
  let hasSaid = false;
  while (!take()) {
    if (!hasSaid)
      process.stderr.write('Another Haru is installing or building here; waiting for it.\n');
    hasSaid = true;
    await sleep(LOOK_AGAIN_MS);
  }
  process.once('exit', release);
  try {
    return await job();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take() {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw new Refusal(`Haru cannot write in its own folder ${root} (${error.code}).`);
    }
    if (isAbandoned()) release();
    return false;
  }
}

function release() {
  rmSync(path, { force: true });
}

function isAbandoned() {
  try {
    if (Date.now() - statSync(path).mtimeMs > ABANDONED_MS) return true;
    const pid = Number(readFileSync(path, 'utf8'));
    if (pid > 0) process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH'; // the process that held it is gone
  }
}
