import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { people } from '#db/schema/people.ts';
import { newId } from '#server/new-id.ts';
import { personAbilities } from '#server/people/people.policy.ts';
import { during, told } from '#tests/support/during.ts';
import { testApp } from '#tests/support/test-app.ts';

test('the directory lists everybody by name, with nothing that is nobody else’s business', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu', 'ana', '하루');
  const { items, nextCursor, asOf } = await minsu.call.people.list();
  expect(items.map(({ name }) => name)).toEqual(['ana', 'minsu', '하루']);
  const { id, username, name, role, teamId } = minsu.viewer;
  const item = { id, username, name, role, teamId, status: 'active', version: 1 };
  expect(items[1]).toEqual(item);
  expect(nextCursor).toBeNull();
  expect(await minsu.call.people.get({ id })).toEqual({ item, asOf });
  await expect(minsu.call.people.get({ id: newId() })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    facts: { reason: 'person_not_found' },
  });
});

test('a new name is stored, answered, and told to all staff, with the act’s own id', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const feed = jiyoung.feed();
  const mutationId = newId();

  const { answer, events, labels } = await during(app, () =>
    minsu.call.people.updateProfile({ name: ' 김민수 ', theme: 'dark', mutationId }),
  );

  const { id, username, role, teamId } = minsu.viewer;
  const settings = { theme: 'dark', enterSends: true, hasSound: true };
  const me = { id, username, name: '김민수', role, teamId, locale: 'ko', ...settings };
  expect(answer.viewer).toEqual(me);
  const [row] = await app.db.read(async (tx) => tx.select().from(people).where(eq(people.id, id)));
  expect(row).toMatchObject({ name: '김민수', theme: 'dark', version: 2 });
  const item = { id, username, name: '김민수', role, teamId, status: 'active', version: 2 };
  expect(events.map(told)).toEqual([
    { kind: 'person.changed', id, audience: ['staff', `user:${id}`], data: item },
    { kind: 'profile.changed', id, audience: [`user:${id}`], data: me },
  ]);
  expect(events.every((event) => event.mutationId === mutationId)).toBe(true);
  expect(labels).toEqual(['person.update_profile']);
  expect(await feed.changes()).toMatchObject([{ kind: 'person.changed', data: item, mutationId }]);
  await feed.close();
});

test('a profile that does not change is no event', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  for (const same of [
    {},
    { name: 'minsu' },
    { name: 'minsu', locale: 'ko', theme: 'system' },
  ] as const) {
    const { events, labels } = await during(app, () => minsu.call.people.updateProfile(same));
    expect([events, labels]).toEqual([[], []]);
  }
});

test('nobody sees no directory, and nonsense changes nothing', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  for (const call of [
    () => app.nobody.people.list(),
    () => app.nobody.people.get({ id: minsu.id }),
    () => app.nobody.people.updateProfile({ name: 'x' }),
    () => app.nobody.teams.list(),
  ])
    await expect(call()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  for (const wrong of [
    { name: ' ' },
    { name: 'x'.repeat(61) },
    { name: 'a\0b' },
    { locale: 'fr' },
    { theme: 5 },
    { mutationId: 'x' },
  ])
    await expect(minsu.call.people.updateProfile(wrong as never)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  await expect(minsu.call.people.get({ id: '1' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('somebody let go meanwhile changes nothing any more', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const boss = await app.person('boss', { role: 'admin' });
  await boss.call.admin.users.deactivate({ id: minsu.id });
  await expect(minsu.call.people.updateProfile({ name: 'x' })).rejects.toMatchObject({
    code: 'UNAUTHORIZED',
  });
});

const boss = { id: 'boss', role: 'admin', status: 'active' } as const;
const other = { id: 'other', role: 'admin', status: 'active' } as const;
const former = { id: 'former', role: 'admin', status: 'inactive' } as const;
const minsu = { id: 'minsu', role: 'staff', status: 'active' } as const;
const none = {
  edit: false,
  demote: false,
  deactivate: false,
  reactivate: false,
  resetPassword: false,
};
const always = {
  edit: true,
  demote: false,
  deactivate: false,
  reactivate: false,
  resetPassword: true,
};

test.each([
  ['staff, anybody', minsu, boss, [boss, minsu], none],
  ['an admin, staff', boss, minsu, [boss, minsu], { ...always, deactivate: true }],
  ['an admin, another', boss, other, [boss, other], { ...always, demote: true, deactivate: true }],
  ['the last admin, themselves', boss, boss, [boss, minsu, former], always],
  [
    'an admin, a former one',
    boss,
    former,
    [boss, former],
    { ...always, demote: true, reactivate: true },
  ],
])('what may be done with people: %s', (_name, viewer, person, everybody, abilities) => {
  expect(personAbilities(viewer, person, everybody)).toEqual(abilities);
});
