// The bundled server as its own process, as `npm start` runs it, and what the kernel says it has cost.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { freePort } from './free-port.ts';

/** How long a clock tick of /proc is. */
const TICK_MS = 10;

export type Bundle = {
  port: number;
  readyMs: number;
  /** CPU time so far, and memory now; Linux only, elsewhere NaN. */
  cpuMs(): number;
  rssMb(): number;
  [Symbol.asyncDispose](): Promise<void>;
};

export async function startBundle(dataDir: string): Promise<Bundle> {
  const port = await freePort();
  const startedMs = performance.now();
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    stdio: 'ignore',
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error' },
  });
  const closed = once(child, 'close');
  await ready(port);
  const readyMs = performance.now() - startedMs;
  return {
    port,
    readyMs,
    cpuMs: () => {
      const fields = procFile(child.pid, 'stat').split(') ').at(-1)?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    },
    rssMb: () => Number(/VmRSS:\s+(\d+) kB/.exec(procFile(child.pid, 'status'))?.[1]) / 1000,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await closed;
    },
  };
}

async function ready(port: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function procFile(pid: number | undefined, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}
