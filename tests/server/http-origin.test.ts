// Who may speak for somebody who is signed in with a cookie, and what a token needs.
import { expect, test } from 'vitest';
import { servedApp } from '#tests/support/served-app.ts';

const post = { method: 'POST', body: '{}' };
const reasonOf = (text: string): unknown =>
  (JSON.parse(text) as { error?: { json: { data: { reason: string } } } }).error?.json.data.reason;

test('somebody signed in reads with their cookie', async () => {
  await using app = await servedApp();
  const { cookie } = await app.signedIn('minsu');
  const { status, text } = await app.ask('/trpc/auth.me', { cookie });
  expect(status).toBe(200);
  expect(text).toContain('"username":"minsu"');
});

test('another page cannot change anything with the reader’s cookie', async () => {
  await using app = await servedApp();
  const { cookie } = await app.signedIn('minsu');
  const from = (origin: string | undefined) =>
    app.ask('/trpc/auth.endOtherSessions', { ...post, cookie, origin });
  expect((await from(app.origin)).status).toBe(200);
  for (const origin of [
    undefined,
    'null',
    'http://evil.example',
    'http://127.0.0.1:1',
    'nonsense',
    `${app.origin}.evil.example`,
  ]) {
    const { status, text } = await from(origin);
    expect([origin, status, reasonOf(text)]).toEqual([origin, 403, 'origin_not_allowed']);
  }
});

test('another page cannot sign its reader in', async () => {
  await using app = await servedApp();
  const body = '{"json":{"username":"minsu","password":"a wrong one"}}';
  const from = (origin: string | undefined) =>
    app.ask('/trpc/auth.signIn', { method: 'POST', body, origin });
  expect((await from('http://evil.example')).status).toBe(403);
  expect((await from(app.origin)).status).toBe(401);
  expect((await from(undefined)).status).toBe(401);
});

test('a foreign name that points at this machine reads nothing', async () => {
  await using app = await servedApp();
  const { cookie } = await app.signedIn('minsu');
  const asked = await app.ask('/trpc/auth.me', { cookie, host: 'evil.example' });
  expect([asked.status, reasonOf(asked.text)]).toEqual([403, 'host_not_allowed']);
  expect((await app.ask('/', { host: 'evil.example' })).status).toBe(403);
  expect((await app.ask('/metrics', { host: 'evil.example' })).status).toBe(403);
  expect((await app.ask('/healthz', { host: 'evil.example' })).status).toBe(200);
});

test.each([
  'localhost:3000',
  '127.0.0.1',
  '[::1]:3000',
  '192.168.0.7:3000',
  '10.1.2.3',
  'office-pc:3000',
  'haru.local',
  'HARU.LOCAL',
])('the office may call it %s', async (host) => {
  await using app = await servedApp();
  expect((await app.ask('/trpc/auth.me', { host })).status).toBe(200);
});

test.each([
  '8.8.8.8',
  'haru.example.com',
  '[2001:db8::1]',
  '127.0.0.1.evil.example',
  'a b',
  'user@localhost',
  'localhost/x',
  '..',
  '192.168.0.7.nip.io',
])('nobody may call it %s unless PUBLIC_ORIGIN says so', async (host) => {
  await using app = await servedApp();
  expect((await app.ask('/trpc/auth.me', { host })).status).toBe(403);
});

test('with PUBLIC_ORIGIN its pages are served there and nowhere else', async () => {
  await using app = await servedApp({ config: { publicOrigin: 'http://office.test:3000' } });
  const { cookie } = await app.signedIn('minsu');
  const host = 'office.test:3000';
  expect((await app.ask('/trpc/auth.me', { cookie, host })).status).toBe(200);
  const change = (origin: string) =>
    app.ask('/trpc/auth.endOtherSessions', { ...post, cookie, host, origin });
  expect((await change('http://office.test:3000')).status).toBe(200);
  expect((await change('http://office.test')).status).toBe(403);
  expect((await change('http://localhost:3000')).status).toBe(403);
});

test('a token needs no origin and no host of ours, and then no cookie is read', async () => {
  await using app = await servedApp();
  const { viewer, cookie } = await app.signedIn('minsu');
  const authorization = await app.token(viewer);
  const asked = { authorization, host: 'haru.example.com', origin: 'http://evil.example' };
  expect((await app.ask('/trpc/people.list', asked)).status).toBe(200);
  expect(
    (await app.ask('/trpc/people.list', { authorization: 'Bearer haru_wrong', cookie })).status,
  ).toBe(401);
});

