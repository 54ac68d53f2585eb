// Our HTTP adapter against the stock one of @trpc/server: the same requests, the same answers. Where ours is meant to
// differ, the last tests say how.
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { initTRPC, TRPCError } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import superjson from 'superjson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { describeError } from '#server/error-shape.ts';
import { conflict, forbidden } from '#server/errors.ts';
import { BODY_MAX_BYTES } from '#server/http/body.ts';
import { createProcedureHandler } from '#server/http/procedures.ts';
import { wireTransformer } from '#server/live/wire.ts';

const t = initTRPC.context<{ requestId: string }>().create({
  transformer: wireTransformer,
  errorFormatter: describeError,
  isDev: false,
});
const refused = t.procedure.use(() => {
  throw forbidden('admins_only');
});

const router = t.router({
  ping: t.procedure.query(() => 'pong'),
  empty: t.procedure.query(() => undefined),
  nothing: t.procedure.query(() => null),
  echo: t.procedure.input(z.unknown()).query(({ input }) => ({ input })),
  days: t.procedure
    .input(z.object({ from: z.date(), tags: z.set(z.string()) }))
    .query(({ input }) => ({ ...input, big: 2n ** 70n, map: new Map([['a', 1]]) })),
  title: t.procedure
    .input(z.object({ title: z.string().check(z.maxLength(5)) }))
    .query(({ input }) => input.title),
  save: t.procedure
    .input(z.object({ title: z.string() }))
    .mutation(({ input }) => ({ saved: input.title })),
  touch: t.procedure.mutation(() => ({ touched: true })),
  taken: t.procedure.mutation(() => {
    throw conflict('field_conflict', { title: 'now' });
  }),
  broken: t.procedure.query(() => {
    throw new Error('secret detail');
  }),
  rejected: t.procedure.query(() => {
    throw new TRPCError({ code: 'PRECONDITION_FAILED', message: 'Not now.' });
  }),
  unspeakable: t.procedure.query(
    () => JSON.parse('{"__proto__":{"a":1},"constructor":1}') as unknown,
  ),
  refused: refused.input(z.object({ id: z.string() })).query(() => 'never'),
  deep: t.router({ er: t.router({ still: t.procedure.query(() => 'here') }) }),
});

const ctx = { requestId: 'r1' };
const doors = { stock: '', own: '' };
const servers: ReturnType<typeof createServer>[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  doors.stock = await serve(
    createHTTPHandler({
      router,
      basePath: '/trpc/',
      createContext: () => ctx,
      maxBodySize: BODY_MAX_BYTES,
      maxBatchSize: 50,
    }),
  );
  const handle = createProcedureHandler({
    router,
    prefix: '/trpc/',
    headers: ['content-type', 'application/json'],
    admit: async () => ({ ctx, headers: () => [] }),
    onFailure: () => undefined,
  });
  doors.own = await serve((req, res) => void handle(req, res));
});

afterAll(() => {
  for (const server of servers) server.close();
});

type Sent = { method?: string; body?: string; type?: string | null };

async function ask(door: string, path: string, sent: Sent = {}) {
  const {
    method = sent.body === undefined ? 'GET' : 'POST',
    body,
    type = method === 'GET' ? null : 'application/json',
  } = sent;
  const response = await fetch(door + path, {
    method,
    ...(body === undefined ? {} : { body }),
    headers: type === null ? {} : { 'content-type': type },
  });
  return {
    status: response.status,
    text: await response.text(),
    type: response.headers.get('content-type'),
  };
}

async function both(path: string, sent?: Sent) {
  const [stock, own] = await Promise.all([
    ask(doors.stock, path, sent),
    ask(doors.own, path, sent),
  ]);
  return { stock, own };
}

async function expectSame(path: string, sent?: Sent) {
  const { stock, own } = await both(path, sent);
  expect({ status: own.status, body: parse(own.text) }).toEqual({
    status: stock.status,
    body: parse(stock.text),
  });
  expect(own.text).toBe(stock.text);
  if (own.status !== 204) expect(own.type).toBe('application/json');
  return own;
}

function parse(text: string): unknown {
  return text === '' ? null : JSON.parse(text);
}

const input = (value: unknown) => encodeURIComponent(JSON.stringify(superjson.serialize(value)));
const raw = (text: string) => encodeURIComponent(text);
const body = (value: unknown) => JSON.stringify(superjson.serialize(value));

