import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { people } from '#db/schema/people.ts';
import { sessions, tokens } from '#db/schema/sessions.ts';
import { newId } from '#server/new-id.ts';
import { during, told } from '#tests/support/during.ts';
import { outcomes } from '#tests/support/outcomes.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';
import { givePassword, PASSWORD, visitor } from '#tests/support/visitor.ts';

const LAST_ADMIN = { code: 'PRECONDITION_FAILED', facts: { reason: 'last_admin' } };

async function office(app: TestApp) {
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const boss = await app.person('boss', { role: 'admin' });
  return { minsu, jiyoung, boss };
}

async function storedPerson(app: TestApp, id: string) {
  const [row] = await app.db.read(async (tx) => tx.select().from(people).where(eq(people.id, id)));
  return row;
}

test('a person an admin lets in is stored, told to all staff, and can sign in', async () => {
  await using app = await testApp();
  const { minsu, boss } = await office(app);
  const id = newId();
  const teamId = minsu.viewer.teamId;
  const input = { id, username: 'Park.Seoyeon', name: '박서연', password: PASSWORD, teamId };

  const { answer, events, labels, audit } = await during(app, () =>
    boss.call.admin.users.create(input),
  );

  const item = {
    id,
    username: 'park.seoyeon',
    name: '박서연',
    role: 'staff',
    teamId,
    status: 'active',
    version: 1,
  };
  expect(answer.item).toEqual(item);
  expect(await storedPerson(app, id)).toMatchObject({ ...item, createdAt: app.clock.now() });
  expect(events.map(told)).toEqual([
    { kind: 'person.created', id, audience: ['staff', `user:${id}`], data: item },
  ]);
  expect(labels).toEqual(['person.create']);
  expect(audit[0]?.line).not.toMatch(new RegExp(`${PASSWORD}|argon2`));
  expect((await boss.call.admin.users.list()).items).toContainEqual(item);
  expect((await visitor(app).signIn('park.seoyeon')).viewer.id).toBe(id);
});

test('the same creation again is the same person; an id or a name in use is a conflict without content', async () => {
  await using app = await testApp();
  const { minsu, boss } = await office(app);
  const second = await app.person('second', { role: 'admin' });
  const input = { id: newId(), username: 'seoyeon', name: '박서연', password: PASSWORD };
  const { item } = await boss.call.admin.users.create(input);

  const again = await during(app, () => boss.call.admin.users.create(input));
  expect(again.answer.item).toEqual(item);
  expect([again.events, again.labels]).toEqual([[], []]);
  const conflict = (reason: string) => ({ code: 'CONFLICT', facts: { reason } });
  await expect(second.call.admin.users.create(input)).rejects.toMatchObject(conflict('id_in_use'));
  await expect(
    boss.call.admin.users.create({ ...input, id: minsu.id, username: 'x.y' }),
  ).rejects.toMatchObject(conflict('id_in_use'));
  await expect(
    boss.call.admin.users.create({ ...input, id: newId(), username: 'SEOYEON' }),
  ).rejects.toMatchObject(conflict('username_taken'));
  await expect(
    boss.call.admin.users.update({ id: minsu.id, patch: { username: 'jiyoung' } }),
  ).rejects.toMatchObject(conflict('username_taken'));
});

test('changing a person tells all staff, and them that their rights changed', async () => {
  await using app = await testApp();
  const { minsu, boss } = await office(app);
  const { id: teamId } = await app.team('others');
  const mine = [`user:${minsu.id}`];
  const rightsOf = async (patch: { teamId?: string | null; role?: 'admin' | 'staff' }) => {
    const { events } = await during(app, () =>
      boss.call.admin.users.update({ id: minsu.id, patch }),
    );
    return events.map(told);
  };

  const { answer, events, labels } = await during(app, () =>
    boss.call.admin.users.update({ id: minsu.id, version: 1, patch: { name: '김민수', teamId } }),
  );
  expect(answer.item).toMatchObject({ name: '김민수', teamId, version: 2 });
  expect(await storedPerson(app, minsu.id)).toMatchObject({ name: '김민수', teamId, version: 2 });
  expect(events.map(told)).toMatchObject([
    { kind: 'person.changed', audience: ['staff', ...mine], data: answer.item },
    { kind: 'profile.changed', audience: mine, data: { teamId } },
    { kind: 'rights.changed', audience: mine, data: { scope: 'team', isLowered: false } },
  ]);
  expect(labels).toEqual(['person.update']);

  expect((await rightsOf({ role: 'admin' }))[2]?.data).toEqual({ scope: 'role', isLowered: false });
  expect((await rightsOf({ role: 'staff' }))[2]?.data).toEqual({ scope: 'role', isLowered: true });
  expect((await rightsOf({ role: 'admin', teamId: null }))[2]?.data).toMatchObject({
    scope: 'all',
  });
  expect(await rightsOf({ role: 'admin' })).toEqual([]);
});

