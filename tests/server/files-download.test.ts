import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { disposition } from '#server/http/file-answer.ts';
import { readRange } from '#server/http/byte-range.ts';
import { fileDesk, open, png, sha256, upload } from '#tests/support/file-desk.ts';

test('what browsers could run is only ever kept, never shown', async () => {
  await using desk = await fileDesk();
  const minsu = await desk.app.signedIn('minsu');
  const html = '<!doctype html><script>alert(1)</script>';
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  for (const [name, body, type] of [
    ['사진.png', html, 'text/plain; charset=utf-8'],
    ['logo.svg', svg, 'text/plain; charset=utf-8'],
    ['문서.pdf', '%PDF-1.7', 'application/pdf'],
    ['a.bin', Buffer.from([0, 1, 2, 255]), 'application/octet-stream'],
    ['empty', '', 'application/octet-stream'],
  ] as const) {
    const { id } = await upload(desk, minsu, { name, body });
    const { headers, body: got } = await desk.ask(`/files/${id}`, { as: minsu });
    expect(headers['content-type']).toBe(type);
    expect(headers['content-disposition']).toMatch(/^attachment; /);
    expect(got.toString('latin1')).toBe(Buffer.from(body).toString('latin1'));
  }
});

test('a picture is shown, under rules of its own', async () => {
  await using desk = await fileDesk();
  const minsu = await desk.app.signedIn('minsu');
  const body = png(30, 20);
  const { id } = await upload(desk, minsu, { name: '한글 "사진".txt', body });
  const { status, headers } = await desk.ask(`/files/${id}`, { as: minsu });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(body.length),
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
    etag: `"${sha256(body)}"`,
    'x-frame-options': 'DENY',
  });
  const policy = headers['content-security-policy'] ?? '';
  expect(policy.split(';')).toEqual(expect.arrayContaining(["default-src 'none'", 'sandbox']));
  expect(headers['content-disposition']).toBe(
    `inline; filename="__ ____.txt"; filename*=UTF-8''%ED%95%9C%EA%B8%80%20%22%EC%82%AC%EC%A7%84%22.txt`,
  );
});

test('no name leaves its header', () => {
  for (const name of ['a\r\nset-cookie: x=1', '"; filename="evil.exe', "it's*(1)!.txt", '\ud800']) {
    const header = disposition('attachment', name);
    expect(header).toMatch(/^attachment; filename="[\w .-]*"; filename\*=UTF-8''[\w.%~-]*$/);
  }
});

test('a part of a file is sent when a part is asked for', async () => {
  await using desk = await fileDesk();
  const minsu = await desk.app.signedIn('minsu');
  const body = randomBytes(200_000);
  const { id } = await upload(desk, minsu, { body });
  const get = (range: string, more: Record<string, string> = {}) =>
    desk.ask(`/files/${id}`, { as: minsu, headers: { range, ...more } });
  const part = await get('bytes=100000-150000');
  expect([part.status, part.headers['content-range']]).toEqual([206, 'bytes 100000-150000/200000']);
  expect(part.body.equals(body.subarray(100_000, 150_001))).toBe(true);
  expect((await get('bytes=-5')).body.equals(body.subarray(-5))).toBe(true);
  expect((await get('bytes=199999-')).body).toHaveLength(1);
  const beyond = await get('bytes=200000-');
  expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */200000']);
  for (const strange of ['bytes=0-1,5-6', 'lines=1-2', 'bytes=5-2', 'bytes=a-b'])
    expect((await get(strange)).status).toBe(200);
  expect((await get('bytes=0-9', { 'if-range': '"another"' })).status).toBe(200);
  expect((await get('bytes=0-9', { 'if-range': part.headers['etag'] ?? '' })).status).toBe(206);
});

test('ranges of nothing are none', () => {
  expect(readRange('bytes=0-', 0)).toBe('none');
  expect(readRange('bytes=-1', 0)).toBe('none');
  expect(readRange('bytes=-0', 9)).toBe('none');
  expect(readRange(undefined, 0)).toBe('all');
});

test('what somebody has already is not sent again, and HEAD sends no body', async () => {
  await using desk = await fileDesk();
  const minsu = await desk.app.signedIn('minsu');
  const { id } = await upload(desk, minsu, { body: 'a'.repeat(1000) });
  const head = await desk.ask(`/files/${id}`, { as: minsu, method: 'HEAD' });
  expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '1000', 0]);
  const etag = head.headers['etag'] ?? '';
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const headers = { 'if-none-match': known };
    const again = await desk.ask(`/files/${id}`, { as: minsu, headers });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  }
  const jiyoung = await desk.app.signedIn('jiyoung');
  const headers = { 'if-none-match': etag };
  expect((await desk.ask(`/files/${id}`, { as: jiyoung, headers })).status).toBe(404);
});

test('somebody who stops in the middle of a download disturbs nobody', async () => {
  await using desk = await fileDesk();
  const minsu = await desk.app.signedIn('minsu');
  const body = randomBytes(8_000_000);
  const { id } = await upload(desk, minsu, { body });
  for (let time = 0; time < 5; time += 1)
    await new Promise<void>((resolve) => {
      const sent = open(desk.app, `/files/${id}`, { as: minsu });
      sent.on('error', () => resolve());
      sent.on('response', (res) => res.once('data', () => res.destroy()).on('error', () => {}));
      sent.on('close', resolve);
      sent.end();
    });
  expect((await desk.ask(`/files/${id}`, { as: minsu })).body.equals(body)).toBe(true);
});
