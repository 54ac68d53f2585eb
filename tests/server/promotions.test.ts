import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { during, told } from '#tests/support/during.ts';
import { newPromotion } from '#tests/support/new-promotion.ts';
import { testApp } from '#tests/support/test-app.ts';

test('a promotion somebody creates is stored, answered and told to everybody who works here', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const loner = await app.person('loner');
  const feeds = [minsu.feed(), jiyoung.feed(), loner.feed()];
  const given = newPromotion({
    body: '전 품목 20 %',
    channels: ['매장', '온라인몰', '매장'],
    startsOn: '2026-12-01',
    endsOn: '2026-12-31',
  });

  const { answer, events, labels } = await during(app, () => minsu.call.promotions.create(given));

  expect(answer.item).toEqual({
    ...given,
    channels: ['매장', '온라인몰'],
    ownerId: minsu.id,
    creatorId: minsu.id,
    stoppedAt: null,
    version: 1,
    createdAt: app.clock.now(),
    updatedAt: app.clock.now(),
  });
  const whole = { ...answer.item, resultNote: '', files: [] };
  expect((await loner.call.promotions.get({ id: given.id })).item).toEqual(whole);
  const data = { ...answer.item, was: null };
  expect(events.map(told)).toEqual([
    { kind: 'promotion.created', id: given.id, audience: ['staff'], data },
  ]);
  expect(labels).toEqual(['promotion.create']);
  for (const feed of feeds) {
    expect(await feed.changes()).toMatchObject([{ kind: 'promotion.created', data }]);
    expect(feed.position).toBe(answer.asOf);
    await feed.close();
  }
});

test('creating the same promotion twice is creating it once', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const given = newPromotion();
  const first = await minsu.call.promotions.create(given);

  const again = await during(app, () =>
    minsu.call.promotions.create({ ...given, title: '다른 제목' }),
  );

  expect(again.answer.item).toEqual(first.item);
  expect(again.events).toEqual([]);
  const foreign = jiyoung.call.promotions.create(given);
  await expect(foreign).rejects.toMatchObject({ code: 'CONFLICT', facts: { reason: 'id_in_use' } });
});

test('the same promotion sent twice at once is there once, and one sent by another is refused', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  for (let round = 0; round < 5; round += 1) {
    const given = newPromotion();
    const [first, again] = await Promise.all([
      minsu.call.promotions.create(given),
      minsu.call.promotions.create(given),
    ]);
    expect(again.item).toEqual(first.item);
    const copy = { id: given.id, newId: newId(), startsOn: null, endsOn: null };
    const outcomes = await Promise.allSettled([
      minsu.call.promotions.duplicate(copy),
      jiyoung.call.promotions.duplicate(copy),
    ]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.map(({ reason }) => reason)).toMatchObject([{ code: 'CONFLICT' }]);
  }
  expect((await minsu.call.promotions.list()).items).toHaveLength(10);
});

test('what somebody changes is stored and told with what it was', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await minsu.call.promotions.create(newPromotion({ endsOn: '2026-11-30' }));
  app.clock.advance(60_000);

  const { answer, events, audit } = await during(app, () =>
    jiyoung.call.promotions.update({
      id: item.id,
      version: 1,
      patch: { channels: ['앱', '매장'], endsOn: null, ownerId: jiyoung.id },
      mutationId: newId(),
    }),
  );

  const { id, category, channels, startsOn, endsOn, stoppedAt } = item;
  const after = { channels: ['앱', '매장'], endsOn: null, ownerId: jiyoung.id };
  expect(answer.item).toEqual({ ...item, ...after, version: 2, updatedAt: app.clock.now() });
  expect((await minsu.call.promotions.get({ id })).item).toMatchObject(answer.item);
  const was = { category, channels, startsOn, endsOn, stoppedAt };
  const data = { ...answer.item, was };
  expect(events.map(told)).toEqual([{ kind: 'promotion.changed', id, audience: ['staff'], data }]);
  expect(audit).toMatchObject([{ label: 'promotion.update', actorId: jiyoung.id, subjectId: id }]);
  const onApp = await minsu.call.promotions.list({ channel: '앱' });
  expect(onApp.items).toEqual([answer.item]);
});

test('a patch that changes nothing writes nothing', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { item } = await minsu.call.promotions.create(newPromotion());
  const patch = { title: item.title, channels: ['매장'], stopped: false };

  const { answer, events, labels } = await during(app, () =>
    minsu.call.promotions.update({ id: item.id, version: 1, patch }),
  );

  expect([answer.item, events, labels]).toEqual([item, [], []]);
});

test('two people who change different fields both keep their change', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await minsu.call.promotions.create(newPromotion());
  const { id, version } = item;

  await Promise.all([
    minsu.call.promotions.update({ id, version, patch: { title: '봄 세일' } }),
    jiyoung.call.promotions.update({ id, version, patch: { category: '기획전' } }),
  ]);

  expect((await minsu.call.promotions.get({ id })).item).toMatchObject({
    title: '봄 세일',
    category: '기획전',
    version: 3,
  });
});

