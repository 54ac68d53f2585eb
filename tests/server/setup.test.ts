import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { people } from '#db/schema/people.ts';
import { budgets } from '#db/schema/sessions.ts';
import { setupToken } from '#server/setup/setup-token.ts';
import { during, told } from '#tests/support/during.ts';
import { outcomes } from '#tests/support/outcomes.ts';
import { testApp } from '#tests/support/test-app.ts';
import { PASSWORD, visitor } from '#tests/support/visitor.ts';

const first = { username: 'Boss', name: '김대표', password: PASSWORD };

test('the first admin of an empty server is stored, signed in, and the only one made so', async () => {
  await using app = await testApp();
  const browser = visitor(app);
  const { setup } = await browser.call();
  expect(await setup.status()).toMatchObject({ needsSetup: true, canLoadDemo: true });

  const { answer, events, labels, audit } = await during(app, () =>
    setup.createFirstAdmin({ ...first, token: ` ${setupToken().toUpperCase()} ` }),
  );

  const { id } = answer.viewer;
  expect(answer.viewer).toEqual({
    id,
    username: 'boss',
    name: '김대표',
    role: 'admin',
    teamId: null,
    locale: 'ko',
    theme: 'system',
    enterSends: true,
    hasSound: true,
  });
  expect((await browser.caller())?.viewer).toMatchObject({ id, role: 'admin' });
  const [row] = await app.db.read(async (tx) => tx.select().from(people).where(eq(people.id, id)));
  expect(row).toMatchObject({ username: 'boss', role: 'admin', status: 'active', version: 1 });
  expect(events.map(told)).toMatchObject([
    { kind: 'person.created', id, audience: ['staff', `user:${id}`] },
    { kind: 'session.started' },
  ]);
  expect(labels).toEqual(['setup.try_token', 'setup.create_first_admin', 'session.start']);
  for (const { line } of audit) expect(line).not.toMatch(new RegExp(`${PASSWORD}|${setupToken()}`));
  expect(await setup.status()).toMatchObject({ needsSetup: false, canLoadDemo: false });
  await expect(
    setup.createFirstAdmin({ ...first, username: 'second', token: setupToken() }),
  ).rejects.toMatchObject({ code: 'PRECONDITION_FAILED', facts: { reason: 'already_set_up' } });
  expect((await visitor(app).signIn('boss')).viewer.id).toBe(id);
});

test('of two who set up at once, one is the first admin', async () => {
  await using app = await testApp();
  const create = async (username: string) =>
    (await visitor(app).call()).setup.createFirstAdmin({ ...first, username, token: setupToken() });
  const codes = await outcomes([create('one'), create('two')]);
  expect(codes.toSorted()).toEqual(['PRECONDITION_FAILED', 'done']);
  expect(await app.db.read(async (tx) => tx.select().from(people))).toHaveLength(1);
});

test('without the terminal’s token nobody is let in, and guessing comes to an end', async () => {
  await using app = await testApp();
  const { setup } = await visitor(app).call();
  const guess = (token: string) => setup.createFirstAdmin({ ...first, token });
  for (const token of ['', 'x', setupToken().slice(1), `${setupToken()}x`])
    await expect(guess(token)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      facts: { reason: 'wrong_setup_token' },
    });
  await app.db.write({ actorId: null }, async (tx) => {
    await tx.update(budgets).set({ used: 20 });
    tx.audit('test.budget', { kind: 'budget', id: 'setup' });
  });
  await expect(guess(setupToken())).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  expect(await setup.status()).toMatchObject({ needsSetup: true });
});

test('nonsense sets nothing up', async () => {
  await using app = await testApp();
  const { setup } = await visitor(app).call();
  const token = setupToken();
  for (const wrong of [
    { ...first },
    { ...first, token: 5 },
    { ...first, token, username: 'a b' },
    { ...first, token, name: '' },
    { ...first, token, password: 'short' },
    { ...first, token, password: '12345678' },
  ])
    await expect(setup.createFirstAdmin(wrong as never)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  expect(await setup.status()).toMatchObject({ needsSetup: true });
});

test('the demo company goes into an empty server on this machine, once, and its people can sign in', async () => {
  await using app = await testApp();
  const { setup } = await visitor(app).call();
  const token = setupToken();
  await expect(setup.loadDemo({ token: 'wrong' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const { labels } = await during(app, () => setup.loadDemo({ token }));
  expect(labels).toEqual(['setup.try_token', 'setup.load_demo']);
  expect(await setup.status()).toMatchObject({ needsSetup: false });
  const browser = visitor(app);
  const { viewer } = await browser.signIn('user01', 'demo-haru-2026');
  expect(viewer.role).toBe('admin');
  expect((await (await browser.call()).people.list()).items).toHaveLength(40);
  await expect(setup.loadDemo({ token })).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
    facts: { reason: 'already_set_up' },
  });
}, 60_000);

test('a server that the office can reach offers no demo company', async () => {
  await using app = await testApp({ config: { host: '0.0.0.0' } });
  expect(await app.nobody.setup.status()).toMatchObject({ needsSetup: true, canLoadDemo: false });
  await expect(app.nobody.setup.loadDemo({ token: setupToken() })).rejects.toMatchObject({
    code: 'FORBIDDEN',
    facts: { reason: 'demo_not_here' },
  });
});
