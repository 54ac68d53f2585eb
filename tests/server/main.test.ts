// The process itself: how it starts, why it does not, and how it ends. (SQLite only: what differs is the database's.)
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSocket } from '#tests/support/raw-socket.ts';
import { startMain } from '#tests/support/main-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'haru-main-'));
afterAll(() => rmSync(folder, { recursive: true }));

const portOf = (said: string) => Number(/localhost:(\d+)/.exec(said)?.[1]);

test('it says where to go, and an empty one gives the key to it; a signal ends it in order', async () => {
  await using haru = startMain({ DATA_DIR: join(folder, 'fresh') });
  await expect
    .poll(() => haru.said.stdout, { timeout: 15_000 })
    .toMatch(/^ {4}[a-z2-9]{5}(-[a-z2-9]{5}){3}$/m);
  expect(haru.said.stdout).toContain('Haru is running: http://localhost:');
  const port = portOf(haru.said.stdout);
  const ready = await fetch(`http://localhost:${port}/readyz`);
  expect(ready.status).toBe(200);
  await expect(
    openSocket(port, { origin: `http://localhost:${port}`, host: `localhost:${port}` }),
  ).rejects.toThrow('401');
  haru.kill('SIGTERM');
  expect(await haru.ended).toMatchObject({ code: 0, stderr: '' });
  expect(existsSync(join(folder, 'fresh', 'haru.db'))).toBe(true);
});

test('all wrong settings are named, and nothing is touched', async () => {
  const DATA_DIR = join(folder, 'untouched');
  const { code, stderr, stdout } = await startMain({
    DATA_DIR,
    PORT: 'abc',
    WORKERS: '4',
    LOG_LEVEL: 'loud',
  }).ended;
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('PORT is "abc": expected a whole number from 0 to 65535.');
  expect(stderr).toContain('WORKERS is "4": expected 1 (more than one is not built yet).');
  expect(stderr).toContain('LOG_LEVEL is "loud"');
  expect(existsSync(DATA_DIR)).toBe(false);
});

test('a port in use is one sentence, and nothing is touched', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const DATA_DIR = join(folder, 'untouched');
  const { code, stderr } = await startMain({ DATA_DIR, PORT: String(port) }).ended;
  other.close();
  expect(code).toBe(1);
  expect(stderr).toBe(
    `Port ${port} is already in use: end the other program, or choose another one with PORT.\n`,
  );
  expect(existsSync(DATA_DIR)).toBe(false);
});

test('an address of another machine is one sentence', async () => {
  const { code, stderr } = await startMain({
    DATA_DIR: join(folder, 'untouched'),
    HOST: '203.0.113.1',
  }).ended;
  expect(code).toBe(1);
  expect(stderr).toBe(
    '203.0.113.1 is not an address of this machine: choose another one with HOST.\n',
  );
});

test('a name that nobody knows is named in that sentence', async () => {
  const { code, stderr } = await startMain({ HOST: 'haru.invalid' }).ended;
  expect(code).toBe(1);
  expect(stderr).toContain('haru.invalid is not an address of this machine');
});

test('a folder that cannot be written is one sentence', async () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, 'in the way');
  const DATA_DIR = join(file, 'data');
  const { code, stderr } = await startMain({ DATA_DIR }).ended;
  expect(code).toBe(1);
  expect(stderr).toBe(`Haru cannot write in its folder ${DATA_DIR} (DATA_DIR): ENOTDIR.\n`);
});

test('a damaged database is one sentence, and stays as it is', async () => {
  const DATA_DIR = mkdtempSync(join(folder, 'damaged-'));
  const file = join(DATA_DIR, 'haru.db');
  writeFileSync(file, 'this is no database. '.repeat(1000));
  const before = readFileSync(file);
  const { code, stderr } = await startMain({ DATA_DIR }).ended;
  expect(code).toBe(1);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain(file);
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(DATA_DIR)).toEqual(['haru.db']);
});

test('a Redis that is not there is one sentence', async () => {
  const { code, stderr } = await startMain({
    DATA_DIR: join(folder, 'no-redis'),
    REDIS_URL: 'redis://:hunter2@127.0.0.1:1',
  }).ended;
  expect(code).toBe(1);
  expect(stderr).toBe('Redis cannot be reached at 127.0.0.1:1 (REDIS_URL): ECONNREFUSED.\n');
});

test('told to be silent it is', async () => {
  await using haru = startMain({ DATA_DIR: join(folder, 'silent'), LOG_LEVEL: 'silent' });
  await expect
    .poll(() => existsSync(join(folder, 'silent', 'haru.db')), { timeout: 15_000 })
    .toBe(true);
  haru.kill('SIGINT');
  expect(await haru.ended).toMatchObject({ stdout: '', stderr: '' });
});
