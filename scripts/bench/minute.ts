// A busy minute of 40 and of 400 people: live, and the same people polling every five seconds.
import { type Cost, startChild } from './child.ts';
import type { BenchPerson } from './office.ts';
import type { Row } from './report.ts';

type Where = { port: number; people: BenchPerson[] };
type Seen = { p50Ms: number | null; p99Ms: number | null; seen: number; bytes: number };
type Minute = Seen & Cost;

export async function measureMinutes(ms: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [size, writesPerSecond] of [
    [40, 1],
    [400, 10],
  ] as const) {
    const live = await minute({ size, writesPerSecond, ms, isPolling: false });
    const polling = await minute({ size, writesPerSecond, ms, isPolling: true });
    rows.push(...rowsOf({ size, live, polling, ms }));
  }
  return rows;
}

function rowsOf({
  size,
  live,
  polling,
  ms,
}: {
  size: number;
  live: Minute;
  polling: Minute;
  ms: number;
}): Row[] {
  const perSecond = (minute: Minute) =>
    `${((minute.cpuMs / ms) * 100).toFixed(1)} % CPU, ${Math.round(minute.rssMb)} MB, ${(minute.bytes / ms).toFixed(1)} kB/s`;
  const p99 = live.p99Ms ?? Number.POSITIVE_INFINITY;
  return [
    {
      what: `${size} people: change → their clients, p50 / p99 (${live.seen} seen)`,
      haru: `${live.p50Ms?.toFixed(1)} / ${p99.toFixed(1)} ms`,
      baseline: 'polling every 5 s: 2,500 / 4,950 ms by arithmetic',
      ratio: size === 40 ? p99 : null,
      wanted: size === 40 ? 'p99 ≤ 20 ms' : '',
      isMet: (value) => value <= 20,
    },
    {
      what: `${size} people: cost of the server`,
      haru: perSecond(live),
      baseline: `polling ${perSecond(polling)}`,
      ratio: live.cpuMs / polling.cpuMs,
      wanted: size === 400 ? 'CPU ≤ 0.33' : '',
      isMet: (ratio) => size !== 400 || ratio <= 1 / 3,
    },
  ];
}

async function minute({
  size,
  writesPerSecond,
  ms,
  isPolling,
}: {
  size: number;
  writesPerSecond: number;
  ms: number;
  isPolling: boolean;
}): Promise<Minute> {
  await using server = await startChild('minute-server.ts', [String(size)]);
  await using clients = await startChild('minute-clients.ts');
  const { port, people } = await server.ask<Where>({ do: 'where' });
  if (!isPolling) await clients.ask({ do: 'connect', port, people });
  await clients.ask<Seen>({ do: 'run', port, people, ms: 5_000, writesPerSecond, isPolling });
  await server.ask({ do: 'resetCost' });
  const seen = await clients.ask<Seen>({ do: 'run', port, people, ms, writesPerSecond, isPolling });
  return { ...seen, ...(await server.ask<Cost>({ do: 'cost' })) };
}
