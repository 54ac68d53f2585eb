// The bundled process as `npm start` runs it: how soon it answers, and the memory it takes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import type { Row } from './report.ts';

const STARTS = 5;
const IDLE_AFTER_MS = 5_000;

export async function measureProcess(): Promise<Row[]> {
  const starts: number[] = [];
  const idle: number[] = [];
  for (let run = 0; run < STARTS; run += 1) {
    const { readyMs, idleMb } = await startOnce(run === STARTS - 1);
    starts.push(readyMs);
    if (idleMb !== null) idle.push(idleMb);
  }
  const ready = starts.toSorted((a, b) => a - b)[Math.floor(STARTS / 2)] ?? 0;
  const memory = idle[0] ?? null;
  return [
    {
      what: 'bundled process: start to /readyz, median of 5',
      haru: `${Math.round(ready)} ms`,
      baseline: '',
      ratio: ready / 1000,
      wanted: '≤ 0.5 s',
      isMet: (seconds) => seconds <= 0.5,
    },
    {
      what: 'bundled process: memory, idle',
      haru: `${memory?.toFixed(0) ?? '?'} MB`,
      baseline: '',
      ratio: memory,
      wanted: '≤ 90 MB',
      isMet: (mb) => mb <= 90,
    },
  ];
}

/** On a database that is already there, as a second start is. */
async function startOnce(
  isMemoryWanted: boolean,
): Promise<{ readyMs: number; idleMb: number | null }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'haru-bench-'));
  const port = await freePort();
  const start = () =>
    spawn(process.execPath, ['dist/server/main.js'], {
      stdio: 'ignore',
      env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error' },
    });
  const first = start();
  await ready(port);
  first.kill('SIGTERM');
  await once(first, 'close');
  const startedMs = performance.now();
  const second = start();
  await ready(port);
  const readyMs = performance.now() - startedMs;
  let idleMb: number | null = null;
  if (isMemoryWanted) {
    await new Promise((resolve) => setTimeout(resolve, IDLE_AFTER_MS));
    idleMb = rssMb(second.pid);
  }
  second.kill('SIGTERM');
  await once(second, 'close');
  rmSync(dataDir, { recursive: true, force: true });
  return { readyMs, idleMb };
}

async function ready(port: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Linux only; elsewhere null. */
function rssMb(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1000;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
