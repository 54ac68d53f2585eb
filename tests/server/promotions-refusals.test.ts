import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '#db/schema/people.ts';
import { newId } from '#server/new-id.ts';
import {
  PROMOTION_BODY_MAX,
  PROMOTION_CHANNELS_MAX,
  PROMOTION_TITLE_MAX,
} from '#server/promotions/promotions.schema.ts';
import { newPromotion } from '#tests/support/new-promotion.ts';
import { type Procedures, type TestApp, testApp } from '#tests/support/test-app.ts';

type Call = (call: Procedures) => Promise<unknown>;

function readsOf(id: string): Call[] {
  return [
    (call) => call.promotions.list(),
    (call) => call.promotions.filters(),
    (call) => call.promotions.get({ id }),
  ];
}

function changesOf(id: string): Call[] {
  const days = { startsOn: null, endsOn: null };
  return [
    (call) => call.promotions.create(newPromotion()),
    (call) => call.promotions.update({ id, version: 1, patch: { title: '봄 세일' } }),
    (call) => call.promotions.duplicate({ id, newId: newId(), ...days }),
    (call) => call.promotions.remove({ id }),
  ];
}

test('nobody who is not signed in sees or changes promotions', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { item } = await minsu.call.promotions.create(newPromotion());

  for (const call of [...readsOf(item.id), ...changesOf(item.id)])
    await expect(call(app.nobody)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  await expect(app.nobody.promotions.onChange()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
});

test('a read-only token reads promotions and changes none', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { item } = await minsu.call.promotions.create(newPromotion());
  const script = minsu.withToken('read');

  for (const call of readsOf(item.id)) await call(script);
  for (const call of changesOf(item.id))
    await expect(call(script)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      facts: { reason: 'token_read_only' },
    });
  expect((await minsu.call.promotions.list()).items).toEqual([item]);
});

test('a promotion that does not exist is not found, whatever is asked of it', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const id = newId();
  const [, ...changes] = changesOf(id);

  for (const call of [(call: Procedures) => call.promotions.get({ id }), ...changes])
    await expect(call(minsu.call)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      facts: { reason: 'promotion_not_found' },
    });
});

test('days in the wrong order are refused by field, also when two people set one each', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const refused = {
    code: 'BAD_REQUEST',
    facts: { reason: 'ends_before_start', fields: { endsOn: [expect.any(String)] } },
  };
  const backwards = { startsOn: '2026-12-02', endsOn: '2026-12-01' };

  const create = minsu.call.promotions.create(newPromotion(backwards));
  await expect(create).rejects.toMatchObject(refused);
  const oneDay = newPromotion({ startsOn: '2026-12-01', endsOn: '2026-12-01' });
  const { item } = await minsu.call.promotions.create(oneDay);
  const { id } = item;
  const copy = minsu.call.promotions.duplicate({ id, newId: newId(), ...backwards });
  await expect(copy).rejects.toMatchObject(refused);
  await minsu.call.promotions.update({ id, version: 1, patch: { endsOn: '2026-12-10' } });
  await jiyoung.call.promotions.update({ id, version: 1, patch: { startsOn: '2026-12-10' } });
  const shorter = minsu.call.promotions.update({ id, version: 3, patch: { endsOn: '2026-12-09' } });
  await expect(shorter).rejects.toMatchObject(refused);
});

test('only somebody who works here can be put in charge', async () => {
  await using app = await testApp();
  const { minsu, left } = await app.people('minsu', 'left');
  await app.db.write({ actorId: null }, async (tx) => {
    await tx.update(people).set({ status: 'inactive' }).where(eq(people.id, left.id));
    tx.audit('test.leave', { kind: 'person', id: left.id });
  });
  const { item } = await minsu.call.promotions.create(newPromotion());

  for (const ownerId of [left.id, newId()]) {
    const hand = minsu.call.promotions.update({ id: item.id, version: 1, patch: { ownerId } });
    await expect(hand).rejects.toMatchObject({
      code: 'NOT_FOUND',
      facts: { reason: 'person_not_found' },
    });
  }
});

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const [id, other] = [newId(), newId()];

test.each<[string, Call]>([
  ['an empty title', (call) => call.promotions.create(newPromotion({ title: '  ' }))],
  [
    'a title that is too long',
    (call) => call.promotions.create(newPromotion({ title: '가'.repeat(PROMOTION_TITLE_MAX + 1) })),
  ],
  [
    'a text that is too long',
    (call) => call.promotions.create(newPromotion({ body: '가'.repeat(PROMOTION_BODY_MAX + 1) })),
  ],
  ['an empty category', (call) => call.promotions.create(newPromotion({ category: '' }))],
  [
    'too many channels',
    (call) =>
      call.promotions.create(
        newPromotion({
          channels: Array.from({ length: PROMOTION_CHANNELS_MAX + 1 }, (_, at) => `c${at}`),
        }),
      ),
  ],
  ['a channel without a name', (call) => call.promotions.create(newPromotion({ channels: [''] }))],
  ['no day', (call) => call.promotions.create(newPromotion({ startsOn: '2026-02-30' }))],
  ['no id', (call) => call.promotions.create(newPromotion({ id: 'one' }))],
  ['an empty patch', (call) => call.promotions.update({ id, version: 1, patch: {} })],
  ['version 0', (call) => call.promotions.update({ id, version: 0, patch: { title: 'a' } })],
  [
    'half a surrogate pair',
    (call) => call.promotions.update({ id, version: 1, patch: { body: '\ud800' } }),
  ],
  ['U+0000', (call) => call.promotions.list({ text: 'a\0' })],
  ['a foreign cursor', (call) => call.promotions.list({ cursor: '["x","y"]' })],
  ['a cursor that is no text', (call) => call.promotions.list({ cursor: '[1,2]' })],
  ['a cursor with U+0000', (call) => call.promotions.list({ cursor: '["2026-01-01","\\u0000"]' })],
  ['a cursor that is no JSON', (call) => call.promotions.list({ cursor: '{' })],
  ['a page of none', (call) => call.promotions.list({ limit: 0 })],
  ['a page of too many', (call) => call.promotions.list({ limit: 201 })],
  ['a day that is none', (call) => call.promotions.list({ on: '2026-13-01' })],
  [
    'a copy with wrong days',
    (call) => call.promotions.duplicate({ id, newId: other, startsOn: '2026', endsOn: null }),
  ],
])('%s is refused as a bad request', async (_, call) => {
  const asker = await app.person(newId());
  await expect(call(asker.call)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});