describe('one call', () => {
  test.each([
    ['a query without input', '/trpc/ping', 200],
    ['a query that answers nothing', '/trpc/empty', 200],
    ['a query that answers null', '/trpc/nothing', 200],
    ['a query three routers down', '/trpc/deep.er.still', 200],
    ['an input', `/trpc/echo?input=${input({ a: 'ä b+c&d=e%', n: null })}`, 200],
    [
      'dates, sets, maps and big numbers',
      `/trpc/days?input=${input({ from: new Date(5), tags: new Set(['x']) })}`,
      200,
    ],
    ['spaces written as plus', '/trpc/echo?input=%7B%22json%22:%22a+b%22%7D', 200],
    ['an input that is not percent-encoded', '/trpc/echo?input={"json":1}', 200],
    ['another parameter first', `/trpc/echo?x=1&input=${input(7)}&input=${input(8)}`, 200],
    ['a parameter whose name is percent-encoded', `/trpc/echo?%69nput=${input(7)}`, 200],
    ['half a percent escape in the input', '/trpc/echo?input=%7B%22json%22:%22%E0%A4%22%7D', 200],
    ['an empty input', '/trpc/echo?input=', 200],
    ['an input without value', '/trpc/echo?input', 200],
    ['a path that is percent-encoded', '/trpc/%70ing', 200],
    ['a fragment', '/trpc/ping#x?batch=1', 200],
    ['no input where one is needed', '/trpc/title', 400],
    ['an input that is too long', `/trpc/title?input=${input({ title: 'longer than five' })}`, 400],
    ['malformed JSON', '/trpc/title?input=%7B', 400],
    ['malformed JSON for a query that takes none', '/trpc/ping?input=%7B', 200],
    ['JSON that is no superjson', `/trpc/title?input=${raw('5')}`, 400],
    ['null for superjson', `/trpc/title?input=${raw('null')}`, 400],
    ['an unknown procedure', '/trpc/nobody', 404],
    ['no procedure at all', '/trpc/', 404],
    ['a router as procedure', '/trpc/deep.er', 404],
    ['a name from the prototype', '/trpc/__proto__', 404],
    ['another name from the prototype', '/trpc/constructor', 404],
    ['commas without batch', '/trpc/ping,ping', 404],
    ['a bug', '/trpc/broken', 500],
    ['an answer that cannot be written', '/trpc/unspeakable', 500],
    ['a refusal with its own code', '/trpc/rejected', 412],
    ['a refusal before the input is read', '/trpc/refused?input=%7B', 403],
  ])('%s', async (_what, path, status) => {
    expect((await expectSame(path)).status).toBe(status);
  });

  test.each([
    ['a mutation', '/trpc/save', { body: body({ title: 'x' }) }, 200],
    ['a mutation without input', '/trpc/touch', { body: '' }, 200],
    ['a byte order mark', '/trpc/save', { body: `\uFEFF${body({ title: 'x' })}` }, 200],
    [
      'a charset',
      '/trpc/save',
      { body: body({ title: 'x' }), type: 'application/json; charset=utf-8' },
      200,
    ],
    [
      'an input in the address of a mutation',
      `/trpc/save?input=${input({ title: 'x' })}`,
      { body: '' },
      400,
    ],
    ['a conflict with the current row', '/trpc/taken', { body: body(null) }, 409],
    ['an empty body', '/trpc/save', { body: '' }, 400],
    ['malformed JSON', '/trpc/save', { body: '{"json":' }, 400],
    ['text', '/trpc/save', { body: 'hello', type: 'text/plain' }, 415],
    ['no content type', '/trpc/save', { method: 'POST', type: null }, 415],
    ['a query by POST', '/trpc/ping', { body: body(null) }, 405],
    ['a mutation by GET', '/trpc/save', { method: 'GET' }, 405],
    ['an unknown procedure by POST', '/trpc/nobody', { body: body(1) }, 404],
    ['PUT', '/trpc/save', { method: 'PUT', body: body({ title: 'x' }) }, 405],
    ['DELETE', '/trpc/save', { method: 'DELETE', body: body({ title: 'x' }) }, 405],
    ['PATCH', '/trpc/ping', { method: 'PATCH', body: '{}' }, 405],
    ['OPTIONS', '/trpc/save', { method: 'OPTIONS', type: null }, 415],
    ['HEAD', '/trpc/ping', { method: 'HEAD', type: null }, 204],
    ['HEAD of nothing', '/trpc/nobody', { method: 'HEAD', type: null }, 204],
    ['GET with a content type', '/trpc/ping', { method: 'GET', type: 'text/plain' }, 200],
  ] as [string, string, Sent, number][])('%s', async (_what, path, sent, status) => {
    const answer = await expectSame(
      path,
      status === 415 || sent.method === 'HEAD' ? sent : { type: 'application/json', ...sent },
    );
    expect(answer.status).toBe(status);
  });
});

