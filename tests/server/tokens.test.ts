import { hash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { tokens } from '#db/schema/sessions.ts';
import { newId } from '#server/new-id.ts';
import { newTokenSecret } from '#server/tokens/token-secret.ts';
import { TOKENS_MAX } from '#server/tokens/tokens.schema.ts';
import { validateToken } from '#server/tokens/validate-token.ts';
import { during, told } from '#tests/support/during.ts';
import { expectNoFullScan, recordStatements } from '#tests/support/explain.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const forScripts = { name: '월간 보고서', scope: 'write', expiresInDays: 30 } as const;

function storedTokens(app: TestApp) {
  return app.db.read(async (tx) => tx.select().from(tokens));
}

test('a token’s secret is shown once, only its hash is stored, and the own tabs are told', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');

  const { answer, events, labels, audit } = await during(app, () =>
    minsu.call.tokens.create(forScripts),
  );

  const { item, secret } = answer;
  expect(secret).toMatch(/^haru_[\w-]{43}$/);
  expect(item).toEqual({
    id: item.id,
    name: '월간 보고서',
    scope: 'write',
    createdAt: app.clock.now(),
    expiresAt: new Date(app.clock.now().getTime() + 30 * DAY_MS),
    lastUsedAt: null,
  });
  expect(await storedTokens(app)).toEqual([
    { ...item, personId: minsu.id, secretHash: hash('sha256', secret, 'hex'), revokedAt: null },
  ]);
  expect(events.map(told)).toEqual([
    { kind: 'token.created', id: item.id, audience: [`user:${minsu.id}`], data: item },
  ]);
  expect(labels).toEqual(['token.create']);
  const { items } = await minsu.call.tokens.list();
  expect(items).toEqual([item]);
  for (const text of [JSON.stringify(items), JSON.stringify(events), audit[0]?.line])
    expect(text).not.toContain(secret.slice(5));
});

test('a token acts as its owner of now, until it expires, is revoked, or its owner is let go', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const boss = await app.person('boss', { role: 'admin' });
  const short = await minsu.call.tokens.create({ ...forScripts, expiresInDays: 1 });
  const long = await minsu.call.tokens.create(forScripts);
  const validate = (secret: string) => validateToken(app.deps, secret);

  expect(await validate(short.secret)).toMatchObject({
    viewer: minsu.viewer,
    session: null,
    token: { id: short.item.id, scope: 'write' },
    expiresAt: short.item.expiresAt,
  });
  await boss.call.admin.users.update({ id: minsu.id, patch: { role: 'admin' } });
  expect((await validate(short.secret))?.viewer.role).toBe('admin');
  app.clock.advance(DAY_MS);
  expect(await validate(short.secret)).toBeNull();
  expect((await minsu.call.tokens.list()).items.map(({ id }) => id)).toEqual([long.item.id]);
  await boss.call.admin.users.deactivate({ id: minsu.id });
  expect(await validate(long.secret)).toBeNull();
  await boss.call.admin.users.reactivate({ id: minsu.id });
  expect(await validate(long.secret)).toBeNull();
});

test('a revoked token opens nothing, once and for all; a colleague’s cannot be revoked', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item, secret } = await minsu.call.tokens.create(forScripts);
  const absent = { code: 'NOT_FOUND', facts: { reason: 'token_not_found' } };
  await expect(jiyoung.call.tokens.revoke({ id: item.id })).rejects.toMatchObject(absent);

  const { events, labels } = await during(app, () => minsu.call.tokens.revoke({ id: item.id }));

  expect(events.map(told)).toEqual([
    {
      kind: 'token.revoked',
      id: item.id,
      audience: [`user:${minsu.id}`],
      data: { tokenId: item.id, personId: minsu.id, reason: 'token_revoked' },
    },
  ]);
  expect(labels).toEqual(['token.revoke']);
  expect((await storedTokens(app))[0]?.revokedAt).toEqual(app.clock.now());
  expect(await validateToken(app.deps, secret)).toBeNull();
  expect((await minsu.call.tokens.list()).items).toEqual([]);
  await expect(minsu.call.tokens.revoke({ id: item.id })).rejects.toMatchObject(absent);
});

