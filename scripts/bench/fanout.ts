// What it costs the server to tell 400 people something, beside a bare `ws` that sends them the same bytes.
import { type Child, type Cost, startChild } from './child.ts';
import type { Row } from './report.ts';

const SUBSCRIBERS = 400;
const ROUNDS = 150;
const WARM_UP_ROUNDS = 50;

type Where = { port: number; cookies: string[] };
type Counted = { frames: number; events: number; lastFrame: string };

export async function measureFanout(): Promise<Row[]> {
  const haru = { single: await cpuPerEvent('haru', 1), burst: await cpuPerEvent('haru', 10) };
  const bare = {
    single: await cpuPerEvent('bare', 1, haru.single.frame),
    burst: await cpuPerEvent('bare', 10, haru.single.frame),
  };
  return [
    {
      what: `CPU per delivered event, ${SUBSCRIBERS} subscribers, single`,
      haru: `${haru.single.microseconds.toFixed(1)} µs`,
      baseline: `bare ws ${bare.single.microseconds.toFixed(1)} µs`,
      value: haru.single.microseconds / bare.single.microseconds,
      unit: '×',
      wanted: '≤ 3',
      isMet: (ratio) => ratio <= 3,
    },
    {
      what: 'the same, bursts of 10',
      haru: `${haru.burst.microseconds.toFixed(1)} µs`,
      baseline: `bare ws ${bare.burst.microseconds.toFixed(1)} µs`,
      value: haru.burst.microseconds / bare.burst.microseconds,
      unit: '×',
      wanted: '≤ 1',
      isMet: (ratio) => ratio <= 1,
    },
  ];
}

/** Closed loop: the next event goes out when everybody has the last one. */
async function cpuPerEvent(
  kind: 'haru' | 'bare',
  burst: number,
  text = '',
): Promise<{ microseconds: number; frame: string }> {
  await using server = await startChild('fanout-server.ts', [kind, String(SUBSCRIBERS)]);
  await using clients = await startChild('fanout-clients.ts');
  const { port, cookies } = await server.ask<Where>({ do: 'where' });
  await clients.ask({ do: 'connect', port, cookies, count: SUBSCRIBERS, isHaru: kind === 'haru' });
  await until(async () => (await server.ask<number>({ do: 'connected' })) >= SUBSCRIBERS);
  const publish = (rounds: number) => publishRounds({ server, clients, burst, text, rounds });
  await publish(WARM_UP_ROUNDS);
  await server.ask({ do: 'resetCost' });
  await publish(ROUNDS);
  const { cpuMs } = await server.ask<Cost>({ do: 'cost' });
  const { lastFrame } = await clients.ask<Counted>({ do: 'count' });
  return { microseconds: (cpuMs * 1000) / (ROUNDS * burst * SUBSCRIBERS), frame: lastFrame };
}

type Rounds = { server: Child; clients: Child; burst: number; text: string; rounds: number };

async function publishRounds({ server, clients, burst, text, rounds }: Rounds): Promise<void> {
  let expected = (await clients.ask<Counted>({ do: 'count' })).events;
  for (let round = 0; round < rounds; round += 1) {
    await server.ask({ do: 'publish', count: burst, text });
    expected += burst * SUBSCRIBERS;
    await until(async () => (await clients.ask<Counted>({ do: 'count' })).events >= expected);
  }
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error('the clients did not get what was sent');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
