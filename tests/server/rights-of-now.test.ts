// A request may have to wait for its turn to write. Meanwhile its sender may lose what let them send it.
import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { testApp } from '#tests/support/test-app.ts';

const dueAt = new Date('2026-11-24T01:00:00Z');

/** Whoever is returned here still sends what their last request found them to be. */
async function office() {
  const app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const boss = await app.person('boss', { role: 'admin' });
  const teamId = minsu.viewer.teamId ?? '';
  const { item: task } = await jiyoung.call.tasks.create({ id: newId(), title: '견적서', teamId });
  return { app, minsu, jiyoung, boss, teamId, task };
}

test('one who was let go while their changes waited changes nothing any more', async () => {
  const { app, minsu, boss, teamId, task } = await office();
  await using _app = app;
  await boss.call.admin.users.deactivate({ id: minsu.id });
  const [id, title] = [newId(), '새것'];
  for (const attempt of [
    () => minsu.call.tasks.create({ id, title, teamId }),
    () => minsu.call.tasks.update({ id: task.id, version: 1, patch: { title } }),
    () => minsu.call.tasks.move({ id: task.id, status: 'done' }),
    () => minsu.call.tasks.addComment({ id, taskId: task.id, body: title }),
    () => minsu.call.reminders.create({ id, title, dueAt }),
    () => minsu.call.promotions.create({ id, title, category: '봄' }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
});

test('one who was moved to another team while their change waited no longer finds the old team’s task', async () => {
  const { app, minsu, jiyoung, boss, teamId, task } = await office();
  await using _app = app;
  const { item: reminder } = await jiyoung.call.reminders.create({
    id: newId(),
    title: '마감',
    dueAt,
    forTeamId: teamId,
  });
  await boss.call.admin.users.update({ id: minsu.id, patch: { teamId: null } });
  await expect(() =>
    minsu.call.tasks.update({ id: task.id, version: 1, patch: { title: '새 제목' } }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(minsu.call.reminders.complete({ id: reminder.id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('one who was demoted while their removal waited may no longer remove what is another’s', async () => {
  const { app, minsu, boss, teamId, task } = await office();
  await using _app = app;
  const second = await app.person('second', { role: 'admin', teamId });
  const { item: promotion } = await minsu.call.promotions.create({
    id: newId(),
    title: '봄 할인',
    category: '봄',
  });
  await boss.call.admin.users.update({ id: second.id, patch: { role: 'staff' } });
  for (const attempt of [
    () => second.call.tasks.remove({ id: task.id }),
    () => second.call.promotions.remove({ id: promotion.id }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