test('that a token is in use is noted once in ten minutes, however many calls come at once', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { item, secret } = await minsu.call.tokens.create(forScripts);
  const six = () => Promise.all(Array.from({ length: 6 }, () => validateToken(app.deps, secret)));
  const first = await during(app, six);
  expect(first.labels).toEqual(['token.use']);
  expect(first.events.map(told)).toEqual([
    {
      kind: 'token.changed',
      id: item.id,
      audience: [`user:${minsu.id}`],
      data: { ...item, lastUsedAt: app.clock.now() },
    },
  ]);
  app.clock.advance(9 * MINUTE_MS);
  expect((await during(app, six)).labels).toEqual([]);
  app.clock.advance(MINUTE_MS);
  expect((await during(app, six)).labels).toEqual(['token.use']);
});

test('what is not a secret of ours opens nothing, nor does the stored hash', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  await minsu.call.tokens.create(forScripts);
  const [stored] = await storedTokens(app);
  for (const secret of [
    '',
    'haru_',
    stored?.secretHash ?? '',
    newTokenSecret(),
    `haru_${'x'.repeat(99_999)}`,
  ])
    expect(await validateToken(app.deps, secret)).toBeNull();
});

test('a token that may only read changes nothing; no token makes tokens', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const reader = minsu.withToken('read');
  const writer = minsu.withToken('write');
  expect((await reader.people.list()).items).not.toEqual([]);
  await expect(reader.people.updateProfile({ name: '민수' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
    facts: { reason: 'token_read_only' },
  });
  await expect(writer.people.updateProfile({ name: '민수' })).resolves.toBeDefined();
  for (const call of [
    () => writer.tokens.list(),
    () => writer.tokens.create(forScripts),
    () => writer.tokens.revoke({ id: newId() }),
  ])
    await expect(call()).rejects.toMatchObject({
      code: 'FORBIDDEN',
      facts: { reason: 'token_not_allowed' },
    });
});

test('nobody has tokens, and nonsense makes none', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  for (const call of [
    () => app.nobody.tokens.list(),
    () => app.nobody.tokens.create(forScripts),
    () => app.nobody.tokens.revoke({ id: newId() }),
  ])
    await expect(call()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  for (const wrong of [
    { ...forScripts, name: ' ' },
    { ...forScripts, name: 'x'.repeat(61) },
    { ...forScripts, scope: 'admin' },
    { ...forScripts, expiresInDays: 0 },
    { ...forScripts, expiresInDays: 366 },
    { ...forScripts, expiresInDays: 1.5 },
    {},
  ])
    await expect(minsu.call.tokens.create(wrong as never)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  expect(await storedTokens(app)).toEqual([]);
});

test(`nobody has more than ${TOKENS_MAX} tokens at a time`, async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { item } = await minsu.call.tokens.create(forScripts);
  await app.db.write({ actorId: null }, async (tx) => {
    const rows = Array.from({ length: TOKENS_MAX - 1 }, () => ({
      ...item,
      id: newId(),
      personId: minsu.id,
      secretHash: newId(),
    }));
    await tx.insert(tokens).values(rows);
    tx.audit('test.tokens', { kind: 'person', id: minsu.id });
  });
  await expect(minsu.call.tokens.create(forScripts)).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
    facts: { reason: 'too_many_tokens' },
  });
  await minsu.call.tokens.revoke({ id: item.id });
  await expect(minsu.call.tokens.create(forScripts)).resolves.toBeDefined();
});

test('finding out whose token it is takes one statement, answered from indexes', async () => {
  const statements = recordStatements();
  await using app = await testApp({ onStatement: statements.add });
  const { minsu } = await app.people('minsu');
  const { item, secret } = await minsu.call.tokens.create(forScripts);
  await validateToken(app.deps, secret);
  await app.settled();
  statements.take();
  await validateToken(app.deps, secret);
  const asked = statements.take().filter(({ sql }) => sql.includes('tokens'));
  expect(asked).toHaveLength(1);
  for (const statement of asked) await expectNoFullScan(app.db, statement);
  const [row] = await app.db.read(async (tx) =>
    tx.select().from(tokens).where(eq(tokens.id, item.id)),
  );
  expect(row?.lastUsedAt).toEqual(app.clock.now());
});
