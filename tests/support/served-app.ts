// A whole Haru behind a real port, for tests of what only HTTP and sockets can show.
//   await using app = await servedApp();
//   const minsu = await app.signedIn('minsu');
//   await app.ask('/trpc/auth.me', { cookie: minsu.cookie });
import { request } from 'node:http';
import { people } from '#db/schema/people.ts';
import { type AppOptions, createApp } from '#server/app.ts';
import { createSession } from '#server/auth/session.ts';
import { type Config, readConfig } from '#server/config.ts';
import { newId } from '#server/new-id.ts';
import { emitPerson } from '#server/people/people.events.ts';
import type { PersonRow } from '#server/people/people.row.ts';
import { createToken } from '#server/tokens/tokens.service.ts';
import type { Viewer } from '#server/viewer.ts';
import { testDatabase } from './database.ts';

export type ServedApp = Awaited<ReturnType<typeof servedApp>>;
export type SignedInPerson = Awaited<ReturnType<ServedApp['signedIn']>>;

export type ServedOptions = Partial<Omit<AppOptions, 'config' | 'db'>> & {
  config?: Partial<Config>;
};

export type Asked = { method?: string; body?: string } & Record<string, string | undefined>;

export async function servedApp({ config, ...options }: ServedOptions = {}) {
  const { clock } = options;
  const database = await testDatabase(clock === undefined ? {} : { now: () => clock.now() });
  const { db } = database;
  const settings = readConfig({ LOG_LEVEL: 'silent', PORT: '0', DATA_DIR: '/nonexistent' });
  const app = await createApp({
    pagesFolder: null,
    ...options,
    config: { ...settings, ...config },
    db,
  });
  const { port } = await app.listen();
  const host = `127.0.0.1:${port}`;

  async function signedIn(username: string, role: Viewer['role'] = 'staff') {
    const viewer: Viewer = {
      id: newId(),
      username,
      name: username,
      role,
      teamId: null,
      locale: 'ko',
    };
    const { value: session } = await db.write({ actorId: null }, async (tx) => {
      const row: PersonRow = {
        ...viewer,
        status: 'active',
        theme: 'system',
        enterSends: true,
        hasSound: true,
        passwordHash: 'none',
        version: 1,
        createdAt: tx.now,
        updatedAt: tx.now,
        deactivatedAt: null,
      };
      await tx.insert(people).values(row);
      emitPerson(tx, null, row);
      tx.audit('test.person', { kind: 'person', id: viewer.id });
      return createSession(tx, viewer.id, { userAgent: 'test', address: '127.0.0.1' });
    });
    await app.deps.hub.readUpTo(await db.read(async (tx) => tx.seq));
    const name = app.deps.config.publicOrigin?.startsWith('https:')
      ? '__Host-haru_session'
      : 'haru_session';
    return { viewer, session, cookie: `${name}=${session.secret}` };
  }

  async function token(viewer: Viewer, scope: 'read' | 'write' = 'write'): Promise<string> {
    const input = { name: 'script', scope, expiresInDays: 1 };
    const { secret } = await createToken(app.deps, viewer, input);
    return `Bearer ${secret}`;
  }

  return {
    ...app,
    db,
    port,
    host,
    origin: `http://${host}`,
    signedIn,
    token,
    ask: (path: string, asked: Asked = {}) => ask(port, path, asked),
    async [Symbol.asyncDispose]() {
      await app.close({ drainMs: 0 });
      await database[Symbol.asyncDispose]();
    },
  };
}

/** With node:http, because fetch sets Host and Origin as it likes. */
function ask(port: number, path: string, { method = 'GET', body, ...headers }: Asked) {
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const given = Object.entries(headers).filter(([, value]) => value !== undefined);
  type Answer = { status: number; headers: Record<string, string | undefined>; text: string };
  return new Promise<Answer>((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        agent: false,
        headers: { ...type, ...Object.fromEntries(given) },
      },
      (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () => {
          const flat = Object.entries(res.headers).map(([name, value]) => [name, String(value)]);
          const text = Buffer.concat(chunks).toString();
          resolve({ status: res.statusCode ?? 0, headers: Object.fromEntries(flat), text });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
