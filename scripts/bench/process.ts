// The bundled process: how soon it answers, and the memory it takes when nothing happens.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBundle } from './bundle.ts';
import type { Row } from './report.ts';

const STARTS = 5;
const IDLE_AFTER_MS = 5_000;

export async function measureProcess(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'haru-bench-'));
  const starts: number[] = [];
  let idleMb = 0;
  for (let run = 0; run <= STARTS; run += 1) {
    await using bundle = await startBundle(dataDir);
    if (run > 0) starts.push(bundle.readyMs); // the first one makes the database
    if (run < STARTS) continue;
    await new Promise((resolve) => setTimeout(resolve, IDLE_AFTER_MS));
    idleMb = bundle.rssMb();
  }
  rmSync(dataDir, { recursive: true, force: true });
  const readyMs = starts.toSorted((a, b) => a - b)[Math.floor(STARTS / 2)] ?? 0;
  return [
    {
      what: `bundled process: start to /readyz, median of ${STARTS}`,
      haru: `${Math.round(readyMs)} ms`,
      baseline: '',
      value: readyMs,
      unit: 'ms',
      wanted: '≤ 500 ms',
      isMet: (ms) => ms <= 500,
    },
    {
      what: 'bundled process: memory, idle',
      haru: `${Math.round(idleMb)} MB`,
      baseline: '',
      value: idleMb,
      unit: 'MB',
      wanted: '≤ 90 MB',
      isMet: (mb) => mb <= 90,
    },
  ];
}