test('of two people who change the same field at once, the second is shown what the first made of it', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await minsu.call.promotions.create(newPromotion());
  const { id, version } = item;

  const outcomes = await Promise.allSettled([
    minsu.call.promotions.update({ id, version, patch: { title: '봄 세일' } }),
    jiyoung.call.promotions.update({ id, version, patch: { title: '여름 세일', body: '새로' } }),
  ]);

  const done = outcomes.filter((outcome) => outcome.status === 'fulfilled');
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect([done.length, refused.length]).toEqual([1, 1]);
  const { item: whole } = await minsu.call.promotions.get({ id });
  const { files: _files, ...current } = whole;
  expect(refused[0]?.reason).toMatchObject({
    code: 'CONFLICT',
    facts: { reason: 'field_conflict', current },
  });
  expect(current).toEqual({ ...done[0]?.value.item, resultNote: '' });
});

test('changing a field to what somebody else already made of it is no conflict', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await minsu.call.promotions.create(newPromotion());
  const { id } = item;
  const { item: after } = await minsu.call.promotions.update({
    id,
    version: 1,
    patch: { title: '봄 세일' },
  });

  const same = await jiyoung.call.promotions.update({
    id,
    version: 1,
    patch: { title: '봄 세일' },
  });

  expect(same.item).toEqual(after);
});

test('a promotion is stopped by hand and goes on when it is let', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await minsu.call.promotions.create(newPromotion());
  const { id } = item;

  const stopped = await jiyoung.call.promotions.update({
    id,
    version: 1,
    patch: { stopped: true },
  });
  expect(stopped.item.stoppedAt).toEqual(app.clock.now());
  expect((await minsu.call.promotions.list({ status: 'running' })).items).toEqual([]);
  expect((await minsu.call.promotions.list({ status: 'stopped' })).items).toEqual([stopped.item]);

  const resumed = await minsu.call.promotions.update({ id, version: 2, patch: { stopped: false } });
  expect(resumed.item).toMatchObject({ stoppedAt: null, version: 3 });
  expect((await minsu.call.promotions.list({ status: 'running' })).items).toEqual([resumed.item]);
});

test('what is already over cannot be stopped', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { item } = await minsu.call.promotions.create(newPromotion({ endsOn: '2026-11-22' }));
  const stop = { id: item.id, version: 1, patch: { stopped: true } };

  await expect(minsu.call.promotions.update(stop)).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
    facts: { reason: 'promotion_ended' },
  });
  const longer = { ...stop, patch: { stopped: true, endsOn: '2026-11-23' } };
  expect((await minsu.call.promotions.update(longer)).item.stoppedAt).toEqual(app.clock.now());
});

test('a copy has its own days, belongs to whoever copied it, and runs although the original was stopped', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { item } = await minsu.call.promotions.create(
    newPromotion({ body: '전 품목', channels: ['앱', '매장'], startsOn: '2026-11-01' }),
  );
  const { id } = item;
  await minsu.call.promotions.update({ id, version: 1, patch: { stopped: true } });
  const copy = { id, newId: newId(), startsOn: '2026-12-01', endsOn: '2026-12-31' };

  const { answer, events } = await during(app, () => jiyoung.call.promotions.duplicate(copy));

  expect(answer.item).toMatchObject({
    id: copy.newId,
    title: item.title,
    body: '전 품목',
    category: item.category,
    channels: ['앱', '매장'],
    startsOn: '2026-12-01',
    endsOn: '2026-12-31',
    ownerId: jiyoung.id,
    creatorId: jiyoung.id,
    stoppedAt: null,
    version: 1,
  });
  expect((await minsu.call.promotions.get({ id: copy.newId })).item).toMatchObject(answer.item);
  expect(events.map(told)).toMatchObject([{ kind: 'promotion.created', id: copy.newId }]);
  expect((await jiyoung.call.promotions.duplicate(copy)).item).toEqual(answer.item);
  await expect(minsu.call.promotions.duplicate(copy)).rejects.toMatchObject({ code: 'CONFLICT' });
  const lost = { ...copy, id: newId(), newId: newId() };
  await expect(minsu.call.promotions.duplicate(lost)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a removed promotion is gone for everybody', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const given = newPromotion();
  const { id } = given;
  await minsu.call.promotions.create(given);
  await app.settled();
  const feed = jiyoung.feed();

  const { events, labels } = await during(app, () => minsu.call.promotions.remove({ id }));

  expect(events.map(told)).toEqual([
    { kind: 'promotion.removed', id, audience: ['staff'], data: null },
  ]);
  expect(labels).toEqual(['promotion.remove']);
  expect(await feed.changes()).toMatchObject([{ kind: 'promotion.removed', id, gone: true }]);
  expect((await jiyoung.call.promotions.list()).items).toEqual([]);
  const lost = { code: 'NOT_FOUND', facts: { reason: 'promotion_not_found' } };
  await expect(minsu.call.promotions.get({ id })).rejects.toMatchObject(lost);
  await expect(minsu.call.promotions.remove({ id })).rejects.toMatchObject(lost);
  const update = minsu.call.promotions.update({ id, version: 1, patch: { title: '다시' } });
  await expect(update).rejects.toMatchObject(lost);
  await expect(minsu.call.promotions.create(given)).rejects.toMatchObject({ code: 'CONFLICT' });
  await feed.close();
});

test('only its author and admins remove a promotion; everybody edits it', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const admin = await app.person('admin', { role: 'admin' });
  const { item } = await minsu.call.promotions.create(newPromotion());
  const { id } = item;
  await jiyoung.call.promotions.update({ id, version: 1, patch: { ownerId: jiyoung.id } });

  await expect(jiyoung.call.promotions.remove({ id })).rejects.toMatchObject({
    code: 'FORBIDDEN',
    facts: { reason: 'promotion_not_yours' },
  });
  await admin.call.promotions.remove({ id });
  await expect(minsu.call.promotions.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
