import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { people } from '#db/schema/people.ts';
import { sessions } from '#db/schema/sessions.ts';
import { createSession, validateSession } from '#server/auth/session.ts';
import { during, told } from '#tests/support/during.ts';
import { recordStatements, expectNoFullScan } from '#tests/support/explain.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

async function sessionOf(app: TestApp, personId: string) {
  const { value } = await app.db.write({ actorId: personId }, (tx) =>
    createSession(tx, personId, { userAgent: 'a browser', address: '192.0.2.7' }),
  );
  return value;
}

async function storedOf(app: TestApp, id: string) {
  const [row] = await app.db.read(async (tx) =>
    tx.select().from(sessions).where(eq(sessions.id, id)),
  );
  return row;
}

test('a session says who it is, with the rights of now', async () => {
  await using app = await testApp();
  const minsu = await app.person('minsu');
  const { id, secret } = await sessionOf(app, minsu.id);
  const found = await validateSession(app.deps, secret);
  expect(found).toMatchObject({ viewer: minsu.viewer, session: { id }, token: null });
  await app.db.write({ actorId: null }, async (tx) => {
    await tx.update(people).set({ role: 'admin' }).where(eq(people.id, minsu.id));
    tx.audit('test.role', { kind: 'person', id: minsu.id });
  });
  expect((await validateSession(app.deps, secret))?.viewer.role).toBe('admin');
});

test('what is not a secret of ours opens nothing, nor does the stored id', async () => {
  await using app = await testApp();
  const minsu = await app.person('minsu');
  const { id } = await sessionOf(app, minsu.id);
  for (const secret of ['', 'x', id, 'a'.repeat(40), 'A'.repeat(40), 'a'.repeat(100_000), '\0'])
    expect(await validateSession(app.deps, secret)).toBeNull();
});

test('a session that is used lasts on; after thirty idle days it has ended, and everybody is told', async () => {
  await using app = await testApp();
  const minsu = await app.person('minsu');
  const { id, secret } = await sessionOf(app, minsu.id);
  app.clock.advance(14 * DAY_MS);
  await validateSession(app.deps, secret);
  const early = await storedOf(app, id);
  app.clock.advance(2 * DAY_MS);
  const renewal = await during(app, () => validateSession(app.deps, secret));
  const late = await storedOf(app, id);
  expect(renewal.labels).toEqual(['session.renew', 'session.touch']);
  expect((late?.expiresAt.getTime() ?? 0) - (early?.expiresAt.getTime() ?? 0)).toBeCloseTo(
    16 * DAY_MS,
    -2,
  );

  app.clock.advance(29 * DAY_MS);
  expect(await validateSession(app.deps, secret)).not.toBeNull();
  const end = await during(app, () => {
    app.clock.advance(30 * DAY_MS + MINUTE_MS);
    return validateSession(app.deps, secret);
  });
  expect(end.answer).toBeNull();
  expect(end.events.map(({ kind, id, data }) => ({ kind, id, data }))).toEqual([
    { kind: 'session.ended', id, data: { sessionId: id, personId: minsu.id, reason: 'expired' } },
  ]);
});

test('a session that nobody used for thirty days is ended when its time comes, without being asked', async () => {
  await using app = await testApp();
  const minsu = await app.person('minsu');
  const { id } = await sessionOf(app, minsu.id);
  const { events } = await during(app, async () => {
    app.clock.advance(30 * DAY_MS);
    // The days go on until the sweep, which may be looking just then, is woken by one of them.
    const nextDay = async () => {
      app.clock.advance(DAY_MS);
      return await storedOf(app, id);
    };
    await expect.poll(nextDay, { timeout: 15_000 }).toBeUndefined();
  });
  expect(events.map(told)).toEqual([
    {
      kind: 'session.ended',
      id,
      audience: [`user:${minsu.id}`, 'admins'],
      data: { sessionId: id, personId: minsu.id, reason: 'expired' },
    },
  ]);
});

test('that it is in use is noted once in ten minutes, however many requests come at once', async () => {
  await using app = await testApp();
  const minsu = await app.person('minsu');
  const { id, secret } = await sessionOf(app, minsu.id);
  const six = () => Promise.all(Array.from({ length: 6 }, () => validateSession(app.deps, secret)));
  app.clock.advance(9 * MINUTE_MS);
  expect((await during(app, six)).labels).toEqual([]);
  app.clock.advance(MINUTE_MS);
  const noted = await during(app, six);
  expect(noted.labels).toEqual(['session.touch']);
  const stored = await storedOf(app, id);
  expect(stored?.lastSeenAt).toEqual(app.clock.now());
  expect(noted.events.map(told)).toEqual([
    { kind: 'session.changed', id, audience: [`user:${minsu.id}`, 'admins'], data: stored },
  ]);
  expect((await during(app, six)).labels).toEqual([]);
});

test('an inactive person’s session opens nothing', async () => {
  await using app = await testApp();
  const minsu = await app.person('minsu');
  const { secret } = await sessionOf(app, minsu.id);
  await app.db.write({ actorId: null }, async (tx) => {
    await tx.update(people).set({ status: 'inactive' }).where(eq(people.id, minsu.id));
    tx.audit('test.status', { kind: 'person', id: minsu.id });
  });
  expect(await validateSession(app.deps, secret)).toBeNull();
});

test('finding out who asks is one statement, answered from indexes', async () => {
  const statements = recordStatements();
  await using app = await testApp({ onStatement: statements.add });
  const minsu = await app.person('minsu');
  const { secret } = await sessionOf(app, minsu.id);
  statements.take();
  await validateSession(app.deps, secret);
  const asked = statements.take().filter(({ sql }) => sql.includes('sessions'));
  expect(asked).toHaveLength(1);
  for (const statement of asked) await expectNoFullScan(app.db, statement);
});
