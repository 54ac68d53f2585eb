import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { testApp } from '#tests/support/test-app.ts';

test('a task somebody creates is stored, answered and told to their team', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const outsider = await app.person('outsider', { teamId: (await app.team('others')).id });
  const feeds = { jiyoung: jiyoung.feed(), outsider: outsider.feed() };
  const id = newId();
  const teamId = minsu.viewer.teamId ?? '';

  const { item, asOf } = await minsu.call.tasks.create({
    id,
    title: '견적서 보내기',
    teamId,
    dueOn: '2026-11-24',
  });

  expect(item).toMatchObject({
    id,
    title: '견적서 보내기',
    status: 'todo',
    dueOn: '2026-11-24',
    version: 1,
  });
  expect((await minsu.call.tasks.get({ id })).item).toMatchObject(item);
  expect(await feeds.jiyoung.changes()).toMatchObject([
    { kind: 'task.created', id, data: item, actorId: minsu.id },
  ]);
  expect(feeds.jiyoung.position).toBe(asOf);
  expect(await feeds.outsider.changes()).toEqual([]);
  await expect(outsider.call.tasks.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