test('a token cannot call what concerns sessions', async () => {
  await using app = await servedApp();
  const { viewer } = await app.signedIn('minsu');
  const authorization = await app.token(viewer);
  expect((await app.ask('/trpc/auth.sessions', { authorization })).status).toBe(403);
});

test('the cookie is Secure and bound to its host exactly when people come over https', async () => {
  await using plain = await servedApp();
  const { cookie } = await plain.signedIn('minsu');
  const out = await plain.ask('/trpc/auth.signOut', { ...post, cookie, origin: plain.origin });
  expect(out.headers['set-cookie']).toBe(
    'haru_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
  );

  await using secure = await servedApp({ config: { publicOrigin: 'https://haru.example.com' } });
  const jiyoung = await secure.signedIn('jiyoung');
  const asked = {
    ...post,
    cookie: jiyoung.cookie,
    origin: 'https://haru.example.com',
    host: 'haru.example.com',
  };
  const { headers } = await secure.ask('/trpc/auth.signOut', asked);
  expect(headers['set-cookie']).toBe(
    '__Host-haru_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure',
  );
  expect(
    (await secure.ask('/', { host: 'haru.example.com' })).headers['strict-transport-security'],
  ).toBeDefined();
});

test('strange cookies beside ours do no harm', async () => {
  await using app = await servedApp();
  const { cookie } = await app.signedIn('minsu');
  for (const header of [
    `bad=%E0%A4%A; ${cookie}`,
    `x=1;${cookie}`,
    `=; ;;=x;${cookie}`,
    `${cookie};haru_session=other`,
  ]) {
    expect((await app.ask('/trpc/people.list', { cookie: header })).status).toBe(200);
  }
  for (const header of [
    'haru_session',
    'haru_session=',
    `haru_session=${'x'.repeat(5000)}`,
    'haru_session=%00',
  ]) {
    expect((await app.ask('/trpc/people.list', { cookie: header })).status).toBe(401);
  }
});

test('who calls too often is told how long to wait, and others are not held up', async () => {
  await using app = await servedApp({ callBudget: { amount: 5, windowMs: 60_000 } });
  const minsu = await app.signedIn('minsu');
  const jiyoung = await app.signedIn('jiyoung');
  const batch = '/trpc/auth.me,auth.me,auth.me,auth.me?batch=1';
  expect((await app.ask(batch, { cookie: minsu.cookie })).status).toBe(200);
  const refused = await app.ask(batch, { cookie: minsu.cookie });
  expect([refused.status, reasonOf(refused.text)]).toEqual([429, 'too_many_requests']);
  const waitSeconds = Number(refused.headers['retry-after']);
  expect(waitSeconds).toBeGreaterThan(0);
  expect(refused.text).toContain(`"retryAfterSeconds":${waitSeconds}`);
  expect((await app.ask(batch, { cookie: jiyoung.cookie })).status).toBe(200);
  expect((await app.ask('/trpc/auth.me', { cookie: minsu.cookie })).status).toBe(200);
});

test('the address is what a trusted proxy says, and nobody else', async () => {
  const limits = { callBudget: { amount: 1, windowMs: 60_000 } };
  const asNobody = { 'x-forwarded-for': '203.0.113.9, 10.0.0.1' };
  await using direct = await servedApp(limits);
  expect((await direct.ask('/trpc/auth.me', asNobody)).status).toBe(200);
  expect((await direct.ask('/trpc/auth.me', { 'x-forwarded-for': '203.0.113.10' })).status).toBe(
    429,
  );

  await using behind = await servedApp({
    ...limits,
    config: { trustedProxies: ['127.0.0.0/8', '10.0.0.1'] },
  });
  expect((await behind.ask('/trpc/auth.me', asNobody)).status).toBe(200);
  expect((await behind.ask('/trpc/auth.me', { 'x-forwarded-for': '203.0.113.10' })).status).toBe(
    200,
  );
  expect(
    (await behind.ask('/trpc/auth.me', { 'x-forwarded-for': '1.2.3.4, 203.0.113.9' })).status,
  ).toBe(429);
});

test('a request that is turned away at the door has an id too, the one that the log names', async () => {
  await using app = await servedApp();
  const { text } = await app.ask('/trpc/auth.me', { host: 'evil.example' });
  const { error } = JSON.parse(text) as { error: { json: { data: { requestId?: string } } } };
  expect(error.json.data.requestId).toMatch(/^[0-9a-f]{8}-[0-9a-z]+$/);
});
