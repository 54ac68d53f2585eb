// The web app as it is served: addresses, encodings, how long things are kept, and what is not served at all.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servedApp } from '#tests/support/served-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'haru-pages-'));
const files = {
  'index.html': '<!doctype html><title>Haru</title>',
  'index.html.br': 'index as brotli',
  'index.html.gz': 'index as gzip',
  'favicon.svg': '<svg/>',
  'assets/index-Ab3_d-9x.js': 'plain script',
  'assets/index-Ab3_d-9x.js.br': 'script as brotli',
  '.vite/manifest.json': '{}',
};

beforeAll(() => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const served = () => servedApp({ pagesFolder: folder });

test('every page address is the app, and is asked for again each time', async () => {
  await using app = await served();
  for (const path of ['/', '/tasks', '/chat/9f7c', '/tasks?status=todo#x', '/admin/people/']) {
    const { status, text, headers } = await app.ask(path);
    expect([path, status, text]).toEqual([path, 200, files['index.html']]);
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-type']).toBe('text/html;charset=utf-8');
    const again = await app.ask(path, { 'if-none-match': headers.etag });
    expect(again.status).toBe(304);
    expect(again.headers['content-security-policy']).toBeDefined();
  }
});

test('browsers get what was compressed when it was built', async () => {
  await using app = await served();
  const asked = (path: string, encoding: string) => app.ask(path, { 'accept-encoding': encoding });
  const brotli = await asked('/tasks', 'gzip, deflate, br');
  expect([brotli.text, brotli.headers['content-encoding']]).toEqual(['index as brotli', 'br']);
  expect(brotli.headers['cache-control']).toBe('no-cache');
  expect(brotli.headers['content-type']).toBe('text/html;charset=utf-8');
  expect(brotli.headers.vary).toBe('Accept-Encoding');
  expect((await asked('/', 'gzip')).text).toBe('index as gzip');
  expect((await asked('/assets/index-Ab3_d-9x.js', 'br')).text).toBe('script as brotli');
});

test('files with a hash in their name are kept for a year, others are not', async () => {
  await using app = await served();
  const script = await app.ask('/assets/index-Ab3_d-9x.js');
  expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(script.headers['content-type']).toContain('javascript');
  expect((await app.ask('/favicon.svg')).headers['cache-control']).toBe('no-cache');
});

test('what is not there is told in JSON, and is not the app', async () => {
  await using app = await served();
  const paths = [
    '/assets/index-00000000.js',
    '/assets/',
    '/robots.txt',
    '/trpc',
    '/files',
    '/metrics/x',
    '/readyz/',
    '/index.html.br/x.js',
  ];
  for (const path of paths) {
    const { status, headers } = await app.ask(path);
    expect([path, status]).toEqual([path, 404]);
    expect(headers['content-type']).toBe('application/json');
    expect(headers['cache-control']).toBe('no-store');
  }
});

test('nothing outside of the folder is served, and not the build’s manifest', async () => {
  await using app = await served();
  const paths = [
    '/.vite/manifest.json',
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/..%5c..%5cx.json',
    '/%00.js',
    '/%E0%A4.js',
  ];
  for (const path of paths) {
    const { status, text } = await app.ask(path);
    expect([path, status]).toEqual([path, 404]);
    expect(text).not.toContain('dependencies');
  }
});

test('only GET and HEAD', async () => {
  await using app = await served();
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const { status, headers } = await app.ask('/tasks', { method });
    expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD']);
  }
  const head = await app.ask('/tasks', { method: 'HEAD' });
  expect([head.status, head.text, head.headers['content-length']]).toEqual([
    200,
    '',
    String(files['index.html'].length),
  ]);
});

test('a strange range is ignored', async () => {
  await using app = await served();
  for (const range of ['bytes=5-2', 'bytes=abc', 'bytes=0-1', 'bytes=-1', 'x']) {
    const { status, text } = await app.ask('/', { range });
    expect([status, text]).toEqual([200, files['index.html']]);
  }
});

test('a file that a new build took away ends that request only', async () => {
  const name = join(folder, 'assets', 'gone-12345678.js');
  writeFileSync(name, 'soon gone');
  await using app = await served();
  rmSync(name);
  await expect(app.ask('/assets/gone-12345678.js')).rejects.toThrow('socket hang up');
  expect((await app.ask('/')).status).toBe(200);
});

test('a new build is served without a restart', async () => {
  await using app = await served();
  expect((await app.ask('/')).text).toBe(files['index.html']);
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>A newer, longer Haru</title>');
  expect((await app.ask('/tasks')).text).toContain('A newer, longer Haru');
  writeFileSync(join(folder, 'index.html'), files['index.html']);
});

test('a page may load its own parts and nothing else', async () => {
  await using app = await served();
  const { headers } = await app.ask('/');
  const policy = Object.fromEntries(
    (headers['content-security-policy'] ?? '').split(';').map((part): [string, string] => {
      const [name = '', ...values] = part.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );
  expect(policy).toEqual({
    'default-src': "'self'",
    'script-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'connect-src': `'self' ws://127.0.0.1:${app.port}`,
    'font-src': "'self'",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'object-src': "'none'",
  });
  for (const name of [
    'strict-transport-security',
    'cross-origin-opener-policy',
    'origin-agent-cluster',
  ]) {
    expect([name, headers[name]]).toEqual([name, undefined]);
  }
});

test('over https the browser is told to stay there', async () => {
  await using app = await servedApp({
    pagesFolder: folder,
    config: { publicOrigin: 'https://haru.example.com' },
  });
  const { headers } = await app.ask('/', { host: 'haru.example.com' });
  expect(headers['content-security-policy']).toContain('wss://haru.example.com');
  expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
});

test('the headers that keep browsers safe are on every answer', async () => {
  await using app = await served();
  for (const path of [
    '/',
    '/assets/index-Ab3_d-9x.js',
    '/nothing.js',
    '/trpc/auth.me',
    '/trpc/nobody',
    '/trpc',
    '/ws',
    '/healthz',
    '/readyz',
    '/metrics',
  ]) {
    const { headers } = await app.ask(path);
    expect([path, headers['x-content-type-options']]).toEqual([path, 'nosniff']);
    expect([path, headers['content-security-policy']?.includes('frame-ancestors')]).toEqual([
      path,
      true,
    ]);
    expect([path, headers['referrer-policy']]).toEqual([path, 'same-origin']);
    expect([path, headers['x-frame-options']]).toEqual([path, 'DENY']);
    expect(headers['x-powered-by']).toBeUndefined();
  }
});

test('without a build it says how to make one', async () => {
  await using app = await servedApp({ pagesFolder: null });
  const { status, text } = await app.ask('/');
  expect([status, text]).toEqual([503, expect.stringContaining('npm run build')]);
});
