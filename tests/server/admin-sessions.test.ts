import { expect, test } from 'vitest';
import { createSession } from '#server/auth/session.ts';
import { newId } from '#server/new-id.ts';
import { during, told } from '#tests/support/during.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

async function signedIn(app: TestApp, personId: string) {
  const origin = { userAgent: 'a browser', address: '192.0.2.7' };
  const { value } = await app.db.write({ actorId: personId }, (tx) =>
    createSession(tx, personId, origin),
  );
  return value.id;
}

test('an admin sees everybody’s sessions in pages, newest first, also those of the same moment', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const boss = await app.person('boss', { role: 'admin' });
  const made: string[] = [];
  for (const person of [minsu, jiyoung, minsu, minsu, jiyoung]) {
    made.push(await signedIn(app, person.id));
    if (made.length === 2) app.clock.advance(1000);
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await boss.call.admin.sessions.list({ limit: 2, ...(cursor && { cursor }) });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen.toSorted()).toEqual(made.toSorted());
  expect(seen.slice(3).toSorted()).toEqual(made.slice(0, 2).toSorted());
  const hers = await boss.call.admin.sessions.list({ personId: jiyoung.id });
  expect(hers.items.map(({ id }) => id).toSorted()).toEqual(
    [made[1] ?? '', made[4] ?? ''].toSorted(),
  );
  expect(JSON.stringify(hers.items)).not.toContain('secret');
  await expect(boss.call.admin.sessions.list({ cursor: 'x' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    facts: { reason: 'invalid_cursor' },
  });
});

test('a session that an admin ends is gone, and its owner and the admins are told', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const boss = await app.person('boss', { role: 'admin' });
  const id = await signedIn(app, minsu.id);
  const mutationId = newId();
  const { events, labels } = await during(app, () =>
    boss.call.admin.sessions.end({ id, mutationId }),
  );
  expect(events.map(told)).toEqual([
    {
      kind: 'session.ended',
      id,
      audience: [`user:${minsu.id}`, 'admins'],
      data: { sessionId: id, personId: minsu.id, reason: 'session_ended' },
    },
  ]);
  expect(events[0]).toMatchObject({ mutationId, actorId: boss.id });
  expect(labels).toEqual(['session.end']);
  expect((await boss.call.admin.sessions.list()).items).toEqual([]);
  await expect(boss.call.admin.sessions.end({ id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    facts: { reason: 'session_not_found' },
  });
});

test('admin’s procedures are closed to nobody, staff and their tokens; an admin’s reading token reads only', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const boss = await app.person('boss', { role: 'admin' });
  const id = newId();
  const team = { id, patch: { name: 'x' } };
  const person = { id, username: 'x.y', name: 'x', password: 'long enough' };
  type Call = typeof boss.call;
  const reads = [
    (call: Call) => call.admin.users.list(),
    (call: Call) => call.admin.teams.list(),
    (call: Call) => call.admin.sessions.list(),
    (call: Call) => call.admin.health(),
    (call: Call) => call.admin.cacheStats(),
  ];
  const writes = [
    (call: Call) => call.admin.users.create(person),
    (call: Call) => call.admin.users.update({ id, patch: { name: 'x' } }),
    (call: Call) => call.admin.users.deactivate({ id }),
    (call: Call) => call.admin.users.reactivate({ id }),
    (call: Call) => call.admin.users.resetPassword({ id, password: 'long enough' }),
    (call: Call) => call.admin.teams.create({ id, name: 'x' }),
    (call: Call) => call.admin.teams.update(team),
    (call: Call) => call.admin.teams.remove({ id }),
    (call: Call) => call.admin.sessions.end({ id: 'a'.repeat(64) }),
  ];
  const { labels } = await during(app, async () => {
    for (const act of [...reads, ...writes, (call: Call) => call.admin.onHealth()]) {
      await expect(act(app.nobody)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
      for (const call of [minsu.call, minsu.withToken('write')])
        await expect(act(call)).rejects.toMatchObject({
          code: 'FORBIDDEN',
          facts: { reason: 'admins_only' },
        });
    }
    const reader = boss.withToken('read');
    for (const act of reads) await expect(act(reader)).resolves.toBeDefined();
    for (const act of writes)
      await expect(act(reader)).rejects.toMatchObject({ facts: { reason: 'token_read_only' } });
  });
  expect(labels).toEqual([]);
});
