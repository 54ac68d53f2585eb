// The people of a busy minute. Live: each listens to changes and counts. Polling: each asks for counts and tasks every
// five seconds. Both times somebody writes a message and changes a task every so often, over HTTP.
import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';
import { newId } from '#server/new-id.ts';
import { answer } from './child.ts';
import type { BenchPerson } from './office.ts';

const POLL_EVERY_MS = 5_000;
const agent = new Agent({ keepAlive: true, maxSockets: 512 });
const seenMs: number[] = [];
const sentAtMs = new Map<string, number>();
let bytes = 0;
let sockets: WebSocket[] = [];

const SUBSCRIPTIONS = ['live.onChange', 'nav.onCounts'].map((path, at) =>
  JSON.stringify({
    id: at + 1,
    method: 'subscription',
    params: { path, input: { json: null, meta: { values: ['undefined'], v: 1 } } },
  }),
);

answer({
  async connect({ port, people }) {
    sockets = (people as BenchPerson[]).map((person) => open(Number(port), person));
    await Promise.all(
      sockets.map(
        (socket) =>
          new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject)),
      ),
    );
    for (const socket of sockets) for (const text of SUBSCRIPTIONS) socket.send(text);
  },
  async run({ port, people, ms, writesPerSecond, isPolling }) {
    const list = people as BenchPerson[];
    bytes = 0;
    seenMs.length = 0;
    const until = performance.now() + Number(ms);
    const jobs = [
      write({ port: Number(port), people: list, until, everyMs: 1000 / Number(writesPerSecond) }),
    ];
    if (isPolling === true)
      jobs.push(
        ...list.map((person, at) =>
          poll({ port: Number(port), person, until, delayMs: (POLL_EVERY_MS * at) / list.length }),
        ),
      );
    await Promise.all(jobs);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const sorted = seenMs.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? null;
    return { p50Ms: at(0.5), p99Ms: at(0.99), seen: sorted.length, bytes };
  },
  close: () => {
    for (const socket of sockets) socket.terminate();
  },
});

function open(port: number, person: BenchPerson): WebSocket {
  const headers = { cookie: person.cookie, origin: `http://127.0.0.1:${port}` };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers, perMessageDeflate: false });
  socket.on('message', (data: Buffer) => {
    bytes += data.length;
    const text = data.toString();
    for (const [, mutationId] of text.matchAll(/"mutationId":"([^"]+)"/g)) {
      const sentAt = sentAtMs.get(mutationId ?? '');
      if (sentAt !== undefined) seenMs.push(performance.now() - sentAt);
    }
  });
  return socket;
}

type Writing = { port: number; people: BenchPerson[]; until: number; everyMs: number };

/** A message and a task change, each `1000 / everyMs` times a second; the writers take turns. */
async function write({ port, people, until, everyMs }: Writing): Promise<void> {
  const tasks = new Map<string, { id: string; version: number }>();
  for (let turn = 0; performance.now() < until; turn += 1) {
    const startedMs = performance.now();
    const person = people[turn % people.length];
    if (person === undefined) return;
    const task = tasks.get(person.id) ?? { id: newId(), version: 0 };
    const message = call({
      port,
      person,
      path: 'chat.send',
      input: { id: newId(), roomId: person.roomId, body: '확인했어요. 바로 볼게요.' },
    });
    const change =
      task.version === 0
        ? call({
            port,
            person,
            path: 'tasks.create',
            input: { id: task.id, title: '거래처 견적서 보내기', teamId: person.teamId },
          })
        : call({
            port,
            person,
            path: 'tasks.update',
            input: {
              id: task.id,
              version: task.version,
              patch: { title: `거래처 견적서 보내기 ${turn}` },
            },
          });
    await Promise.all([message, change]);
    tasks.set(person.id, { id: task.id, version: task.version + 1 });
    await new Promise((resolve) =>
      setTimeout(resolve, Math.max(0, everyMs - (performance.now() - startedMs))),
    );
  }
}

type Polling = { port: number; person: BenchPerson; until: number; delayMs: number };

async function poll({ port, person, until, delayMs }: Polling): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  while (performance.now() < until) {
    const startedMs = performance.now();
    bytes += await get(port, '/trpc/nav.counts', person.cookie);
    bytes += await get(port, '/trpc/tasks.list', person.cookie);
    await new Promise((resolve) =>
      setTimeout(resolve, POLL_EVERY_MS - (performance.now() - startedMs)),
    );
  }
}

type Call = { port: number; person: BenchPerson; path: string; input: Record<string, unknown> };

function call({ port, person, path, input }: Call): Promise<number> {
  const mutationId = newId();
  sentAtMs.set(mutationId, performance.now());
  const body = JSON.stringify({ json: { ...input, mutationId } });
  const headers = {
    cookie: person.cookie,
    origin: `http://127.0.0.1:${port}`,
    'content-type': 'application/json',
  };
  return ask({ port, path: `/trpc/${path}`, method: 'POST', headers }, body);
}

function get(port: number, path: string, cookie: string): Promise<number> {
  return ask({ port, path, method: 'GET', headers: { cookie } });
}

function ask(
  options: { port: number; path: string; method: string; headers: Record<string, string> },
  body?: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', agent, ...options }, (res) => {
      let size = 0;
      res.on('data', (chunk: Buffer) => (size += chunk.length));
      res.on('end', () =>
        res.statusCode === 200
          ? resolve(size)
          : reject(new Error(`${options.path} answered ${res.statusCode}`)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
