// For every way people, teams and sessions can change: the lists of two admins, kept current by events alone, are what
// fresh answers say, page by page.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPostgres } from '#db/schema/kit.ts';
import { adminLive } from '#client/features/admin/admin.live.ts';
import type { SessionPage } from '#server/admin/sessions.service.ts';
import { createSession } from '#server/auth/session.ts';
import { newId } from '#server/new-id.ts';
import { randomOf } from '#tests/support/random-of.ts';
import { screen, Screens } from '#tests/support/screens.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

const RUNS = isPostgres ? 2 : 4;
const ACTS = isPostgres ? 20 : 60;
const PAGE = 3;
const PASSWORD = 'correct horse battery';
const NAMES = ['김민수', '김민서', '박지영', 'Ana', 'ana', '가나 다', '남궁민수'];

type Admin = Awaited<ReturnType<TestApp['person']>>;
type Office = {
  app: TestApp;
  admins: Admin[];
  personIds: string[];
  teamIds: string[];
  sessionIds: string[];
  random: ReturnType<typeof randomOf>;
};

const seeds = fc.sample(fc.integer(), { numRuns: RUNS, seed: 20_261_125 });

test.each(seeds)('random acts of two admins leave their lists as fresh ones (%i)', async (seed) => {
  await using app = await testApp();
  const boss = await app.person('boss', { role: 'admin' });
  const admins = [boss, await app.person('second', { role: 'admin' })];
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const office: Office = {
    app,
    admins,
    personIds: [minsu.id, jiyoung.id],
    teamIds: [minsu.viewer.teamId ?? ''],
    sessionIds: [],
    random: randomOf(seed),
  };
  for (let count = 0; count < 3 * PAGE; count += 1) await signIn(office);
  const screens: Screens[] = [];
  for (const admin of admins) screens.push(await Screens.open(app, admin, queriesOf(minsu.id)));
  const pages = await SessionPages.open(boss);
  for (let act = 0; act < ACTS; act += 1) {
    app.clock.advance(office.random.of([0, 1000]));
    await actAtRandom(office);
    for (const open of screens) await open.expectCurrent();
    await pages.expectCurrent(app.clock.now());
  }
  await pages.close();
  for (const open of screens) {
    expect([...open.askedAgain]).toEqual([]);
    await open.close();
  }
});

const queriesOf = (personId: string) => [
  screen('admin.users.list', undefined),
  screen('admin.teams.list', undefined),
  screen('admin.sessions.list', { limit: 200 }),
  screen('admin.sessions.list', { limit: 200, personId }),
];

/** Sessions as an endless list has them: each page is the answer for its own stretch. */
class SessionPages {
  readonly #admin: Admin;
  readonly #feed: ReturnType<Admin['feed']>;
  readonly #pages: { cursor: string | null; page: SessionPage }[] = [];
  #delivered = 0;

  private constructor(admin: Admin) {
    this.#admin = admin;
    this.#feed = admin.feed();
  }

  static async open(admin: Admin): Promise<SessionPages> {
    const opened = new SessionPages(admin);
    let cursor: string | null = null;
    do {
      const page: SessionPage = await opened.#ask(PAGE, cursor);
      opened.#pages.push({ cursor, page });
      cursor = page.nextCursor;
    } while (cursor !== null);
    return opened;
  }

  async expectCurrent(now: Date): Promise<void> {
    const { viewer } = this.#admin;
    const changes = await this.#feed.changes();
    for (const event of changes.slice(this.#delivered))
      for (const each of this.#pages) {
        const input = { limit: PAGE, ...(each.cursor === null ? {} : { cursor: each.cursor }) };
        const next = adminLive['admin.sessions.list'](each.page, event, { input, viewer, now });
        if (next !== 'ask again') each.page = next;
      }
    this.#delivered = changes.length;
    const fresh = await this.#ask(200, null);
    expect(this.#pages.flatMap(({ page }) => page.items)).toEqual(fresh.items);
  }

  close(): Promise<void> {
    return this.#feed.close();
  }

  #ask(limit: number, cursor: string | null): Promise<SessionPage> {
    const input = cursor === null ? { limit } : { limit, cursor };
    return this.#admin.call.admin.sessions.list(input);
  }
}

async function signIn({ app, personIds, sessionIds, random }: Office): Promise<void> {
  await app.db.write({ actorId: null }, async (tx) => {
    const origin = { userAgent: 'Firefox/140.0', address: '192.0.2.7' };
    const { id } = await createSession(tx, random.of(personIds), origin);
    sessionIds.push(id);
  });
}

async function actAtRandom(office: Office): Promise<void> {
  const { admins, personIds, teamIds, sessionIds, random } = office;
  const { users, teams, sessions } = random.of(admins).call.admin;
  const id = random.of([...personIds, ...personIds, ...admins.map((admin) => admin.id)]);
  const patches = [
    { name: random.of(NAMES) },
    { username: `user-${random.of([1, 2, 3])}` },
    { role: random.of(['staff', 'admin'] as const) },
    { teamId: random.of([null, ...teamIds]) },
  ];
  const acts = [
    () => signIn(office),
    () => signIn(office),
    () => sessions.end({ id: random.of(sessionIds) }),
    () => {
      personIds.push(newId());
      const username = `new-${personIds.length}`;
      const name = random.of(NAMES);
      return users.create({ id: personIds.at(-1) ?? '', username, name, password: PASSWORD });
    },
    ...patches.map((patch) => () => users.update({ id, patch })),
    () => users.deactivate({ id: random.of(personIds) }),
    () => users.reactivate({ id: random.of(personIds) }),
    () => users.resetPassword({ id: random.of(personIds), password: `${PASSWORD} again` }),
    () => {
      teamIds.push(newId());
      return teams.create({ id: teamIds.at(-1) ?? '', name: random.of(NAMES) });
    },
    () => teams.update({ id: random.of(teamIds), patch: { name: random.of(NAMES) } }),
    () => teams.remove({ id: random.of(teamIds) }),
  ];
  try {
    await random.of<() => Promise<unknown>>(acts)();
  } catch (error) {
    const code = expect.stringMatching(/NOT_FOUND|FORBIDDEN|CONFLICT|PRECONDITION_FAILED/);
    expect(error).toMatchObject({ code });
  }
}
