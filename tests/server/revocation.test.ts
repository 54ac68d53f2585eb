// Whoever loses the right to be connected is disconnected within a second, and told why.
import { expect, test } from 'vitest';
import { updateTeam } from '#server/admin/teams.service.ts';
import { deactivateUser, updateUser } from '#server/admin/users.service.ts';
import { endSessionOfAnybody } from '#server/admin/sessions.service.ts';
import { signOut } from '#server/auth/auth.service.ts';
import { changePassword } from '#server/auth/change-password.ts';
import { newId } from '#server/new-id.ts';
import { createToken, revokeToken } from '#server/tokens/tokens.service.ts';
import { openSocket, type RawSocket } from '#tests/support/raw-socket.ts';
import { type ServedApp, servedApp, type SignedInPerson } from '#tests/support/served-app.ts';
import { givePassword, PASSWORD } from '#tests/support/visitor.ts';

const SECOND_MS = 1000;

async function office() {
  const app = await servedApp();
  const minsu = await app.signedIn('minsu');
  const boss = await app.signedIn('boss', 'admin');
  return { app, minsu, boss };
}

const open = (app: ServedApp, { cookie }: SignedInPerson) =>
  openSocket(app.port, { cookie, origin: app.origin });

async function closing(socket: RawSocket, act: () => Promise<unknown>) {
  const startedMs = performance.now();
  await act();
  const { code, reason } = await socket.closed;
  expect(performance.now() - startedMs).toBeLessThan(SECOND_MS);
  return { code, reason };
}

const originOf = { userAgent: 'test', address: '127.0.0.1' };

test('a session that an admin ends closes its sockets, and nobody else’s', async () => {
  const { app, minsu, boss } = await office();
  await using _app = app;
  await using socket = await open(app, minsu);
  await using other = await open(app, boss);
  const end = () => endSessionOfAnybody(app.deps, boss.viewer, { id: minsu.session.id });
  expect(await closing(socket, end)).toEqual({ code: 4401, reason: 'session_ended' });
  expect(other.socket.readyState).toBe(other.socket.OPEN);
});

test('signing out closes the own sockets', async () => {
  const { app, minsu } = await office();
  await using _app = app;
  await using socket = await open(app, minsu);
  const leave = () =>
    signOut(app.deps, { viewer: minsu.viewer, session: minsu.session }, undefined);
  expect(await closing(socket, leave)).toEqual({ code: 4401, reason: 'signed_out' });
});

test('a revoked token closes the script’s socket, and the browser’s stays', async () => {
  const { app, minsu } = await office();
  await using _app = app;
  const input = { name: 'script', scope: 'read', expiresInDays: 1 } as const;
  const { item, secret } = await createToken(app.deps, minsu.viewer, input);
  await using script = await openSocket(app.port, { authorization: `Bearer ${secret}` });
  await using browser = await open(app, minsu);
  const revoke = () => revokeToken(app.deps, minsu.viewer, { id: item.id });
  expect(await closing(script, revoke)).toEqual({ code: 4401, reason: 'token_revoked' });
  expect(browser.socket.readyState).toBe(browser.socket.OPEN);
});

test('somebody let go is disconnected everywhere and receives nothing that happens after', async () => {
  const { app, minsu, boss } = await office();
  await using _app = app;
  await using socket = await open(app, minsu);
  await using script = await openSocket(app.port, { authorization: await app.token(minsu.viewer) });
  for (const line of [socket, script]) line.subscribe(1);
  for (const line of [socket, script])
    await expect.poll(() => line.framesOf(1).length).toBeGreaterThanOrEqual(2);
  const act = () => deactivateUser(app.deps, boss.viewer, { id: minsu.viewer.id });
  expect(await closing(socket, act)).toEqual({ code: 4401, reason: 'deactivated' });
  expect(await script.closed).toEqual({ code: 4401, reason: 'deactivated' });
  await app.signedIn('newcomer');
  expect([...socket.texts, ...script.texts].join()).not.toMatch(/person\.|newcomer/);
  expect(app.deps.connections.personIds()).toEqual([]);
});

test('an admin who is none any more is disconnected; other changes of rights disconnect nobody', async () => {
  const { app, minsu, boss } = await office();
  await using _app = app;
  await using socket = await open(app, minsu);
  const { id } = minsu.viewer;
  const change = (role: 'staff' | 'admin') => () =>
    updateUser(app.deps, boss.viewer, { id, patch: { role } });
  await change('admin')();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(socket.socket.readyState).toBe(socket.socket.OPEN);
  expect(await closing(socket, change('staff'))).toEqual({ code: 4401, reason: 'role_changed' });
  await using again = await open(app, minsu);
  expect(again.socket.readyState).toBe(again.socket.OPEN);
  await expect(
    updateTeam(app.deps, minsu.viewer, { id: newId(), patch: { name: 'x' } }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('a new password disconnects every browser, the own one with the word that it may come back', async () => {
  const { app, minsu } = await office();
  await using _app = app;
  await givePassword(app, minsu.viewer.id);
  await using own = await open(app, minsu);
  const asker = { viewer: minsu.viewer, session: minsu.session, origin: originOf };
  const input = { current: PASSWORD, next: 'another good one' };
  let cookie = minsu.cookie;
  const change = async () => {
    const { session } = await changePassword(app.deps, asker, input);
    cookie = `haru_session=${session.secret}`;
  };
  expect(await closing(own, change)).toEqual({ code: 1012, reason: 'session_renewed' });
  await expect(open(app, minsu)).rejects.toThrow('401');
  await using back = await open(app, { ...minsu, cookie });
  expect(back.socket.readyState).toBe(back.socket.OPEN);
});

test('an admin of one minute is told of the server’s health over the socket they opened before', async () => {
  const { app, minsu, boss } = await office();
  await using _app = app;
  await using socket = await open(app, minsu);
  const { id } = minsu.viewer;
  socket.subscribe(1, 'admin.onHealth');
  await expect.poll(() => socket.framesOf(1)[0]?.error?.json.data.code).toBe('FORBIDDEN');
  await updateUser(app.deps, boss.viewer, { id, patch: { role: 'admin' } });
  await app.deps.hub.readUpTo(await app.db.read(async (tx) => tx.seq));
  socket.subscribe(2, 'admin.onHealth');
  await expect
    .poll(() => socket.framesOf(2).map(({ result }) => result?.type))
    .toEqual(['started', 'data']);
});

test('a script is told of changes, but not where its owner is signed in nor of other tokens', async () => {
  const { app, minsu, boss } = await office();
  await using _app = app;
  await using browser = await open(app, boss);
  await using script = await openSocket(app.port, { authorization: await app.token(boss.viewer) });
  for (const line of [browser, script]) line.subscribe(1);
  for (const line of [browser, script])
    await expect.poll(() => line.framesOf(1).length).toBeGreaterThanOrEqual(2);
  await app.token(boss.viewer);
  await endSessionOfAnybody(app.deps, boss.viewer, { id: minsu.session.id });
  await app.signedIn('newcomer');
  for (const line of [browser, script])
    await expect.poll(() => line.texts.join()).toContain('person.created');
  expect(browser.texts.join()).toMatch(/token\.created.*session\.ended/s);
  expect(script.texts.join()).not.toMatch(/"(?:session|token)\./);
});