test('a change made from an older row is a conflict with the row of now, unless it wants the same', async () => {
  await using app = await testApp();
  const { minsu, boss } = await office(app);
  const update = (version: number, name: string) =>
    boss.call.admin.users.update({ id: minsu.id, version, patch: { name } });
  const { item } = await update(1, '김민수');
  await expect(update(1, '민수 김')).rejects.toMatchObject({
    code: 'CONFLICT',
    facts: { reason: 'field_conflict', current: item },
  });
  await expect(update(1, '김민수')).resolves.toMatchObject({ item });
  await expect(
    boss.call.admin.users.update({ id: minsu.id, patch: { teamId: newId() } }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND', facts: { reason: 'team_not_found' } });
});

test('a person who is let go loses sessions and tokens in the same write', async () => {
  await using app = await testApp();
  const { minsu, boss } = await office(app);
  await givePassword(app, minsu.id);
  const browser = visitor(app);
  await browser.signIn('minsu');
  const session = (await (await browser.call()).auth.sessions()).items[0];
  const token = await minsu.call.tokens.create({ name: 'x', scope: 'read', expiresInDays: 1 });

  const { answer, events, labels } = await during(app, () =>
    boss.call.admin.users.deactivate({ id: minsu.id }),
  );

  const mine = `user:${minsu.id}`;
  expect(answer.item).toMatchObject({ status: 'inactive', version: 2 });
  expect(await storedPerson(app, minsu.id)).toMatchObject({ deactivatedAt: app.clock.now() });
  expect(events.map(told)).toMatchObject([
    { kind: 'person.changed', audience: ['staff', mine], data: answer.item },
    { kind: 'profile.changed', audience: [mine] },
    { kind: 'rights.changed', audience: [mine], data: { scope: 'all' } },
    { kind: 'session.ended', id: session?.id, data: { reason: 'deactivated' } },
    { kind: 'token.revoked', id: token.item.id, data: { reason: 'deactivated' } },
  ]);
  expect(labels).toEqual(['person.deactivate', 'session.end', 'token.revoke']);
  expect(await app.db.read(async (tx) => tx.select().from(sessions))).toEqual([]);
  const [revoked] = await app.db.read(async (tx) => tx.select().from(tokens));
  expect(revoked?.revokedAt).toEqual(app.clock.now());
  expect(await browser.caller()).toBeNull();
  await expect(browser.signIn('minsu')).rejects.toMatchObject({ code: 'UNAUTHORIZED' });

  const again = await during(app, () => boss.call.admin.users.deactivate({ id: minsu.id }));
  expect([again.answer.item, again.events]).toEqual([answer.item, []]);
  const back = await during(app, () => boss.call.admin.users.reactivate({ id: minsu.id }));
  expect(back.answer.item).toMatchObject({ status: 'active', version: 3 });
  expect(back.labels).toEqual(['person.reactivate']);
  expect((await browser.signIn('minsu')).viewer.id).toBe(minsu.id);
});

test('a password that an admin resets ends the person’s sessions, and only the new one opens', async () => {
  await using app = await testApp();
  const { minsu, boss } = await office(app);
  await givePassword(app, minsu.id);
  const browser = visitor(app);
  await browser.signIn('minsu');
  const password = '임시 비밀번호 7';
  const { events, labels, audit } = await during(app, () =>
    boss.call.admin.users.resetPassword({ id: minsu.id, password }),
  );
  expect(events.map(told)).toMatchObject([
    { kind: 'session.ended', data: { reason: 'password_reset' } },
  ]);
  expect(labels).toEqual(['person.reset_password', 'session.end']);
  expect(audit.map(({ line }) => line).join()).not.toMatch(/비밀번호|argon2/);
  expect(await browser.caller()).toBeNull();
  await expect(browser.signIn('minsu')).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  await expect(browser.signIn('minsu', password)).resolves.toBeDefined();
  await expect(
    boss.call.admin.users.resetPassword({ id: minsu.id, password: 'minsu' }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST', facts: { reason: 'password_too_short' } });
});

test('the last active admin is neither demoted nor deactivated', async () => {
  await using app = await testApp();
  const { boss } = await office(app);
  const former = await app.person('former', { role: 'admin' });
  await boss.call.admin.users.deactivate({ id: former.id });
  const { users } = boss.call.admin;
  await expect(users.deactivate({ id: boss.id })).rejects.toMatchObject(LAST_ADMIN);
  const demotion = users.update({ id: boss.id, patch: { role: 'staff' } });
  await expect(demotion).rejects.toMatchObject(LAST_ADMIN);
  await users.reactivate({ id: former.id });
  await expect(users.update({ id: boss.id, patch: { role: 'staff' } })).resolves.toBeDefined();
});

test.each(['demote', 'deactivate'] as const)(
  'of two admins who %s each other at once, one is left',
  async (act) => {
    await using app = await testApp();
    const { boss } = await office(app);
    const second = await app.person('second', { role: 'admin' });
    const against = (viewer: typeof boss, id: string) =>
      act === 'demote'
        ? viewer.call.admin.users.update({ id, patch: { role: 'staff' } })
        : viewer.call.admin.users.deactivate({ id });
    for (let round = 0; round < 5; round++) {
      const codes = await outcomes([against(boss, second.id), against(second, boss.id)]);
      expect(codes.toSorted()).toEqual(['FORBIDDEN', 'done']);
      const [winner, loser] = codes[0] === 'done' ? [boss, second] : [second, boss];
      if (act === 'demote') {
        await winner.call.admin.users.update({ id: loser.id, patch: { role: 'admin' } });
      } else {
        await winner.call.admin.users.reactivate({ id: loser.id });
      }
    }
  },
);

test('of two admins who leave at once, one has to stay', async () => {
  await using app = await testApp();
  const { boss } = await office(app);
  const second = await app.person('second', { role: 'admin' });
  const codes = await outcomes(
    [boss, second].map(({ call, id }) => call.admin.users.deactivate({ id })),
  );
  expect(codes.toSorted()).toEqual(['PRECONDITION_FAILED', 'done']);
});

test('two admins who let in the same name at once: one person, one conflict', async () => {
  await using app = await testApp();
  const { boss } = await office(app);
  const second = await app.person('second', { role: 'admin' });
  const create = (admin: typeof boss) =>
    admin.call.admin.users.create({
      id: newId(),
      username: 'seoyeon',
      name: '서연',
      password: PASSWORD,
    });
  const codes = await outcomes([create(boss), create(second)]);
  expect(codes.toSorted()).toEqual(['CONFLICT', 'done']);
});

test('one who was an admin a moment ago does nothing any more', async () => {
  await using app = await testApp();
  const { minsu, boss } = await office(app);
  const second = await app.person('second', { role: 'admin' });
  await boss.call.admin.users.update({ id: second.id, patch: { role: 'staff' } });
  const { users, teams, sessions: ended } = second.call.admin;
  const forbidden = { code: 'FORBIDDEN', facts: { reason: 'admins_only' } };
  for (const call of [
    () => users.create({ id: newId(), username: 'x.y', name: 'x', password: PASSWORD }),
    () => users.update({ id: minsu.id, patch: { name: 'x' } }),
    () => users.deactivate({ id: minsu.id }),
    () => users.reactivate({ id: minsu.id }),
    () => users.resetPassword({ id: minsu.id, password: PASSWORD }),
    () => teams.create({ id: newId(), name: 'x' }),
    () => teams.update({ id: newId(), patch: { name: 'x' } }),
    () => teams.remove({ id: newId() }),
    () => ended.end({ id: 'a'.repeat(64) }),
  ])
    await expect(call()).rejects.toMatchObject(forbidden);
});

test('nonsense lets nobody in', async () => {
  await using app = await testApp();
  const { boss } = await office(app);
  const good = { id: newId(), username: 'seoyeon', name: '서연', password: PASSWORD };
  for (const wrong of [
    { ...good, id: '1' },
    { ...good, username: 'a' },
    { ...good, username: 'a'.repeat(41) },
    { ...good, username: 'with space' },
    { ...good, username: 'semi;colon' },
    { ...good, name: '' },
    { ...good, password: 'short' },
    { ...good, password: 'seoyeon' },
    { ...good, role: 'owner' },
    { ...good, teamId: 'x' },
  ])
    await expect(boss.call.admin.users.create(wrong as never)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  await expect(boss.call.admin.users.create({ ...good, teamId: newId() })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(boss.call.admin.users.update({ id: boss.id, patch: {} })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});
