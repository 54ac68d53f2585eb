// The people of chat-delivery.ts: each listens, and takes turns in saying something. What counts is when a message reaches
// the others, not its author.
import { WebSocket } from 'ws';
import { newId } from '#server/new-id.ts';
import type { Delivered } from './chat-delivery.ts';
import { answer } from './child.ts';
import type { BenchPerson } from './office.ts';

const EVERY_MS = 250;
const LISTEN = JSON.stringify({
  id: 1,
  method: 'subscription',
  params: { path: 'live.onChange', input: { json: null, meta: { values: ['undefined'], v: 1 } } },
});

const sentBy = new Map<string, { authorId: string; atMs: number }>();
const tookMs: number[] = [];

answer({
  async connect({ port, people }) {
    const sockets = (people as BenchPerson[]).map((person) => listen(Number(port), person));
    await Promise.all(sockets);
  },
  async run({ port, people, ms }): Promise<Delivered> {
    const list = people as BenchPerson[];
    tookMs.length = 0;
    const until = performance.now() + Number(ms);
    for (let turn = 0; performance.now() < until; turn += 1) {
      const started = performance.now();
      const person = list[(turn * 13) % list.length];
      if (person !== undefined) await say(Number(port), person);
      const rest = EVERY_MS - (performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, rest)));
    }
    const sorted = tookMs.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? NaN;
    return { p50Ms: at(0.5), p99Ms: at(0.99), seen: sorted.length };
  },
});

function listen(port: number, person: BenchPerson): Promise<void> {
  const headers = { cookie: person.cookie, origin: `http://127.0.0.1:${port}` };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers, perMessageDeflate: false });
  socket.on('message', (data: Buffer) => {
    const nowMs = performance.now();
    for (const [, mutationId = ''] of data.toString().matchAll(/"mutationId":"([^"]+)"/g)) {
      const sent = sentBy.get(mutationId);
      if (sent !== undefined && sent.authorId !== person.id) tookMs.push(nowMs - sent.atMs);
    }
  });
  return new Promise((resolve, reject) => {
    socket.once('error', reject).once('open', () => {
      socket.send(LISTEN);
      resolve();
    });
  });
}

async function say(port: number, person: BenchPerson): Promise<void> {
  const mutationId = newId();
  const body = { id: newId(), roomId: person.roomId, body: '확인했어요. 바로 볼게요.', mutationId };
  sentBy.set(mutationId, { authorId: person.id, atMs: performance.now() });
  const { status } = await fetch(`http://127.0.0.1:${port}/trpc/chat.send`, {
    method: 'POST',
    headers: {
      cookie: person.cookie,
      origin: `http://127.0.0.1:${port}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ json: body }),
  });
  if (status !== 200) throw new Error(`chat.send answered ${status}`);
}
