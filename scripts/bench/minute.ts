// A busy minute of 40 and of 400 people: live, and the same people polling every five seconds; the bundled process.
import { startBundle } from './bundle.ts';
import { startChild } from './child.ts';
import { type BenchPerson, prepareOffice } from './office.ts';
import type { Row } from './report.ts';

const MEMORY_AFTER_MS = 15_000;

type Seen = { p50Ms: number | null; p99Ms: number | null; seen: number; bytes: number };
type Minute = Seen & { cpuMs: number; rssMb: number; restMb: number };
type Plan = { size: number; writesPerSecond: number; ms: number };

export async function measureMinutes(ms: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const plan of [
    { size: 40, writesPerSecond: 1, ms },
    { size: 400, writesPerSecond: 1, ms },
    { size: 400, writesPerSecond: 10, ms },
  ]) {
    const live = await minute(plan, false);
    const polling = await minute(plan, true);
    rows.push(...rowsOf(plan, live, polling));
  }
  return rows;
}

function rowsOf({ size, writesPerSecond, ms }: Plan, live: Minute, polling: Minute): Row[] {
  const cost = (one: Minute) =>
    `${((one.cpuMs / ms) * 100).toFixed(1)} % CPU, ${Math.round(one.rssMb)} MB, ${(one.bytes / ms).toFixed(1)} kB/s`;
  const p99Ms = live.p99Ms ?? Number.POSITIVE_INFINITY;
  const isForty = size === 40;
  const who = `${size} people, ${writesPerSecond} message and ${writesPerSecond} task change a second`;
  const rows: Row[] = [
    {
      what: `${who}: change → other clients, p50 / p99 (${live.seen} seen)`,
      haru: `${live.p50Ms?.toFixed(1)} / ${p99Ms.toFixed(1)} ms`,
      baseline: 'polling every 5 s: 2,500 / 4,950 ms by arithmetic',
      value: p99Ms,
      unit: 'ms',
      wanted: isForty ? 'p99 ≤ 20 ms' : '',
      isMet: (value) => value <= 20,
    },
    {
      what: `${who}: the server's CPU, memory and bytes`,
      haru: cost(live),
      baseline: `polling ${cost(polling)}`,
      value: live.cpuMs / polling.cpuMs,
      unit: '×',
      wanted: isForty ? '' : 'CPU ≤ 0.33',
      isMet: (ratio) => ratio <= 1 / 3,
    },
  ];
  if (isForty) rows.push(restRow(live.restMb));
  return rows;
}

function restRow(mb: number): Row {
  return {
    what: 'memory 15 s after the minute of 40',
    haru: `${Math.round(mb)} MB`,
    baseline: '',
    value: mb,
    unit: 'MB',
    wanted: '≤ 120 MB',
    isMet: (value) => value <= 120,
  };
}

async function minute({ size, writesPerSecond, ms }: Plan, isPolling: boolean): Promise<Minute> {
  const { dataDir, people } = await prepareOffice(size);
  await using server = await startBundle(dataDir);
  await using clients = await startChild('minute-clients.ts');
  const { port } = server;
  const run = (forMs: number) =>
    clients.ask<Seen>({ do: 'run', port, people, ms: forMs, writesPerSecond, isPolling });
  if (!isPolling) await connect(clients, { port, people });
  await run(5_000);
  const before = server.cpuMs();
  const seen = await run(ms);
  const cpuMs = server.cpuMs() - before;
  const rssMb = server.rssMb();
  if (size === 40 && !isPolling)
    await new Promise((resolve) => setTimeout(resolve, MEMORY_AFTER_MS));
  return { ...seen, cpuMs, rssMb, restMb: server.rssMb() };
}

async function connect(
  clients: Awaited<ReturnType<typeof startChild>>,
  where: { port: number; people: BenchPerson[] },
): Promise<void> {
  await clients.ask({ do: 'connect', ...where });
}
