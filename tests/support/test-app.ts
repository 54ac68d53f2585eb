// A whole Haru for one test: a real database of its own, a clock that moves when told, people who call procedures.
//   await using app = await testApp();
//   const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
//   await minsu.call.tasks.create({ … });
import type { OnStatement } from '#db/database.ts';
import { people, teams } from '#db/schema/people.ts';
import { type App, type AppOptions, appRouter, createApp } from '#server/app.ts';
import { type Config, readConfig } from '#server/config.ts';
import { createLocalBus } from '#server/live/bus.ts';
import { topics } from '#server/live/audience.ts';
import { createLogger } from '#server/log.ts';
import { newId } from '#server/new-id.ts';
import { emitPerson } from '#server/people/people.events.ts';
import type { PersonRow } from '#server/people/people.row.ts';
import { type Context, createCallerFactory } from '#server/trpc.ts';
import type { Caller, Viewer } from '#server/viewer.ts';
import { testDatabase } from './database.ts';
import { FakeClock } from './fake-clock.ts';
import { TestFeed } from './test-feed.ts';

const createCaller = createCallerFactory(appRouter);

export type Procedures = ReturnType<typeof createCaller>;
export type TestApp = Awaited<ReturnType<typeof testApp>>;

export type TestAppOptions = {
  config?: Partial<Config>;
  startAt?: Date;
  onStatement?: OnStatement;
  isPushService?: AppOptions['isPushService'];
};

/** 10:00 in Seoul, a Monday. */
export const MONDAY_MORNING = new Date('2026-11-23T01:00:00Z');

export async function testApp(options: TestAppOptions = {}) {
  const clock = new FakeClock(options.startAt ?? MONDAY_MORNING);
  const database = await testDatabase({
    now: () => clock.now(),
    ...(options.onStatement === undefined ? {} : { onStatement: options.onStatement }),
  });
  const { db } = database;
  const config = {
    ...readConfig({ LOG_LEVEL: 'silent', DATA_DIR: '/nonexistent' }),
    ...options.config,
  };
  const log = createLogger('silent');
  const { isPushService } = options;
  const parts = { config, clock, log, ...(isPushService === undefined ? {} : { isPushService }) };
  const first = await createApp({ ...parts, db, bus: createLocalBus() });
  const { deps } = first;
  const running: App[] = [first];

  function contextOf(caller: Caller | null): Context {
    return {
      deps,
      caller,
      requestId: newId(),
      address: '127.0.0.1',
      userAgent: 'test',
      setSessionSecret: () => {},
      cursor: null,
      socket: null,
    };
  }

  async function team(name: string) {
    const id = newId();
    await db.write({ actorId: null }, async (tx) => {
      const row = { id, name, version: 1, createdAt: tx.now, updatedAt: tx.now };
      await tx.insert(teams).values(row);
      tx.emit({
        feature: 'teams',
        kind: 'team.created',
        id,
        version: 1,
        audience: [topics.staff],
        data: { id, name, version: 1 },
      });
      tx.audit('test.team', { kind: 'team', id });
    });
    return { id, name };
  }

  async function person(
    username: string,
    as: { role?: 'staff' | 'admin'; teamId?: string | null } = {},
  ) {
    const id = newId();
    const viewer: Viewer = {
      id,
      username,
      name: username,
      role: as.role ?? 'staff',
      teamId: as.teamId ?? null,
      locale: 'ko',
    };
    await db.write({ actorId: null }, async (tx) => {
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
      tx.audit('test.person', { kind: 'person', id });
    });
    await settled();
    return actor({ viewer, session: { id: `session-of-${id}` }, token: null });
  }

  /** Somebody as one caller: their session, or a token of theirs. */
  function actor(caller: Caller) {
    const { viewer } = caller;
    return {
      id: viewer.id,
      viewer,
      call: createCaller(contextOf(caller)),
      /** What their open tab receives from now on, or from `cursor` on. */
      feed: (cursor: string | null = deps.hub.position) =>
        TestFeed.open(deps.hub, { userId: viewer.id, cursor }),
      withToken: (scope: 'read' | 'write') =>
        createCaller(contextOf({ viewer, session: null, token: { id: newId(), scope } })),
      /** The same person with other rights, as their next request would find them. */
      as: (changes: Partial<Viewer>) => actor({ ...caller, viewer: { ...viewer, ...changes } }),
    };
  }

  /** Everything committed so far has been read by the hub. */
  async function settled(): Promise<void> {
    const head = await db.read(async (tx) => tx.seq);
    await deps.hub.readUpTo(head);
  }

  async function stop(): Promise<void> {
    for (const app of running.splice(0)) await app.close();
  }

  return {
    db,
    deps,
    clock,
    settled,
    team,
    person,
    actor,
    nobody: createCaller(contextOf(null)),
    /** Staff of one team, by name: `const { minsu } = await app.people('minsu')`. */
    async people<const N extends string>(...names: N[]) {
      const { id: teamId } = await team(`team of ${names.join(', ')}`);
      const found: Record<string, Awaited<ReturnType<typeof person>>> = {};
      for (const name of names) found[name] = await person(name, { teamId });
      return found as Record<N, Awaited<ReturnType<typeof person>>>;
    },
    /** Another process of the same office: its own hub, caches and scheduler on the same database. */
    async process() {
      const again = await database.openAgain();
      const app = await createApp({ ...parts, db: again, bus: createLocalBus() });
      running.push(app);
      return app;
    },
    /** No process runs any more; time goes on. */
    stop,
    async [Symbol.asyncDispose]() {
      await stop();
      await database[Symbol.asyncDispose]();
    },
  };
}
