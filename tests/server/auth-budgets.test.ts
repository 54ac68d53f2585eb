import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { budgets } from '#db/schema/sessions.ts';
import { createApp } from '#server/app.ts';
import { addressKey } from '#server/auth/address-key.ts';
import { signIn } from '#server/auth/auth.service.ts';
import { accountBudget, addressBudget } from '#server/auth/login-budget.ts';
import { sweepOnce } from '#server/auth/sweep.ts';
import { outcomes } from '#tests/support/outcomes.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';
import { givePassword, PASSWORD, visitor } from '#tests/support/visitor.ts';

const WRONG = { code: 'UNAUTHORIZED', facts: { reason: 'wrong_credentials' } };
const TOO_MANY = { code: 'TOO_MANY_REQUESTS' };
const QUARTER_HOUR_MS = 15 * 60_000;

async function minsuOf(app: TestApp) {
  const minsu = await app.person('minsu');
  await givePassword(app, minsu.id);
  return minsu;
}

function usedOf(app: TestApp, key: string): Promise<number | undefined> {
  return app.db.read(async (tx) => {
    const [row] = await tx.select().from(budgets).where(eq(budgets.key, key));
    return row?.used;
  });
}

/** As if it had been wrong so often. */
async function useUp(app: TestApp, key: string, used: number): Promise<void> {
  await app.db.write({ actorId: null }, async (tx) => {
    const resetsAt = new Date(tx.now.getTime() + QUARTER_HOUR_MS);
    await tx.insert(budgets).values({ key, used, resetsAt });
    tx.audit('test.budget', { kind: 'budget', id: key });
  });
}

test('after ten wrong passwords an account waits, even with the right one, and is told how long', async () => {
  await using app = await testApp();
  await minsuOf(app);
  const browser = visitor(app);
  await useUp(app, accountBudget('minsu').key, 9);
  await expect(browser.signIn('minsu', 'wrong')).rejects.toMatchObject(WRONG);
  app.clock.advance(60_000);
  await expect(browser.signIn('minsu')).rejects.toMatchObject({
    ...TOO_MANY,
    facts: { reason: 'too_many_requests', retryAfterSeconds: 14 * 60 },
  });
  app.clock.advance(14 * 60_000);
  await expect(browser.signIn('minsu')).resolves.toMatchObject({ viewer: { username: 'minsu' } });
});

test('thirty guesses at once get no more than ten', async () => {
  await using app = await testApp();
  await minsuOf(app);
  const guesses = Array.from({ length: 30 }, () => visitor(app).signIn('minsu', 'wrong'));
  const codes = await outcomes(guesses);
  expect(codes.filter((code) => code === 'UNAUTHORIZED')).toHaveLength(10);
  expect(codes.filter((code) => code === 'TOO_MANY_REQUESTS')).toHaveLength(20);
});

test('a name that nobody has is counted like any other, and is not stored as it was typed', async () => {
  await using app = await testApp();
  const typed = 'my secret password by mistake';
  await expect(visitor(app).signIn(typed, 'x')).rejects.toMatchObject(WRONG);
  expect(await usedOf(app, accountBudget(typed).key)).toBe(1);
  const stored = await app.db.read(async (tx) => tx.select().from(budgets));
  expect(JSON.stringify(stored)).not.toContain('secret');
});

test('signing in forgives the account, and an office behind one address pays only for failures', async () => {
  await using app = await testApp();
  await minsuOf(app);
  const address = '203.0.113.5';
  const browser = visitor(app, { address });
  await expect(browser.signIn('minsu', 'wrong')).rejects.toMatchObject(WRONG);
  await browser.signIn('minsu');
  await browser.signIn('minsu');
  expect(await usedOf(app, accountBudget('minsu').key)).toBe(0);
  expect(await usedOf(app, addressBudget(address).key)).toBe(1);
});

test('an address that was wrong a hundred times waits; others do not', async () => {
  await using app = await testApp();
  await minsuOf(app);
  const address = '203.0.113.5';
  await useUp(app, addressBudget(address).key, 100);
  await expect(visitor(app, { address }).signIn('minsu')).rejects.toMatchObject(TOO_MANY);
  expect(await usedOf(app, accountBudget('minsu').key)).toBeUndefined();
  await expect(visitor(app, { address: '203.0.113.6' }).signIn('minsu')).resolves.toBeDefined();
});

test('a restarted server forgives nothing', async () => {
  await using app = await testApp();
  await minsuOf(app);
  await useUp(app, accountBudget('minsu').key, 10);
  const { db, clock, deps } = app;
  const restarted = await createApp({ config: deps.config, log: deps.log, db, clock });
  const door = { address: '192.0.2.9', userAgent: '', previousSessionId: null };
  await expect(
    signIn(restarted.deps, door, { username: 'minsu', password: PASSWORD }),
  ).rejects.toMatchObject(TOO_MANY);
  await restarted.close({ drainMs: 0 });
});

test('old budgets are swept away, and those that still count are not', async () => {
  await using app = await testApp();
  await useUp(app, 'account:old', 3);
  app.clock.advance(QUARTER_HOUR_MS);
  await useUp(app, 'account:new', 3);
  await sweepOnce(app.deps);
  expect(await usedOf(app, 'account:old')).toBeUndefined();
  expect(await usedOf(app, 'account:new')).toBe(3);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
])('the address %s counts as %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});
