// The same procedures behind two HTTP adapters: the stock one of @trpc/server and ours. Ask both the same, and compare.
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AnyRouter, initTRPC, TRPCError } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import { serialize } from 'superjson';
import { afterAll, beforeAll, expect } from 'vitest';
import * as z from 'zod/mini';
import { describeError } from '#server/error-shape.ts';
import { conflict, forbidden } from '#server/errors.ts';
import { BODY_MAX_BYTES } from '#server/http/body.ts';
import { createProcedureHandler } from '#server/http/procedures.ts';
import { wireTransformer } from '#server/live/wire.ts';

export const t = initTRPC.context<{ requestId: string }>().create({
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
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Our adapter in front of some router; gone with the file's last test. */
export function serveOwn(procedures: AnyRouter): Promise<string> {
  const handle = createProcedureHandler({
    router: procedures,
    prefix: '/trpc/',
    headers: ['content-type', 'application/json'],
    admit: async () => ({ ctx, headers: () => [] }),
    contextOfRefusal: () => undefined,
    onFailure: () => undefined,
  });
  return serve((req, res) => void handle(req, res));
}

/** Opens both for the tests of a file. */
export function openBothAdapters(): void {
  beforeAll(async () => {
    const stock = {
      router,
      createContext: () => ctx,
      maxBodySize: BODY_MAX_BYTES,
      maxBatchSize: 50,
    };
    doors.stock = await serve(createHTTPHandler({ ...stock, basePath: '/trpc/' }));
    doors.own = await serveOwn(router);
  });
  afterAll(() => {
    for (const server of servers) server.close();
  });
}

export const askOwn = (path: string, sent?: Sent) => ask(doors.own, path, sent);

export type Sent = { method?: string; body?: string; type?: string | null };

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

export async function both(path: string, sent?: Sent) {
  const [stock, own] = await Promise.all([
    ask(doors.stock, path, sent),
    ask(doors.own, path, sent),
  ]);
  return { stock, own };
}

export async function expectSame(path: string, sent?: Sent) {
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

export const input = (value: unknown) => encodeURIComponent(JSON.stringify(serialize(value)));
export const raw = (text: string) => encodeURIComponent(text);
export const body = (value: unknown) => JSON.stringify(serialize(value));
