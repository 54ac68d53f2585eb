// What belongs to one person about tasks: the trash, kept current by events alone, is what a fresh answer says.
import { expect, test } from 'vitest';
import { newId } from '#server/new-id.ts';
import { screen, Screens } from '#tests/support/screens.ts';
import { testApp } from '#tests/support/test-app.ts';

test('the trash follows what is removed, restored and gone for good', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const admin = await app.person('admin', { role: 'admin' });
  const screens: Screens[] = [];
  for (const person of [minsu, jiyoung, admin])
    screens.push(await Screens.open(app, person, [screen('tasks.trash', { limit: 50 })]));
  const expectCurrent = async () => {
    for (const open of screens) await open.expectCurrent();
  };
  const ids = [newId(), newId(), newId()];
  const [first = '', second = ''] = ids;
  for (const id of ids) {
    app.clock.advance(1000);
    await minsu.call.tasks.create({
      id,
      title: id,
      teamId: minsu.viewer.teamId ?? '',
      assigneeId: id === first ? jiyoung.id : null,
    });
    await minsu.call.tasks.remove({ id });
    await expectCurrent();
  }
  expect(screens[0]?.answersOf('tasks.trash')[0]?.items).toHaveLength(3);
  expect(screens[1]?.answersOf('tasks.trash')[0]?.items).toHaveLength(1);
  await jiyoung.call.tasks.restore({ id: first });
  await expectCurrent();
  await admin.call.tasks.restore({ id: second });
  await expectCurrent();
  expect(screens[2]?.answersOf('tasks.trash')[0]?.items).toHaveLength(1);
  for (const open of screens) await open.close();
});
