// Our HTTP adapter against the stock one of @trpc/server: the same request, the same answer.
import { describe, expect, test } from 'vitest';
import {
  body,
  expectSame,
  input,
  raw,
  type Sent,
  openBothAdapters,
} from '#tests/support/both-adapters.ts';

openBothAdapters();

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
  ] as [string, string, Sent, number][])('%s', async (...[, path, sent, status]) => {
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
