import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createClient, type HaruClient, refusalOf } from '#scripts/client/client.ts';
import { newId } from '#server/new-id.ts';
import { demoServer } from '#tests/support/demo-server.ts';
import { freePort } from '#tests/support/free-port.ts';
import { startNode } from '#tests/support/run-node.ts';
import { servedApp } from '#tests/support/served-app.ts';

async function office() {
  const app = await servedApp();
  onTestFinished(() => app[Symbol.asyncDispose]());
  const { viewer } = await app.signedIn('minsu', 'admin');
  const token = (await app.token(viewer)).replace('Bearer ', '');
  const haru = client(app.origin, token);
  const team = await haru.admin.teams.create.mutate({ id: newId(), name: '영업팀' });
  return { app, viewer, token, haru, teamId: team.item.id };
}

function client(url: string, token: string, onEnded?: (reason: string) => void): HaruClient {
  const haru = createClient({ url, token, ...(onEnded === undefined ? {} : { onEnded }) });
  onTestFinished(() => haru.close());
  return haru;
}

test('a script creates a task and reads it back, with dates as dates', async () => {
  const { haru, teamId } = await office();
  const id = newId();
  const dueAt = new Date('2030-01-02T03:00:00Z');
  await haru.tasks.create.mutate({ id, title: '견적서 보내기', teamId, dueAt });
  const { items } = await haru.tasks.list.query({ teamId });
  expect(items).toMatchObject([{ id, title: '견적서 보내기', dueAt, dueOn: '2030-01-02' }]);
  expect(items[0]?.createdAt).toBeInstanceOf(Date);
});

test('a script hears of a change that it and others make', async () => {
  const { haru, teamId } = await office();
  const heard: string[] = [];
  await new Promise<void>((resolve) => {
    haru.tasks.onChange.subscribe(undefined, {
      onStarted: resolve,
      onData: ({ data: events }) => {
        for (const event of events)
          if (event.kind === 'task.created' && event.data) heard.push(event.data.title);
      },
    });
  });
  await haru.tasks.create.mutate({ id: newId(), title: '배너 교체', teamId });
  await expect.poll(() => heard).toEqual(['배너 교체']);
});

test('a refused call says its code, its reason and which fields are wrong', async () => {
  const { haru, teamId } = await office();
  const malformed = await haru.tasks.create
    .mutate({ id: newId(), title: '', teamId })
    .catch(refusalOf);
  expect(malformed).toMatchObject({ code: 'BAD_REQUEST', reason: 'invalid_input' });
  expect(malformed).toHaveProperty('fields.title');
  const absent = await haru.tasks.get.query({ id: newId() }).catch(refusalOf);
  expect(absent).toMatchObject({ code: 'NOT_FOUND', reason: 'task_not_found' });
});

test('a conflict brings the task as it is now', async () => {
  const { haru, teamId } = await office();
  const id = newId();
  await haru.tasks.create.mutate({ id, title: '하나', teamId });
  await haru.tasks.update.mutate({ id, version: 1, patch: { title: '둘' } });
  const refusal = await haru.tasks.update
    .mutate({ id, version: 1, patch: { title: '셋' } })
    .catch(refusalOf);
  expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'field_conflict' });
  expect(refusal).toHaveProperty('current.title', '둘');
});

test('a wrong token is refused, call and subscription alike', async () => {
  const { app } = await office();
  const onEnded = vi.fn();
  const haru = client(app.origin, 'haru_nobody', onEnded);
  const refusal = { code: 'UNAUTHORIZED', reason: 'not_signed_in' };
  expect(await haru.tasks.list.query().catch(refusalOf)).toMatchObject(refusal);
  const error = await new Promise((resolve) => {
    haru.tasks.onChange.subscribe(undefined, { onData: () => {}, onError: resolve });
  });
  expect(refusalOf(error)).toMatchObject(refusal);
  expect(onEnded).toHaveBeenCalledExactlyOnceWith('not_signed_in');
});

test('a revoked token ends the subscription and says so', async () => {
  const { app } = await office();
  const { viewer, cookie } = await app.signedIn('jiyoung');
  const haru = client(app.origin, (await app.token(viewer)).replace('Bearer ', ''), () => {});
  const ended = new Promise((resolve) => {
    haru.tasks.onChange.subscribe(undefined, {
      onData: () => void revoke(),
      onError: resolve,
    });
  });
  async function revoke() {
    const session = { cookie, origin: app.origin };
    const listed = JSON.parse((await app.ask('/trpc/tokens.list', session)).text) as Listed;
    const body = JSON.stringify({ json: { id: listed.result.data.json.items[0]?.id } });
    await app.ask('/trpc/tokens.revoke', { ...session, method: 'POST', body });
  }
  expect(refusalOf(await ended)).toMatchObject({ code: 'UNAUTHORIZED', reason: 'token_revoked' });
});

