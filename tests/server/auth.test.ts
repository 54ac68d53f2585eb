import { hash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { people } from '#db/schema/people.ts';
import { sessions } from '#db/schema/sessions.ts';
import { during, told } from '#tests/support/during.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';
import { givePassword, PASSWORD, visitor } from '#tests/support/visitor.ts';

const WRONG = { code: 'UNAUTHORIZED', facts: { reason: 'wrong_credentials' } };

async function officeOf(app: TestApp) {
  const minsu = await app.person('minsu');
  await givePassword(app, minsu.id);
  return minsu;
}

function storedSessions(app: TestApp) {
  return app.db.read(async (tx) => tx.select().from(sessions).orderBy(sessions.createdAt));
}

test('signing in answers who it is, stores a hash, and tells their own tabs and the admins', async () => {
  await using app = await testApp();
  const minsu = await officeOf(app);
  const browser = visitor(app, { address: '192.0.2.7', userAgent: 'Firefox' });

  const { answer, events, labels } = await during(app, () => browser.signIn('minsu'));

  const { id, username, name, role, teamId, locale } = minsu.viewer;
  const settings = { theme: 'system', enterSends: true, hasSound: true };
  const me = { id, username, name, role, teamId, locale, ...settings };
  expect(answer.viewer).toEqual(me);
  expect((await (await browser.call()).auth.me()).viewer).toEqual(me);
  const [stored, ...others] = await storedSessions(app);
  expect(others).toEqual([]);
  expect(stored).toMatchObject({ personId: id, userAgent: 'Firefox', address: '192.0.2.7' });
  expect(stored?.id).toBe(hash('sha256', browser.cookie ?? '', 'hex'));
  expect(JSON.stringify(stored)).not.toContain(browser.cookie);
  expect(events.map(told)).toEqual([
    { kind: 'session.started', id: stored?.id, audience: [`user:${id}`, 'admins'], data: stored },
  ]);
  expect(labels).toEqual(['sign_in.attempt', 'session.start']);
});

test('a name may be typed in capitals, with spaces around it', async () => {
  await using app = await testApp();
  const minsu = await officeOf(app);
  expect((await visitor(app).signIn('  MinSu ')).viewer.id).toBe(minsu.id);
});

test('unknown, wrong and inactive get the same answer, and nothing tells them apart in what is stored', async () => {
  await using app = await testApp();
  await officeOf(app);
  const former = await app.person('former');
  await givePassword(app, former.id);
  const admin = await app.person('boss', { role: 'admin' });
  await admin.call.admin.users.deactivate({ id: former.id });
  const refuse = (username: string, password: string) =>
    during(app, () => expect(visitor(app).signIn(username, password)).rejects.toMatchObject(WRONG));

  for (const [username, password] of [
    ['nobody', PASSWORD],
    ['minsu', 'wrong'],
    ['former', PASSWORD],
    ['', ''],
    ["' or 1=1 --", PASSWORD],
  ] as const) {
    const { events, labels, audit } = await refuse(username, password);
    expect(events).toEqual([]);
    expect(labels).toEqual(['sign_in.attempt']);
    if (password !== '') expect(audit.map(({ line }) => line).join()).not.toContain(password);
  }
});

test('refusing an unknown name takes as long as refusing a wrong password', async () => {
  await using app = await testApp();
  await officeOf(app);
  const timed = async (username: string) => {
    const startedMs = performance.now();
    await expect(visitor(app).signIn(username, 'wrong')).rejects.toMatchObject(WRONG);
    return performance.now() - startedMs;
  };
  await timed('warm-up');
  const rounds = [0, 1, 2, 3];
  const wrong: number[] = [];
  const unknown: number[] = [];
  for (const round of rounds) {
    wrong.push(await timed('minsu'));
    unknown.push(await timed(`nobody${round}`));
  }
  expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...wrong) * 0.5);
  expect(Math.min(...wrong)).toBeGreaterThan(Math.min(...unknown) * 0.5);
});

test('signing in again in the same browser ends the session it had', async () => {
  await using app = await testApp();
  await officeOf(app);
  const browser = visitor(app);
  await browser.signIn('minsu');
  const [first] = await storedSessions(app);
  const { events } = await during(app, () => browser.signIn('minsu'));
  expect(await storedSessions(app)).toHaveLength(1);
  expect(events.map(told)).toMatchObject([
    { kind: 'session.ended', id: first?.id, data: { reason: 'signed_out' } },
    { kind: 'session.started' },
  ]);
});

test('signing out ends the session, clears the cookie, and tells their tabs', async () => {
  await using app = await testApp();
  const minsu = await officeOf(app);
  const browser = visitor(app);
  await browser.signIn('minsu');
  const [stored] = await storedSessions(app);
  const call = await browser.call();

  const { events, labels } = await during(app, () => call.auth.signOut());

  expect(browser.cookie).toBeNull();
  expect(await storedSessions(app)).toEqual([]);
  const data = { sessionId: stored?.id, personId: minsu.id, reason: 'signed_out' };
  expect(events.map(told)).toEqual([
    { kind: 'session.ended', id: stored?.id, audience: [`user:${minsu.id}`, 'admins'], data },
  ]);
  expect(labels).toEqual(['session.end']);
  expect((await (await browser.call()).auth.me()).viewer).toBeNull();
});

