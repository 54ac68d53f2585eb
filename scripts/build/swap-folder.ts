import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Lets `fill` write into a fresh folder, which then takes the place of `target` in one step. */
export async function swapFolder(target: string, fill: (folder: string) => Promise<void>) {
  const fresh = `${target}.${process.pid}.new`;
  const old = `${target}.${process.pid}.old`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await fill(fresh);
    await rename(target, old).catch(ignoreMissing);
    await rename(fresh, target);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

function ignoreMissing(error: NodeJS.ErrnoException) {
  if (error.code !== 'ENOENT') throw error;
}