describe('superjson that wants to do harm', () => {
  test.each([
    [
      'a path into the prototype',
      '{"json":{"a":1},"meta":{"values":{"__proto__.polluted":["Date"]}}}',
    ],
    [
      'a path to the constructor',
      '{"json":{"a":1},"meta":{"values":{"constructor.prototype.polluted":["undefined"]}}}',
    ],
    [
      'references into the prototype',
      '{"json":{"a":{}},"meta":{"referentialEqualities":{"a":["__proto__.polluted"]}}}',
    ],
    ['an unknown annotation', '{"json":{"a":1},"meta":{"values":{"a":["nonsense"]}}}'],
    ['a custom class', '{"json":{"a":1},"meta":{"values":{"a":[["class","Evil"]]}}}'],
    ['annotations that are no list', '{"json":{"a":1},"meta":{"values":7}}'],
    ['a path that is not there', '{"json":{"a":1},"meta":{"values":{"x.y.z":["Date"]}}}'],
    ['an impossible date', '{"json":{"a":"never"},"meta":{"values":{"a":["Date"]}}}'],
    ['a pattern', '{"json":{"a":"/(a+)+$/"},"meta":{"values":{"a":["regexp"]}}}'],
    ['an address', '{"json":{"a":"no url"},"meta":{"values":{"a":["URL"]}}}'],
    ['a number that is none', '{"json":{"a":"x"},"meta":{"values":{"a":["bigint"]}}}'],
    ['a key __proto__', '{"json":{"__proto__":{"polluted":true}}}'],
  ])('%s', async (_what, text) => {
    const get = await expectSame(`/trpc/title?input=${raw(text)}`);
    expect(get.status).toBe(400);
    expect((await expectSame('/trpc/save', { body: text })).status).toBe(400);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('nesting a hundred thousand deep', async () => {
    const nested = `{"json":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect((await expectSame('/trpc/save', { body: nested })).status).toBe(400);
  });
});

describe('a batch', () => {
  const inputs = (values: Record<number, unknown>) =>
    raw(
      JSON.stringify(
        Object.fromEntries(
          Object.entries(values).map(([index, value]) => [index, superjson.serialize(value)]),
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
      JSON.stringify({ 0: superjson.serialize({ title: 'x' }) }),
      200,
    ],
    [
      'of mutations, one refused',
      '/trpc/save,taken?batch=1',
      JSON.stringify({ 0: superjson.serialize({ title: 'x' }) }),
      207,
    ],
    ['of mutations with malformed JSON', '/trpc/save,touch?batch=1', '{', 207],
  ])('%s', async (_what, path, text, status) => {
    expect((await expectSame(path, { body: text })).status).toBe(status);
  });
});

describe('a body that is too large', () => {
  const large = JSON.stringify(superjson.serialize({ title: 'x'.repeat(BODY_MAX_BYTES) }));

  test('is refused', async () => {
    expect((await expectSame('/trpc/save', { body: large })).status).toBe(413);
  });

  test('just fits', async () => {
    const frame = JSON.stringify(superjson.serialize({ title: '' })).length;
    const text = JSON.stringify(superjson.serialize({ title: 'x'.repeat(BODY_MAX_BYTES - frame) }));
    expect((await expectSame('/trpc/save', { body: text })).status).toBe(200);
  });

  test('does not end the connection for the next request', async () => {
    await ask(doors.own, '/trpc/save', { body: large });
    expect((await ask(doors.own, '/trpc/ping')).status).toBe(200);
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
    const handle = createProcedureHandler({
      router: slow,
      prefix: '/trpc/',
      headers: [],
      admit: async () => ({ ctx, headers: () => [] }),
      onFailure: () => undefined,
    });
    const door = new URL(await serve((req, res) => void handle(req, res)));
    const socket = connect(Number(door.port), door.hostname);
    socket.write('GET /trpc/wait HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await expect.poll(() => signal).toBeDefined();
    expect(signal?.aborted).toBe(false);
    socket.destroy();
    await expect.poll(() => signal?.aborted).toBe(true);
  });
});
