// Our HTTP adapter against the stock one: many calls in one request, large bodies, and where ours is meant to differ.
import { connect } from 'node:net';
import { serialize } from 'superjson';
import { describe, expect, test } from 'vitest';
import { BODY_MAX_BYTES } from '#server/http/body.ts';
import {
  askOwn,
  both,
  expectSame,
  raw,
  serveOwn,
  t,
  openBothAdapters,
} from '#tests/support/both-adapters.ts';

openBothAdapters();

describe('a batch', () => {
  const inputs = (values: Record<number, unknown>) =>
    raw(
      JSON.stringify(
        Object.fromEntries(
          Object.entries(values).map(([index, value]) => [index, serialize(value)]),
        ),
      ),
    );

  test.each([
    ['of one', '/trpc/ping?batch=1', 200],
    ['of three', `/trpc/ping,echo,nothing?batch=1&input=${inputs({ 1: { a: new Date(1) } })}`, 200],
    ['the input first', `/trpc/echo,echo?input=${inputs({ 0: 1, 1: 2 })}&batch=1`, 200],
    ['with a failure', '/trpc/ping,rejected?batch=1', 207],
    ['with two kinds of failure', '/trpc/broken,rejected?batch=1', 207],
    ['of failures of one kind', '/trpc/rejected,rejected?batch=1', 412],
    ['with an unknown procedure', '/trpc/ping,nobody?batch=1', 207],
    ['with nothing between the commas', '/trpc/,,ping?batch=1', 207],
    ['with one malformed input', `/trpc/ping,title,echo?batch=1&input=${raw('{"1":null}')}`, 207],
    ['with a list as input', `/trpc/echo,ping?batch=1&input=${raw('[1]')}`, 207],
    ['with malformed JSON', '/trpc/echo,ping?batch=1&input=%7B', 207],
    ['without input', '/trpc/echo,title?batch=1', 207],
    [
      'of more than fifty',
      `/trpc/${Array.from({ length: 51 }, () => 'ping').join(',')}?batch=1`,
      400,
    ],
    ['of fifty', `/trpc/${Array.from({ length: 50 }, () => 'ping').join(',')}?batch=1`, 200],
    ['of a query and a mutation', '/trpc/ping,touch?batch=1', 400],
    ['of mutations by GET', '/trpc/touch,touch?batch=1', 405],
    ['with commas that are percent-encoded', '/trpc/ping%2Cping?batch=1', 200],
    ['that says batch=0', '/trpc/ping?batch=0', 200],
  ])('%s', async (_what, path, status) => {
    expect((await expectSame(path)).status).toBe(status);
  });

  test.each([
    [
      'of mutations',
      '/trpc/save,touch?batch=1',
      JSON.stringify({ 0: serialize({ title: 'x' }) }),
      200,
    ],
    [
      'of mutations, one refused',
      '/trpc/save,taken?batch=1',
      JSON.stringify({ 0: serialize({ title: 'x' }) }),
      207,
    ],
    ['of mutations with malformed JSON', '/trpc/save,touch?batch=1', '{', 207],
  ])('%s', async (...[, path, text, status]) => {
    expect((await expectSame(path, { body: text })).status).toBe(status);
  });
});

describe('a body that is too large', () => {
  const large = JSON.stringify(serialize({ title: 'x'.repeat(BODY_MAX_BYTES) }));

  test('is refused', async () => {
    expect((await expectSame('/trpc/save', { body: large })).status).toBe(413);
  });

  test('just fits', async () => {
    const frame = JSON.stringify(serialize({ title: '' })).length;
    const text = JSON.stringify(serialize({ title: 'x'.repeat(BODY_MAX_BYTES - frame) }));
    expect((await expectSame('/trpc/save', { body: text })).status).toBe(200);
  });

  test('does not end the connection for the next request', async () => {
    await askOwn('/trpc/save', { body: large });
    expect((await askOwn('/trpc/ping')).status).toBe(200);
  });
});

describe('where ours differs', () => {
  test('a malformed percent escape in the path is the caller’s mistake, not ours', async () => {
    const { stock, own } = await both('/trpc/%E0%A4');
    expect([stock.status, own.status]).toEqual([500, 400]);
  });

  test('a caller who leaves aborts the call', async () => {
    let signal: AbortSignal | undefined;
    const slow = t.router({
      wait: t.procedure.query(async (options) => {
        signal = options.signal;
        await new Promise((resolve) => options.signal?.addEventListener('abort', resolve));
      }),
    });
    const door = new URL(await serveOwn(slow));
    const socket = connect(Number(door.port), door.hostname);
    socket.write('GET /trpc/wait HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await expect.poll(() => signal).toBeDefined();
    expect(signal?.aborted).toBe(false);
    socket.destroy();
    await expect.poll(() => signal?.aborted).toBe(true);
  });
});
