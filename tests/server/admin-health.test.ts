import { expect, test } from 'vitest';
import { judgeCache, state } from '#server/admin/health.schema.ts';
import { p95Ms, recordTiming } from '#server/admin/timings.ts';
import { testApp } from '#tests/support/test-app.ts';

const MINUTE_MS = 60_000;
const GIB = 1024 ** 3;

test('an admin sees how the server is, as statements that say whether that is good', async () => {
  await using app = await testApp({ config: { dataDir: '/tmp' } });
  const boss = await app.person('boss', { role: 'admin' });
  const { items, checkedAt, asOf } = await boss.call.admin.health();
  expect(checkedAt).toEqual(app.clock.now());
  expect(asOf).toBe(app.deps.hub.position);
  const found = Object.fromEntries(items.map((item) => [item.id, item]));
  expect(Object.keys(found)).toEqual([
    'cache_hits',
    'api_p95',
    'cpu',
    'memory',
    'database_size',
    'event_log',
    'sockets',
    'people_online',
    'disk_free',
  ]);
  expect(found['cache_hits']).toMatchObject({ value: null, level: 'good' });
  expect(found['memory']?.value).toBeGreaterThan(10 * 1024 ** 2);
  expect(found['database_size']?.value).toBeGreaterThan(50_000);
  expect(found['event_log']).toMatchObject({ unit: 'count', level: 'good' });
  expect(found['event_log']?.value).toBeGreaterThan(0);
  expect(found['disk_free']?.value).toBeGreaterThan(0);
});

test('health is told now, again when it differs, and no more to one who is no admin', async () => {
  await using app = await testApp();
  const boss = await app.person('boss', { role: 'admin' });
  await app.person('second', { role: 'admin' });
  const told = await boss.call.admin.onHealth();
  const reading = told[Symbol.asyncIterator]();
  const now = await reading.next();
  expect(now.value?.items).toHaveLength(9);
  const next = reading.next();
  await app.team('one more event');
  await expect.poll(() => (app.clock.advance(5000), settledOf(next))).toBe(true);
  expect((await next).value?.checkedAt).not.toEqual(now.value?.checkedAt);

  await boss.call.admin.users.update({ id: boss.id, patch: { role: 'staff' } });
  await app.settled();
  const last = reading.next();
  await expect.poll(() => (app.clock.advance(5000), settledOf(last))).toBe(true);
  expect((await last).done).toBe(true);
});

/** Whether it has been answered by now. */
function settledOf(promise: Promise<unknown>): Promise<boolean> {
  return Promise.race([
    promise.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(resolve, 1, false)),
  ]);
}

test.each([
  ['cache_hits', 70, 'good'],
  ['cache_hits', 69.9, 'warn'],
  ['cache_hits', 30, 'bad'],
  ['api_p95', 99, 'good'],
  ['api_p95', 101, 'warn'],
  ['api_p95', 501, 'bad'],
  ['cpu', 81, 'bad'],
  ['memory', GIB + 1, 'bad'],
  ['database_size', GIB + 1, 'bad'],
  ['disk_free', GIB - 1, 'bad'],
  ['disk_free', 50 * GIB, 'good'],
  ['api_p95', null, 'good'],
] as const)('%s of %s is %s', (id, value, level) => {
  expect(state(id, value).level).toBe(level);
});

test('a cache is judged from a hundred reads on', () => {
  const counts = (hits: number, misses: number) => judgeCache({ name: 'x', size: 1, hits, misses });
  expect(counts(10, 89)).toMatchObject({ hitPercent: null, level: 'good' });
  expect(counts(10, 90)).toMatchObject({ hitPercent: 10, level: 'bad' });
  expect(counts(81, 19)).toMatchObject({ hitPercent: 81, level: 'good' });
});

test('95 of 100 calls of the last ten minutes: to a tenth, and old ones are forgotten', () => {
  const start = 100 * MINUTE_MS;
  for (let call = 1; call <= 100; call++) recordTiming(call, start + call);
  expect(p95Ms(start + 200)).toBeGreaterThan(95 / 1.1);
  expect(p95Ms(start + 200)).toBeLessThan(95 * 1.1);
  recordTiming(5000, start + 9 * MINUTE_MS);
  expect(p95Ms(start + 9 * MINUTE_MS)).toBeLessThan(95 * 1.2);
  expect(p95Ms(start + 10 * MINUTE_MS)).toBeGreaterThan(4500);
  expect(p95Ms(start + 30 * MINUTE_MS)).toBeNull();
  recordTiming(Number.NaN, start + 40 * MINUTE_MS);
  recordTiming(-1, start + 40 * MINUTE_MS);
  expect(p95Ms(start + 40 * MINUTE_MS)).toBeLessThan(1);
});
