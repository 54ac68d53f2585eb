import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TIMES = 200;

/** How long this disk takes to say that 4 kB are on it: the median, in milliseconds. */
export function measureFsyncMs(): number {
  const folder = mkdtempSync(join(tmpdir(), 'haru-fsync-'));
  const file = openSync(join(folder, 'file'), 'w');
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    writeSync(file, Buffer.alloc(4096, time));
    const startedMs = performance.now();
    fsyncSync(file);
    times.push(performance.now() - startedMs);
  }
  closeSync(file);
  rmSync(folder, { recursive: true });
  return times.toSorted((a, b) => a - b)[TIMES / 2] ?? 0;
}
