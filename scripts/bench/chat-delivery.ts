// From sending a message until it has reached the others in its room, with so many people connected; the bundled process.
import { startBundle } from './bundle.ts';
import { startChild } from './child.ts';
import { prepareOffice } from './office.ts';
import type { Row } from './report.ts';

export type Delivered = { p50Ms: number; p99Ms: number; seen: number };

export async function measureDelivery(ms: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of [40, 400]) {
    const { dataDir, people } = await prepareOffice(size);
    await using server = await startBundle(dataDir);
    await using clients = await startChild('chat-clients.ts');
    const { port } = server;
    await clients.ask({ do: 'connect', port, people });
    await clients.ask({ do: 'run', port, people, ms: 2_000 });
    const found = await clients.ask<Delivered>({ do: 'run', port, people, ms });
    const isForty = size === 40;
    rows.push({
      what: `send → others' screens, ${size} connected, rooms of 40, 4 messages a second (${found.seen} seen)`,
      haru: `p50 ${found.p50Ms.toFixed(1)}, p99 ${found.p99Ms.toFixed(1)} ms`,
      baseline: 'polling every 5 s: 2,500 / 4,950 ms by arithmetic',
      value: found.p99Ms,
      unit: 'ms',
      wanted: isForty ? 'p99 ≤ 20 ms' : '',
      isMet: (value) => value <= 20,
    });
  }
  return rows;
}
