import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { during, told } from '#tests/support/during.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

async function office(app: TestApp) {
  const { minsu } = await app.people('minsu');
  const boss = await app.person('boss', { role: 'admin' });
  return { minsu, boss, teamId: minsu.viewer.teamId ?? '' };
}

const conflict = (reason: string) => ({ code: 'CONFLICT', facts: { reason } });

test('a new team is stored, answered, and told to all staff; the same creation again is the same team', async () => {
  await using app = await testApp();
  const { minsu, boss } = await office(app);
  const second = await app.person('second', { role: 'admin' });
  const feed = minsu.feed();
  const input = { id: newId(), name: '영업 2팀' };

  const { answer, events, labels } = await during(app, () => boss.call.admin.teams.create(input));

  const item = { ...input, version: 1 };
  expect(answer.item).toEqual(item);
  expect((await minsu.call.teams.list()).items).toContainEqual(item);
  expect(events.map(told)).toEqual([
    { kind: 'team.created', id: input.id, audience: ['staff'], data: item },
  ]);
  expect(labels).toEqual(['team.create']);
  expect(await feed.changes()).toMatchObject([{ kind: 'team.created', data: item }]);
  await feed.close();

  const again = await during(app, () => boss.call.admin.teams.create(input));
  expect([again.answer.item, again.events]).toEqual([item, []]);
  const { teams } = second.call.admin;
  await expect(teams.create(input)).rejects.toMatchObject(conflict('id_in_use'));
  await expect(teams.create({ id: newId(), name: '영업 2팀' })).rejects.toMatchObject(
    conflict('team_name_taken'),
  );
});

test('teams are answered from memory, yet never older than a change of one', async () => {
  await using app = await testApp();
  const { minsu, boss, teamId } = await office(app);
  const names = async () => (await minsu.call.teams.list()).items.map(({ name }) => name);
  await names();
  await boss.call.admin.teams.update({ id: teamId, patch: { name: '새 이름' } });
  await app.settled();
  expect(await names()).toEqual(['새 이름']);
  await names();
  const stats = (await boss.call.admin.cacheStats()).items.find(
    ({ name }) => name === 'teams.list',
  );
  expect(stats).toMatchObject({ hits: 1, misses: 2, hitPercent: null, level: 'good' });
});

test('renaming a team is told once, and from an older row it is a conflict', async () => {
  await using app = await testApp();
  const { boss, teamId } = await office(app);
  await app.team('taken');
  const rename = (name: string, version?: number) =>
    boss.call.admin.teams.update({ id: teamId, ...(version && { version }), patch: { name } });

  const { answer, events, labels } = await during(app, () => rename('기획팀', 1));
  const item = { id: teamId, name: '기획팀', version: 2 };
  expect(answer.item).toEqual(item);
  expect(events.map(told)).toEqual([
    { kind: 'team.changed', id: teamId, audience: ['staff'], data: item },
  ]);
  expect(labels).toEqual(['team.update']);
  await expect(rename('전략팀', 1)).rejects.toMatchObject({
    code: 'CONFLICT',
    facts: { reason: 'field_conflict', current: item },
  });
  expect((await during(app, () => rename('기획팀', 1))).events).toEqual([]);
  await expect(rename('taken')).rejects.toMatchObject(conflict('team_name_taken'));
});

test('a team is removed only when nobody and nothing belongs to it', async () => {
  await using app = await testApp();
  const { minsu, boss, teamId } = await office(app);
  const { teams, users } = boss.call.admin;
  const task = newId();
  await minsu.call.tasks.create({ id: task, title: '견적서', teamId });
  const refused = { code: 'PRECONDITION_FAILED', facts: { reason: 'team_not_empty' } };
  await expect(teams.remove({ id: teamId })).rejects.toMatchObject(refused);
  await users.update({ id: minsu.id, patch: { teamId: null } });
  await expect(teams.remove({ id: teamId })).rejects.toMatchObject(refused);

  const { id } = await app.team('empty');
  const { events, labels } = await during(app, () => teams.remove({ id }));
  expect(events.map(told)).toEqual([{ kind: 'team.removed', id, audience: ['staff'], data: null }]);
  expect(labels).toEqual(['team.remove']);
  expect((await teams.list()).items.map((team) => team.id)).toEqual([teamId]);
  await expect(teams.remove({ id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    facts: { reason: 'team_not_found' },
  });
});

test('nonsense makes no team', async () => {
  await using app = await testApp();
  const { boss, teamId } = await office(app);
  const { teams } = boss.call.admin;
  for (const call of [
    () => teams.create({ id: 'x', name: 'x' }),
    () => teams.create({ id: newId(), name: ' ' }),
    () => teams.create({ id: newId(), name: 'x'.repeat(61) }),
    () => teams.update({ id: teamId, patch: {} as never }),
    () => teams.update({ id: teamId, version: 0, patch: { name: 'x' } }),
    () => teams.remove({ id: 5 as never }),
  ])
    await expect(call()).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});