test('a new password ends every other session and renews the own one', async () => {
  await using app = await testApp();
  const minsu = await officeOf(app);
  const here = visitor(app);
  const elsewhere = visitor(app);
  await here.signIn('minsu');
  app.clock.advance(1000);
  await elsewhere.signIn('minsu');
  const oldCookie = here.cookie;
  const [mine, other] = await storedSessions(app);
  const call = await here.call();
  const change = { current: PASSWORD, next: '새로운 비밀번호' };

  const { events, labels, audit } = await during(app, () => call.auth.changePassword(change));

  expect(here.cookie).not.toBe(oldCookie);
  expect((await here.caller())?.viewer.id).toBe(minsu.id);
  expect(await elsewhere.caller()).toBeNull();
  const [only, ...rest] = await storedSessions(app);
  expect(rest).toEqual([]);
  expect(events.map(({ kind, id, data }) => ({ kind, id, data }))).toMatchObject([
    { kind: 'session.ended', id: mine?.id, data: { reason: 'session_renewed' } },
    { kind: 'session.ended', id: other?.id, data: { reason: 'password_changed' } },
    { kind: 'session.started', id: only?.id },
  ]);
  expect(labels).toContain('person.change_password');
  expect(audit.map(({ line }) => line).join()).not.toMatch(/비밀번호|argon2/);
  await expect(elsewhere.signIn('minsu')).rejects.toMatchObject(WRONG);
  expect((await elsewhere.signIn('minsu', change.next)).viewer.id).toBe(minsu.id);
});

test('a new password needs the old one, and must be one that others would not try first', async () => {
  await using app = await testApp();
  await officeOf(app);
  const browser = visitor(app);
  await browser.signIn('minsu');
  const { auth } = await browser.call();
  const change = (current: string, next: string) => auth.changePassword({ current, next });
  const [row] = await app.db.read(async (tx) =>
    tx.select({ hash: people.passwordHash }).from(people).where(eq(people.username, 'minsu')),
  );

  await expect(change('wrong', 'something else')).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    facts: { reason: 'wrong_password', fields: { current: [expect.any(String)] } },
  });
  for (const [next, reason] of [
    ['short', 'password_too_short'],
    ['x1'.repeat(101), 'password_too_long'],
    ['PASSWORD123', 'password_too_common'],
    ['aaaaaaaaaa', 'password_too_common'],
  ] as const)
    await expect(change(PASSWORD, next)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      facts: { reason, fields: { next: [expect.any(String)] } },
    });
  const [same] = await app.db.read(async (tx) =>
    tx.select({ hash: people.passwordHash }).from(people).where(eq(people.username, 'minsu')),
  );
  expect(same).toEqual(row);
});

test('a person sees their sessions, ends one of them or all others, and never a colleague’s', async () => {
  await using app = await testApp();
  const minsu = await officeOf(app);
  const jiyoung = await app.person('jiyoung');
  await givePassword(app, jiyoung.id);
  const [here, phone, home, hers] = [visitor(app), visitor(app), visitor(app), visitor(app)];
  for (const browser of [here, phone, home]) {
    await browser.signIn('minsu');
    app.clock.advance(1000);
  }
  await hers.signIn('jiyoung');
  const { auth } = await here.call();
  const mine = await auth.sessions();
  expect(mine.items).toHaveLength(3);
  expect(mine.items.at(-1)?.id).toBe(mine.currentId);
  const phoneId = mine.items[1]?.id ?? '';
  const herId = (await (await hers.call()).auth.sessions()).currentId;

  await expect(auth.endSession({ id: herId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    facts: { reason: 'session_not_found' },
  });
  const one = await during(app, () => auth.endSession({ id: phoneId }));
  expect(one.events.map(told)).toEqual([
    {
      kind: 'session.ended',
      id: phoneId,
      audience: [`user:${minsu.id}`, 'admins'],
      data: { sessionId: phoneId, personId: minsu.id, reason: 'session_ended' },
    },
  ]);
  expect(await phone.caller()).toBeNull();
  await expect(auth.endSession({ id: phoneId })).rejects.toMatchObject({ code: 'NOT_FOUND' });

  const rest = await during(app, () => auth.endOtherSessions());
  expect(rest.labels).toEqual(['session.end']);
  expect(await home.caller()).toBeNull();
  expect((await auth.sessions()).items.map(({ id }) => id)).toEqual([mine.currentId]);
  expect((await hers.caller())?.viewer.id).toBe(jiyoung.id);
});

test('a token can neither ask for nor become a session', async () => {
  await using app = await testApp();
  const minsu = await officeOf(app);
  const { auth } = minsu.withToken('write');
  const refused = { code: 'FORBIDDEN', facts: { reason: 'token_not_allowed' } };
  const id = 'a'.repeat(64);
  for (const call of [
    () => auth.me(),
    () => auth.signIn({ username: 'minsu', password: PASSWORD }),
    () => auth.signOut(),
    () => auth.sessions(),
    () => auth.endSession({ id }),
    () => auth.endOtherSessions(),
    () => auth.changePassword({ current: PASSWORD, next: 'another one' }),
  ])
    await expect(call()).rejects.toMatchObject(refused);
});

test('nobody can do what needs a session', async () => {
  await using app = await testApp();
  const { auth } = app.nobody;
  for (const call of [
    () => auth.signOut(),
    () => auth.sessions(),
    () => auth.endSession({ id: 'a'.repeat(64) }),
    () => auth.endOtherSessions(),
    () => auth.changePassword({ current: PASSWORD, next: 'another one' }),
  ])
    await expect(call()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  expect((await auth.me()).viewer).toBeNull();
});

test('malformed input is refused before any password is looked at', async () => {
  await using app = await testApp();
  await officeOf(app);
  const call = await visitor(app).call();
  for (const input of [
    {},
    { username: 'minsu' },
    { username: 'minsu', password: 5 },
    { username: 'minsu', password: 'x\0' },
    { username: '\ud800', password: 'x' },
    { username: 'minsu', password: 'x'.repeat(1001) },
  ]) {
    const { labels } = await during(app, () =>
      expect(call.auth.signIn(input as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' }),
    );
    expect(labels).toEqual([]);
  }
});
