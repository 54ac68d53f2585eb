// For every way a promotion can change: everybody's screens, kept current by events alone, are what fresh answers say.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPostgres } from '#db/schema/kit.ts';
import { newId } from '#server/new-id.ts';
import { PROMOTION_STATUSES, type PromotionPatch } from '#server/promotions/promotions.schema.ts';
import { newPromotion } from '#tests/support/new-promotion.ts';
import { screen, Screens } from '#tests/support/screens.ts';
import { storedFile } from '#tests/support/stored-file.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

const DAYS = [null, '2026-11-22', '2026-11-23', '2026-11-24', '2026-12-24'];
const patch = fc.oneof<fc.Arbitrary<PromotionPatch>[]>(
  fc.record({ title: fc.constantFrom('세일', 'A%', '100% 세일') }),
  fc.record({ body: fc.constantFrom('', '전 품목 A%') }),
  fc.record({ category: fc.constantFrom('할인', '기획전', '쿠폰') }),
  fc.record({ channels: fc.subarray(['매장', '앱', '온라인몰']) }),
  fc.record({ startsOn: fc.constantFrom(...DAYS) }),
  fc.record({ endsOn: fc.constantFrom(...DAYS) }),
  fc.record({ stopped: fc.boolean() }),
  fc.record({ resultNote: fc.constantFrom('', '재고 소진') }),
);
const acts = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'create',
      'create',
      'update',
      'update',
      'update',
      'copy',
      'remove',
      'restore',
    ),
    patch,
    who: fc.nat(2),
    which: fc.nat(1_000),
  }),
  isPostgres ? { minLength: 20, maxLength: 20 } : { minLength: 60, maxLength: 60 },
);

const QUERIES = [
  screen('promotions.list', undefined),
  screen('promotions.list', { category: '할인' }),
  screen('promotions.list', { channel: '앱' }),
  screen('promotions.list', { on: '2026-11-23' }),
  screen('promotions.list', { from: '2026-11-24', to: '2026-11-30' }),
  screen('promotions.list', { text: 'a%' }),
  screen('promotions.list', { endingSoon: true }),
  screen('promotions.list', { startsOn: '2026-11-23', on: '2026-11-23' }),
  ...PROMOTION_STATUSES.map((status) => screen('promotions.list', { status })),
  screen('promotions.counts', { filters: [{}, { status: 'running' }, { channel: '앱' }] }),
  screen('promotions.counts', { filters: [{ endingSoon: true, category: '할인' }] }),
  screen('promotions.overlaps', {
    category: '할인',
    channels: ['앱', '매장'],
    startsOn: '2026-11-23',
    endsOn: '2026-11-24',
  }),
  screen('promotions.filters', undefined),
];

/** A removal does not say what it was; of many overlaps only the first are named. */
const MAY_ASK = new Set<string>(['promotions.filters', 'promotions.counts', 'promotions.overlaps']);

async function office(app: TestApp) {
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  return [minsu, jiyoung, await app.person('admin', { role: 'admin' })];
}

const seeds = fc.sample(acts, { numRuns: isPostgres ? 2 : 5, seed: 20_261_123 });

test.each(seeds.map((todo, at) => [at, todo] as const))(
  'random acts of three people leave every screen as a fresh one (%i)',
  async (_, todo) => {
    await using app = await testApp();
    const people = await office(app);
    const ids: string[] = [];
    const screens: Screens[] = [];
    for (const person of people) screens.push(await Screens.open(app, person, QUERIES));
    for (const { who, which, kind, patch: change } of todo) {
      app.clock.advance(1_000);
      const promotions = (people[who] ?? people[0])?.call.promotions;
      const id = ids[which % Math.max(ids.length, 1)] ?? newId();
      const make = newPromotion();
      const copy = { id, newId: newId(), startsOn: null, endsOn: '2026-11-23' };
      ids.push(...(kind === 'create' ? [make.id] : []), ...(kind === 'copy' ? [copy.newId] : []));
      const done = {
        create: () => promotions?.create(make),
        update: () => promotions?.update({ id, version: 1_000_000, patch: change }),
        copy: () => promotions?.duplicate(copy),
        remove: () => promotions?.remove({ id }),
        restore: () => promotions?.restore({ id }),
      }[kind]?.();
      await Promise.resolve(done).catch((error: unknown) =>
        expect(error).toMatchObject({
          code: expect.stringMatching(/NOT_FOUND|FORBIDDEN|BAD_REQUEST|PRECONDITION_FAILED/),
        }),
      );
      for (const open of screens) await open.expectCurrent();
    }
    for (const open of screens) {
      expect([...open.askedAgain].filter((path) => !MAY_ASK.has(path))).toEqual([]);
      await open.close();
    }
  },
);

test('a promotion somebody has open follows every change, and is lost when it is removed', async () => {
  await using app = await testApp();
  const [minsu, jiyoung] = await office(app);
  if (minsu === undefined || jiyoung === undefined) throw new Error('nobody works here');
  const { item } = await minsu.call.promotions.create(newPromotion());
  const { id } = item;
  const open = await Screens.open(app, jiyoung, [screen('promotions.get', { id })]);

  await minsu.call.promotions.update({ id, version: 1, patch: { body: '새 글', stopped: true } });
  await minsu.call.promotions.update({ id, version: 2, patch: { resultNote: '매진' } });
  await open.expectCurrent();
  const fileId = await storedFile(app, minsu.id);
  await minsu.call.promotions.attach({ id, fileIds: [fileId] });
  await open.expectCurrent();
  await minsu.call.promotions.update({ id, version: 4, patch: { title: '봄 세일' } });
  await open.expectCurrent();
  await minsu.call.promotions.detach({ id, fileId });
  await open.expectCurrent();
  await minsu.call.promotions.restoreFile({ id, fileId });
  await open.expectCurrent();
  expect([...open.askedAgain]).toEqual([]);
  await minsu.call.promotions.remove({ id });
  await open.expectCurrent();
  await open.close();
});

test('only a removal makes the counts ask again: everything else says what it was', async () => {
  await using app = await testApp();
  const [minsu] = await office(app);
  if (minsu === undefined) throw new Error('nobody works here');
  const open = await Screens.open(app, minsu, [screen('promotions.filters', undefined)]);
  const { item } = await minsu.call.promotions.create(newPromotion());
  const { id } = item;
  await minsu.call.promotions.update({
    id,
    version: 1,
    patch: { category: '쿠폰', stopped: true },
  });
  await minsu.call.promotions.duplicate({ id, newId: newId(), startsOn: null, endsOn: null });

  await open.expectCurrent();
  expect([...open.askedAgain]).toEqual([]);
  await minsu.call.promotions.remove({ id });
  await open.expectCurrent();
  expect([...open.askedAgain]).toEqual(['promotions.filters']);
  await open.close();
});
