import { expect, test } from 'vitest';
import { createLocalBus } from '#server/live/bus.ts';
import { servedApp } from '#tests/support/served-app.ts';

test('the process says that it lives without touching anything', async () => {
  await using app = await servedApp();
  expect(await app.ask('/healthz')).toMatchObject({ status: 200, text: '{"alive":true}' });
});

test('it is ready when database, migrations and bus are', async () => {
  await using app = await servedApp();
  const { status, text } = await app.ask('/readyz');
  expect(status).toBe(200);
  expect(JSON.parse(text)).toEqual({ ready: true, migrations: 'ok', database: 'ok', bus: 'ok' });
});

test('it is not ready while the bus is gone', async () => {
  const bus = { ...createLocalBus(), ping: () => Promise.reject(new Error('gone')) };
  await using app = await servedApp({ bus });
  const { status, text } = await app.ask('/readyz');
  expect(status).toBe(503);
  expect(JSON.parse(text)).toEqual({
    ready: false,
    migrations: 'ok',
    database: 'ok',
    bus: 'unreachable',
  });
});

test('figures are for this machine', async () => {
  await using app = await servedApp();
  await app.ask('/trpc/auth.me');
  await app.ask('/trpc/nobody');
  const { status, text, headers } = await app.ask('/metrics');
  expect(status).toBe(200);
  expect(headers['content-type']).toContain('text/plain');
  expect(text).toContain('haru_answers_total{status="200"} 1');
  expect(text).toContain('haru_failures_total{code="NOT_FOUND"} 1');
  expect(text).toContain('haru_sockets 0');
  expect(text).toContain('process_cpu_seconds_total');
  expect((await app.ask('/metrics')).text).toContain('haru_answers_total{status="200"} 1');
});

test('figures are not for somebody behind a proxy on this machine', async () => {
  await using app = await servedApp();
  expect((await app.ask('/metrics', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(403);
});

test('figures are for an admin’s token, and for no other', async () => {
  await using app = await servedApp();
  const admin = await app.signedIn('minsu', 'admin');
  const staff = await app.signedIn('jiyoung');
  const asked = async (authorization: string) =>
    (await app.ask('/metrics', { authorization, 'x-forwarded-for': '203.0.113.9' })).status;
  expect(await asked(await app.token(admin.viewer, 'read'))).toBe(200);
  expect(await asked(await app.token(staff.viewer))).toBe(403);
  expect(await asked('Bearer haru_wrong')).toBe(403);
  const { status } = await app.ask('/metrics', {
    cookie: admin.cookie,
    'x-forwarded-for': '203.0.113.9',
  });
  expect(status).toBe(403);
});

test('whoever asks for figures under a foreign name, with a password instead of a token, is refused and breaks nothing', async () => {
  await using app = await servedApp();
  const host = 'evil.example';
  for (const authorization of ['Basic eDp5', 'Bearer', 'Bearer haru_wrong'])
    expect(await app.ask('/metrics', { host, authorization })).toMatchObject({ status: 403 });
});
