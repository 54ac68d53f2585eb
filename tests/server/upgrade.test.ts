// The socket's door: who may open one, how many, and what may be said over it.
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { endSessionsOf } from '#server/auth/session.ts';
import { FakeClock } from '#tests/support/fake-clock.ts';
import { openSocket } from '#tests/support/raw-socket.ts';
import { type ServedApp, servedApp, type SignedInPerson } from '#tests/support/served-app.ts';

const opened = (app: ServedApp, { cookie }: SignedInPerson) =>
  openSocket(app.port, { cookie, origin: app.origin });

async function refusal(opening: Promise<unknown>): Promise<[status: string, reason: string]> {
  const [status = '', ...rest] = await opening.then(
    () => 'opened'.split(' '),
    (error: Error) => error.message.split(' '),
  );
  return [
    status,
    (JSON.parse(rest.join(' ') || '{}') as { error: { reason: string } }).error?.reason,
  ];
}

test('somebody signed in opens a socket and hears of changes', async () => {
  await using app = await servedApp();
  const minsu = await app.signedIn('minsu');
  await using line = await opened(app, minsu);
  line.subscribe(1);
  await expect
    .poll(() => line.framesOf(1).map(({ result }) => result?.type))
    .toEqual(['started', 'data']);
  await app.signedIn('jiyoung');
  await expect.poll(() => line.texts.join()).toContain('person.created');
  expect(app.deps.connections.count()).toBe(1);
  expect(app.deps.connections.personIds()).toEqual([minsu.viewer.id]);
});

test('the door stays shut for everybody else, in plain HTTP', async () => {
  await using app = await servedApp();
  const { cookie, viewer } = await app.signedIn('minsu');
  const { origin } = app;
  const at = (headers: Record<string, string>, path?: string) =>
    refusal(openSocket(app.port, headers, path));
  expect(await at({ cookie, origin }, '/other')).toEqual(['404', 'not_found']);
  expect(await at({ cookie, origin }, '/ws/x')).toEqual(['404', 'not_found']);
  expect(await at({ cookie })).toEqual(['403', 'origin_not_allowed']);
  expect(await at({ cookie, origin: 'http://evil.example' })).toEqual([
    '403',
    'origin_not_allowed',
  ]);
  expect(await at({ cookie, origin: 'http://evil.example', host: 'evil.example' })).toEqual([
    '403',
    'host_not_allowed',
  ]);
  expect(await at({ cookie, origin, host: 'a b' })).toEqual(['403', 'host_not_allowed']);
  expect(await at({ origin })).toEqual(['401', 'not_signed_in']);
  expect(await at({ origin, cookie: 'haru_session=x; bad=%E0%A4%A' })).toEqual([
    '401',
    'not_signed_in',
  ]);
  expect(await at({ origin, cookie, authorization: 'Bearer haru_wrong' })).toEqual([
    '401',
    'not_signed_in',
  ]);
  const authorization = await app.token(viewer);
  expect(await at({ authorization, host: 'a b' })).toEqual(['403', 'host_not_allowed']);
  expect(app.deps.connections.count()).toBe(0);
});

test('a refusal at the socket’s door has the headers that keep browsers safe', async () => {
  await using app = await servedApp();
  const upgrade = { connection: 'upgrade', upgrade: 'websocket' };
  for (const path of ['/ws', '/other']) {
    const { status, headers } = await app.ask(path, upgrade);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
    });
  }
});

test('a script opens one with its token, from wherever it is', async () => {
  await using app = await servedApp();
  const { viewer } = await app.signedIn('minsu');
  await using line = await openSocket(app.port, { authorization: await app.token(viewer, 'read') });
  line.subscribe(1);
  await expect.poll(() => line.framesOf(1)[0]?.result?.type).toBe('started');
});

test('one person has at most twenty sockets', async () => {
  await using app = await servedApp();
  const minsu = await app.signedIn('minsu');
  await using stack = new AsyncDisposableStack();
  for (let index = 0; index < 20; index++) stack.use(await opened(app, minsu));
  expect(await refusal(opened(app, minsu))).toEqual(['429', 'too_many_connections']);
  const jiyoung = await app.signedIn('jiyoung');
  stack.use(await opened(app, jiyoung));
});

test('who fails to open a socket too often waits', async () => {
  await using app = await servedApp();
  const tries = Array.from({ length: 201 }, () =>
    refusal(openSocket(app.port, { origin: app.origin })),
  );
  const answers = await Promise.all(tries);
  expect(answers.filter(([status]) => status === '401')).toHaveLength(200);
  expect(answers.filter(([status]) => status === '429')).toHaveLength(1);
  await using _line = await opened(app, await app.signedIn('minsu'));
});

test('only subscriptions come over the socket', async () => {
  await using app = await servedApp();
  await using line = await opened(app, await app.signedIn('minsu'));
  line.send({ id: 1, method: 'query', params: { path: 'auth.me', input: { json: null } } });
  line.send({ id: 2, method: 'mutation', params: { path: 'auth.signOut', input: { json: null } } });
  line.send({ id: 3, method: 'query', params: { path: 'nobody', input: { json: null } } });
  await expect.poll(() => line.frames.length).toBe(3);
  const reasons = [1, 2, 3].map((id) => line.framesOf(id)[0]?.error?.json.data.reason);
  expect(reasons).toEqual(['only_subscriptions', 'only_subscriptions', 'not_found']);
});

