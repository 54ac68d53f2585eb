// For every way a person, a team, a session or a token can change: the directory, oneself, one's own sessions and
// tokens, kept current by events alone, are what fresh answers say. For an admin, for a colleague, and for whom it is.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPostgres } from '#db/schema/kit.ts';
import { createSession, endSession } from '#server/auth/session.ts';
import { newId } from '#server/new-id.ts';
import { randomOf } from '#tests/support/random-of.ts';
import { screen, Screens } from '#tests/support/screens.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

const RUNS = isPostgres ? 2 : 5;
const ACTS = isPostgres ? 20 : 80;
const PASSWORD = 'correct horse battery';

type Person = Awaited<ReturnType<TestApp['person']>>;
type Office = {
  app: TestApp;
  admin: Person;
  minsu: Person;
  /** Whose rights change; they have nothing open here. */
  others: string[];
  teamIds: string[];
  tokenIds: string[];
  sessionIds: string[];
  random: ReturnType<typeof randomOf>;
};

const names = ['가나', '나다', '다라', 'Ana', 'ana', '가나 ', '😀', '\uFF21'];
const seeds = fc.sample(fc.integer(), { numRuns: RUNS, seed: 20_261_124 });

test.each(seeds)(
  'random acts leave the directory, sessions and tokens as fresh ones (%i)',
  async (seed) => {
    await using app = await testApp();
    const admin = await app.person('admin', { role: 'admin' });
    const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
    const office: Office = {
      app,
      admin,
      minsu,
      others: [harin.id],
      teamIds: [],
      tokenIds: [],
      sessionIds: [],
      random: randomOf(seed),
    };
    const screens: Screens[] = [];
    for (const person of [admin, minsu, jiyoung])
      screens.push(await Screens.open(app, person, queries(harin.id)));
    for (let act = 0; act < ACTS; act += 1) {
      app.clock.advance(office.random.of([0, 1, 60_000]));
      await actAtRandom(office);
      for (const open of screens) await open.expectCurrent();
    }
    for (const open of screens) {
      expect([...open.askedAgain]).toEqual([]);
      await open.close();
    }
  },
);

function queries(somebody: string) {
  return [
    screen('people.list', undefined),
    screen('people.get', { id: somebody }),
    screen('teams.list', undefined),
    screen('auth.me', undefined),
    screen('auth.sessions', undefined),
    screen('tokens.list', undefined),
  ];
}

/** What is refused (a name in use, a team that still has people) changes nothing, and that is checked too. */
async function actAtRandom(office: Office): Promise<void> {
  const acts = Object.values(actsOf(office));
  await office.random
    .of(acts)()
    .catch((error: unknown) =>
      expect(error).toMatchObject({
        code: expect.stringMatching(/NOT_FOUND|CONFLICT|BAD_REQUEST|PRECONDITION_FAILED/),
      }),
    );
}

function actsOf({ app, admin, minsu, others, teamIds, tokenIds, sessionIds, random }: Office) {
  const { users, teams } = admin.call.admin;
  const id = newId();
  const name = random.of(names);
  const teamId = random.of([null, ...teamIds]);
  const someTeam = teamIds.length === 0 ? id : random.of(teamIds);
  const somebody = random.of(others);
  return {
    async hire() {
      const username = `u${id.slice(0, 8)}`;
      await users.create({ id, username, name, password: PASSWORD, teamId });
      others.push(id);
    },
    rename: () => users.update({ id: random.of([...others, minsu.id]), patch: { name } }),
    move: () => users.update({ id: random.of([...others, minsu.id]), patch: { teamId } }),
    promote: () => users.update({ id: somebody, patch: { role: random.of(['staff', 'admin']) } }),
    dismiss: () => users.deactivate({ id: somebody }),
    rehire: () => users.reactivate({ id: somebody }),
    resetPassword: () => users.resetPassword({ id: somebody, password: PASSWORD }),
    async found() {
      await teams.create({ id, name });
      teamIds.push(id);
    },
    renameTeam: () => teams.update({ id: someTeam, patch: { name } }),
    dissolve: () => teams.remove({ id: someTeam }),
    profile: () =>
      minsu.call.people.updateProfile({ name, theme: random.of(['system', 'light', 'dark']) }),
    language: () => minsu.call.people.updateProfile({ locale: random.of(['ko', 'en']) }),
    async makeToken() {
      const token = { name: '보고', scope: 'read' as const, expiresInDays: 30 };
      tokenIds.push((await minsu.call.tokens.create(token)).item.id);
    },
    revokeToken: () => minsu.call.tokens.revoke({ id: random.of([id, ...tokenIds]) }),
    async signInSomewhere() {
      const personId = random.of([admin.id, minsu.id]);
      const origin = { userAgent: 'a browser', address: '192.0.2.7' };
      const { value } = await app.db.write({ actorId: personId }, (tx) =>
        createSession(tx, personId, origin),
      );
      sessionIds.push(value.id);
    },
    async signOutSomewhere() {
      const sessionId = random.of(['0'.repeat(64), ...sessionIds]);
      await app.db.write({ actorId: null }, (tx) => endSession(tx, sessionId, 'signed_out'));
    },
    endOthers: () => minsu.call.auth.endOtherSessions(),
  };
}