type Listed = { result: { data: { json: { items: { id: string }[] } } } };

test('without a server a call says who does not answer', async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const haru = client(url, 'haru_token');
  await expect(haru.tasks.list.query()).rejects.toThrow(`Haru does not answer at ${url}.`);
});

test.for([
  ['an address without a protocol', 'localhost:3000', 'x', 'expected http:// or https://'],
  ['no token', 'http://localhost:3000', '', 'token is missing'],
] as const)('%s is refused at once', ([, url, token, message]) => {
  expect(() => createClient({ url, token })).toThrow(message);
});

describe('a server that is killed', { timeout: 90_000 }, () => {
  let server: Awaited<ReturnType<typeof demoServer>>;
  beforeAll(async () => {
    server = await demoServer();
  }, 60_000);
  afterAll(() => server[Symbol.asyncDispose]());

  test('between two messages makes a reader lose none and hear none twice', async () => {
    const [reader, writer] = await Promise.all([server.token('user04'), server.token('user05')]);
    const [reading, writing] = [
      client(server.url, reader.secret),
      client(server.url, writer.secret),
    ];
    const theirs = new Set((await writing.chat.rooms.query()).items.map(({ id }) => id));
    const { items } = await reading.chat.rooms.query();
    const roomId = items.find(({ id }) => theirs.has(id))?.id ?? '';
    const heard: string[] = [];
    await new Promise<void>((resolve) => {
      reading.chat.onChange.subscribe(undefined, {
        onData: ({ data: events }) => {
          resolve();
          for (const event of events)
            if (event.kind === 'message.posted' && event.data) heard.push(event.data.body);
        },
      });
    });
    const say = (body: string) => writing.chat.send.mutate({ id: newId(), roomId, body });
    await say('하나');
    await expect.poll(() => heard).toEqual(['하나']);
    await say('둘');
    await server.kill();
    await server.start();
    await say('셋');
    await say('넷');
    await expect.poll(() => heard, { timeout: 30_000 }).toEqual(['하나', '둘', '셋', '넷']);
  });

  test('lets a process end that closes its client, before and after', async () => {
    const { secret } = await server.token('user04');
    const script = `
      import { createClient } from '#scripts/client/client.ts';
      const haru = createClient({ url: process.env.HARU_URL, token: process.env.HARU_TOKEN });
      haru.chat.onChange.subscribe(undefined, {
        onData: () => console.log('started'),
        onConnectionStateChange: ({ state }) => console.log(state),
      });
      process.once('SIGTERM', () => haru.close());
    `;
    const env = { HARU_URL: server.url, HARU_TOKEN: secret };
    const start = () => startNode(['--input-type=module', '--eval', script], env);
    await using connected = start();
    await using waiting = start();
    await expect.poll(() => connected.said.stdout, { timeout: 20_000 }).toContain('started');
    await expect.poll(() => waiting.said.stdout, { timeout: 20_000 }).toContain('started');
    connected.kill('SIGTERM');
    expect(await connected.ended).toMatchObject({ code: 0, stderr: '' });
    await server.kill();
    await expect.poll(() => waiting.said.stdout).toMatch(/started[^]*connecting/);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const began = performance.now();
    waiting.kill('SIGTERM');
    expect(await waiting.ended).toMatchObject({ code: 0, stderr: '' });
    expect(performance.now() - began).toBeLessThan(1_500);
  });
});

test('every kind of event that the server writes is known to scripts', () => {
  const known = readFileSync('scripts/client/events.ts', 'utf8');
  const written = globSync('server/**/*.ts', { exclude: ['server/demo/**'] }).flatMap((path) =>
    [
      ...readFileSync(path, 'utf8').matchAll(/kind: ('[\w]+\.[\w]+'(?: \| '[\w]+\.[\w]+')*)/g),
    ].flatMap(([, kinds = '']) => kinds.split(' | ')),
  );
  expect(written.length).toBeGreaterThan(10);
  expect(written.filter((kind) => !known.includes(kind))).toEqual([]);
});