test('a socket has at most twenty subscriptions, and ending one makes room', async () => {
  await using app = await servedApp();
  await using line = await opened(app, await app.signedIn('minsu'));
  for (let id = 1; id <= 21; id++) line.subscribe(id);
  await expect.poll(() => line.framesOf(21).length).toBe(1);
  expect(line.framesOf(21)[0]?.error?.json.data).toMatchObject({
    code: 'TOO_MANY_REQUESTS',
    reason: 'too_many_subscriptions',
  });
  expect(app.deps.hub.subscriberCount()).toBe(20);
  line.send({ id: 1, method: 'subscription.stop' });
  await expect.poll(() => line.framesOf(1).at(-1)?.result?.type).toBe('stopped');
  line.subscribe(22);
  await expect.poll(() => line.framesOf(22).length).toBe(2);
});

test('three hundred subscriptions that are stopped at once leave none alive', async () => {
  await using app = await servedApp();
  await using line = await opened(app, await app.signedIn('minsu'));
  for (let id = 1; id <= 300; id++) {
    line.subscribe(id);
    line.send({ id, method: 'subscription.stop' });
  }
  await expect
    .poll(() => line.frames.filter(({ result }) => result?.type === 'stopped').length, {
      timeout: 5000,
    })
    .toBe(300);
  expect(app.deps.hub.subscriberCount()).toBe(0);
});

test('malformed messages are answered and harm nobody', async () => {
  await using app = await servedApp();
  await using line = await opened(app, await app.signedIn('minsu'));
  const strange = [
    '{',
    'null',
    '[]',
    '7',
    '"PING"',
    '{"id":null}',
    '{"id":{}}',
    '{"id":1,"method":"query"}',
    `[${'{},'.repeat(60)}{}]`,
  ];
  for (const text of strange) line.send(text);
  line.send({ id: 5, method: 'subscription', params: { path: '__proto__', input: { json: {} } } });
  line.send({
    id: 6,
    method: 'subscription',
    params: { path: 'live.onChange', input: { json: { lastEventId: 7 } } },
  });
  line.socket.send(Buffer.from([1, 2, 3]));
  line.subscribe(9);
  await expect.poll(() => line.framesOf(9).length).toBe(2);
  const codes = line.frames.flatMap(({ error }) => error?.json.data.code ?? []);
  expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
});

test('a message of more than 64 KB ends the connection', async () => {
  await using app = await servedApp();
  await using line = await opened(app, await app.signedIn('minsu'));
  line.send('x'.repeat(64 * 1024 + 1));
  expect((await line.closed).code).toBe(1009);
});

test('who never stops talking is disconnected', async () => {
  await using app = await servedApp();
  await using line = await opened(app, await app.signedIn('minsu'));
  for (let count = 0; count < 700; count++) line.send('PONG');
  expect(await line.closed).toEqual({ code: 1008, reason: 'too_many_messages' });
});

test('an ended session closes its sockets within a second and says why; other people stay', async () => {
  await using app = await servedApp();
  const minsu = await app.signedIn('minsu');
  await using line = await opened(app, minsu);
  await using other = await opened(app, await app.signedIn('jiyoung'));
  const startedMs = performance.now();
  await app.db.write({ actorId: null }, (tx) =>
    endSessionsOf(tx, minsu.viewer.id, { reason: 'session_ended' }),
  );
  expect(await line.closed).toEqual({ code: 4401, reason: 'session_ended' });
  expect(performance.now() - startedMs).toBeLessThan(1000);
  expect(await refusal(opened(app, minsu))).toEqual(['401', 'not_signed_in']);
  expect(other.socket.readyState).toBe(other.socket.OPEN);
  expect(app.deps.connections.count()).toBe(1);
});

test('a socket ends with the token that opened it', async () => {
  const clock = new FakeClock(new Date('2026-11-23T01:00:00Z'));
  await using app = await servedApp({ clock });
  const { viewer } = await app.signedIn('minsu');
  await using line = await openSocket(app.port, { authorization: await app.token(viewer) });
  clock.advance(23 * 3_600_000);
  expect(app.deps.connections.count()).toBe(1);
  clock.advance(2 * 3_600_000);
  expect(await line.closed).toEqual({ code: 4401, reason: 'expired' });
});

test('a peer that does not answer the goodbye is cut after two seconds', async () => {
  await using app = await servedApp();
  const { cookie, viewer } = await app.signedIn('minsu');
  const silent = connect(app.port, '127.0.0.1');
  const key = Buffer.from('0123456789abcdef').toString('base64');
  silent.write(
    `GET /ws HTTP/1.1\r\nHost: ${app.host}\r\nOrigin: ${app.origin}\r\nCookie: ${cookie}\r\nConnection: Upgrade\r\n` +
      `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
  );
  const over = new Promise((resolve) => silent.on('close', resolve).resume());
  await expect.poll(() => app.deps.connections.count()).toBe(1);
  app.deps.connections.closePerson(viewer.id, 'deactivated');
  await over;
  await expect.poll(() => app.deps.connections.count()).toBe(0);
});

test('on its way down Haru asks everybody to come back, and lets nobody in', async () => {
  await using app = await servedApp();
  const minsu = await app.signedIn('minsu');
  await using line = await opened(app, minsu);
  const closing = app.close({ drainMs: 3000 });
  await expect.poll(() => line.frames).toEqual([{ id: null, method: 'reconnect' }]);
  await expect(opened(app, minsu)).rejects.toThrow(/503|ECONNREFUSED/);
  line.socket.close();
  await closing;
});
