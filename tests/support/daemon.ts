import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Service } from './services.ts';

export type IsUp = (url: string) => Promise<boolean>;

type Daemon = {
  command: string;
  args: string[];
  user: { uid: number; gid: number } | null;
  folder: string;
  url: string;
  how: string;
  isUp: IsUp;
};

const UP_WITHIN_MS = 15_000;
const LOOK_AGAIN_MS = 50;

/** A child that ends with this process, and whose folder goes with it. */
export async function startDaemon(daemon: Daemon): Promise<Service> {
  const { command, args, user, folder, url, how } = daemon;
  const child = spawn(command, args, { ...user, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const listen = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000));
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const ended = once(child, 'exit');
  const endNow = () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', endNow);
  const stop = async () => {
    process.off('exit', endNow);
    if (child.exitCode === null) child.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let waitedMs = 0; waitedMs < UP_WITHIN_MS; waitedMs += LOOK_AGAIN_MS) {
    if (child.exitCode !== null) break;
    if (await daemon.isUp(url)) return { url, how, stop };
    await sleep(LOOK_AGAIN_MS);
  }
  await stop();
  throw new Error(`${command} did not start: ${said}`);
}

export function temporaryFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `haru-${name}-`));
}
