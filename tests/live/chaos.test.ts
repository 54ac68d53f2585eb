// Everything that goes wrong at once: lines cut between two writes, a server killed and started again, answers that
// arrive late, and a log that no longer reaches back. At the end nothing is lost, nothing came twice, no row ever went
// back in time, and every screen is what a fresh answer says.
import { expect, test } from 'vitest';
import type { Db } from '#db/database.ts';
import { pruneEvents } from '#db/prune.ts';
import { seqOf } from '#client/live/position.ts';
import { type Api, apiOf, BusyWriters } from '#tests/support/busy-writers.ts';
import { type Company, foundCompany } from '#tests/support/company.ts';
import { testDatabase } from '#tests/support/database.ts';
import { killableServer } from '#tests/support/killable-server.ts';
import { LiveClient } from '#tests/support/live-client.ts';
import { randomOf } from '#tests/support/random-of.ts';
import { screen } from '#tests/support/screens.ts';

const CLIENTS = 20;
const WRITERS = 4;
const ROUNDS = 4;
/** Acts between one trouble and the next. */
const STINT = 40;
const KEPT_EVENTS = 10;
const SEED = 20_261_122;

test('twenty people see the same office, whatever breaks', { timeout: 120_000 }, async () => {
  await using base = await testDatabase();
  const company = await foundCompany(base.db, CLIENTS);
  await using server = await killableServer(base.url);
  const apis = company.colleagues.map((who) => apiOf(server.origin, who));
  const writers = new BusyWriters(apis.slice(0, WRITERS), company, SEED);
  await writers.work(20);
  await using open = new AsyncDisposableStack();
  const clients = await Promise.all(
    company.colleagues.map((who) => LiveClient.open(server.origin, who, queriesOf(company))),
  );
  open.defer(() => Promise.all(clients.map((client) => client.close())).then(() => {}));
  const calm = disturb(clients);
  for (let round = 0; round < ROUNDS; round += 1) {
    await writers.work(STINT);
    const away = clients.slice(round * 5, round * 5 + 5);
    for (const client of away) client.cut();
    await writers.work(STINT);
    const restarted = server.kill().then(() => server.restart());
    await writers.work(STINT);
    await restarted;
    await prune(base.db);
    for (const client of away) client.mend();
  }
  calm();
  await settle(clients, seqOf(await writers.finish()));
  expect(clients.flatMap(({ faults }) => faults)).toEqual([]);
  for (const [at, client] of clients.entries()) await expectCurrent(client, apis[at]);
  expect(new Set(writers.said).size).toBe(writers.lastNo);
  expect(server.said()).toBe('');
  expectTrouble(clients, writers);
});

function queriesOf({ roomId, teamId, colleagues }: Company) {
  return [
    screen('tasks.list', { sort: 'updated', limit: 200 }),
    screen('tasks.list', { teamId, status: ['doing'], limit: 200 }),
    screen('tasks.list', { assigneeId: colleagues[0]?.viewer.id, limit: 200 }),
    screen('chat.rooms', undefined),
    screen('chat.room', { id: roomId }),
    screen('chat.messages', { roomId, limit: 200 }),
    screen('promotions.list', { limit: 200 }),
    screen('promotions.filters', undefined),
  ];
}

/** Until it is told to stop: somebody's line breaks, or somebody asks again for what they have. */
function disturb(clients: LiveClient[]): () => void {
  const random = randomOf(SEED);
  const tens = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const timer = setInterval(() => {
    const client = random.of(clients);
    if (random.of(tens) === 0) client.cut(30);
    else client.refetch(random.of(tens));
  }, 15);
  return () => clearInterval(timer);
}

async function prune(db: Db): Promise<void> {
  await pruneEvents(db, {
    olderThan: new Date(0),
    keepRows: KEPT_EVENTS,
    keepBytes: Number.POSITIVE_INFINITY,
  });
}

async function settle(clients: LiveClient[], head: number): Promise<void> {
  for (const client of clients) client.mend();
  const isDone = (client: LiveClient) => client.cursor >= head && client.isQuiet;
  await expect
    .poll(() => clients.filter((client) => !isDone(client)).length, { timeout: 30_000 })
    .toBe(0);
}

async function expectCurrent(client: LiveClient, api: Api | undefined): Promise<void> {
  for (const { path, input, answer } of client.shown()) {
    const procedure = path
      .split('.')
      .reduce<unknown>((router, name) => (router as Record<string, unknown>)[name], api);
    const fresh = await (procedure as { query(input: unknown): Promise<object> }).query(input);
    expect({ ...answer, asOf: null }, path).toEqual({ ...fresh, asOf: null });
  }
}

/** The trouble was real. */
function expectTrouble(clients: LiveClient[], writers: BusyWriters): void {
  const sum = (count: (client: LiveClient) => number) =>
    clients.reduce((total, client) => total + count(client), 0);
  expect(writers.retries).toBeGreaterThan(0);
  expect(sum(({ seen }) => seen.events)).toBeGreaterThan(2_000);
  expect(sum(({ seen }) => seen.cuts)).toBeGreaterThan(20);
  expect(sum(({ seen }) => seen.refetches)).toBeGreaterThan(100);
  expect(sum(({ seen }) => seen.resyncs)).toBeGreaterThan(0);
}
