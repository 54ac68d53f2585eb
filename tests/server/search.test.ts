// Search everywhere: what is found, in which order, and never anything that is not one's to see.
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { fillSearchKeys } from '#db/search-keys.ts';
import { writeUnaudited } from '#db/unaudited.ts';
import { newId } from '#server/new-id.ts';
import { searchKey } from '#server/search-key.schema.ts';
import { newGroup, say } from '#tests/support/chat-rooms.ts';
import { newPromotion } from '#tests/support/new-promotion.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;
type Search = Parameters<Person['call']['search']['all']>[0];

const SOON = new Date('2027-03-01T00:00:00Z');

function newTask(owner: Person, title: string) {
  const teamId = owner.viewer.teamId ?? '';
  return owner.call.tasks.create({ id: newId(), title, teamId });
}

function newReminder(owner: Person, title: string, more: { forTeamId?: string } = {}) {
  return owner.call.reminders.create({ id: newId(), title, dueAt: SOON, ...more });
}

async function titles(person: Person, kind: 'task' | 'promotion' | 'reminder', text: string) {
  const { groups } = await person.call.search.all({ text, kinds: [kind], limit: 20 });
  return groups[kind].map(({ title }) => title);
}

/** How many of each kind. */
async function counts(person: Person, search: Search): Promise<Record<string, number>> {
  const { groups } = await person.call.search.all(search);
  return Object.fromEntries(Object.entries(groups).map(([kind, found]) => [kind, found.length]));
}

test('one question finds people, rooms, tasks, messages, promotions and reminders', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await minsu.call.chat.updateRoom({ roomId, title: '견적 방' });
  await say(jiyoung, roomId, '견적서 보냈어요');
  await newTask(minsu, '견적서 쓰기');
  await newReminder(minsu, '견적 확인');
  await minsu.call.promotions.create({ ...newPromotion(), title: '견적 할인' });
  const { groups, terms } = await minsu.call.search.all({ text: '견적' });
  expect(groups).toMatchObject({
    person: [],
    room: [{ id: roomId, kind: 'group', title: '견적 방', memberIds: expect.any(Array) }],
    task: [{ title: '견적서 쓰기', status: 'todo', assigneeId: null }],
    message: [{ body: '견적서 보냈어요', roomId, authorId: jiyoung.id }],
    promotion: [{ title: '견적 할인', stoppedAt: null }],
    reminder: [{ title: '견적 확인', state: 'scheduled', dueAt: SOON }],
  });
  expect(terms).toEqual(['견적']);
  expect(groups.room[0]?.memberIds).toEqual([minsu.id, jiyoung.id].toSorted());
  const narrowed = await counts(minsu, { text: '견적', kinds: ['task', 'message'] });
  expect(narrowed).toEqual({ person: 0, room: 0, task: 1, message: 1, promotion: 0, reminder: 0 });
  const { groups: people } = await minsu.call.search.all({
    text: 'JIY',
    kinds: ['person', 'room'],
  });
  expect(people.person).toEqual([
    {
      id: jiyoung.id,
      name: 'jiyoung',
      username: 'jiyoung',
      role: 'staff',
      teamId: jiyoung.viewer.teamId,
    },
  ]);
});

/** What is typed, what is there (made in this order, a second apart), and what is found. */
const table: [typed: string, titles: string[], found: string[]][] = [
  ['견적서', ['새 견적서', '견적서 보내기', '견적서'], ['견적서', '견적서 보내기', '새 견적서']],
  ['ㄱㅈㅅ', ['새 견적서', '견적서', '견본'], ['견적서', '새 견적서']],
  ['견적', ['견적 하나', '견적 둘'], ['견적 둘', '견적 하나']],
  ['견저', ['견적서'], ['견적서']],
  ['김ㅁ', ['김민수 만나기', '김치'], ['김민수 만나기']],
  ['가', ['간식 사기', '나가기', '거기'], ['간식 사기', '나가기']],
  ['간', ['가나다', '간식', '가마'], ['간식', '가나다']],
  ['업', ['없는 것', '엄마'], ['없는 것']],
  ['닭', ['달걀', '닭', '달력'], ['닭', '달걀']],
  ['고', ['과자', '거기'], ['과자']],
  ['ㅋㅋ', ['ㅋㅋ 재미', '카카오', '카드'], ['ㅋㅋ 재미', '카카오']],
  ['아ㅋ', ['아ㅋㅋ', '아카시아'], ['아카시아', '아ㅋㅋ']],
  ['ㄳ', ['가스 점검', '감사'], ['감사', '가스 점검']],
  ['보내기 견적', ['견적서 보내기', '견적서', '보내기'], ['견적서 보내기']],
  ['견 적서', ['견적서'], ['견적서']],
  ['REP', ['Weekly report', 'Repeat'], ['Repeat', 'Weekly report']],
  ['a/b 100%', ['A/B 100% 할인', 'A/B 100 할인'], ['A/B 100% 할인']],
  ['_', ['a_b', 'ab'], ['a_b']],
  ['!%', ['되나요!%', '되나요'], ['되나요!%']],
  ['민순', ['민수'], []],
  ['', ['무엇'], []],
];

test.each(table)('%j among %j finds %j', async (typed, there, found) => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  for (const title of there) {
    app.clock.advance(1_000);
    await newTask(minsu, title);
    await newReminder(minsu, title);
    await minsu.call.promotions.create({ ...newPromotion(), title });
  }
  for (const kind of ['task', 'reminder', 'promotion'] as const)
    expect(await titles(minsu, kind, typed), kind).toEqual(found);
});

test('a new title is found instead of the old one, and what was removed not at all', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  const { item: task } = await newTask(minsu, '견적서');
  const { item: reminder } = await newReminder(minsu, '견적서');
  const { item: promotion } = await minsu.call.promotions.create({
    ...newPromotion(),
    title: '견적서',
  });
  const patch = { title: '계약서' };
  await minsu.call.tasks.update({ id: task.id, version: 1, patch });
  await minsu.call.reminders.update({ id: reminder.id, version: 1, patch });
  await minsu.call.promotions.update({ id: promotion.id, version: 1, patch });
  const things = { task: 1, promotion: 1, reminder: 1 };
  expect(await counts(minsu, { text: 'ㄱㅇㅅ' })).toMatchObject(things);
  expect(await counts(minsu, { text: 'ㄱㅈㅅ' })).toEqual(NOTHING);
  await minsu.call.tasks.remove({ id: task.id });
  await minsu.call.reminders.remove({ id: reminder.id });
  await minsu.call.promotions.remove({ id: promotion.id });
  expect(await counts(minsu, { text: '계약' })).toEqual(NOTHING);
});

const NOTHING = { person: 0, room: 0, task: 0, message: 0, promotion: 0, reminder: 0 };

test('whoever may not see a thing does not find it, nor by its id', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const { harin } = await app.people('harin');
  const admin = await app.person('admin', { role: 'admin' });
  const roomId = await newGroup(minsu, jiyoung);
  await minsu.call.chat.updateRoom({ roomId, title: '비밀 방' });
  await say(minsu, roomId, '비밀이에요');
  const { item: task } = await newTask(minsu, '비밀 할 일');
  const { item: reminder } = await newReminder(minsu, '비밀 예약', {
    forTeamId: minsu.viewer.teamId ?? '',
  });
  const text = '비밀';
  const all = { ...NOTHING, room: 1, task: 1, message: 1, reminder: 1 };
  expect(await counts(minsu, { text })).toEqual(all);
  expect(await counts(jiyoung, { text })).toEqual(all);
  expect(await counts(harin, { text })).toEqual(NOTHING);
  expect(await counts(admin, { text })).toEqual({ ...NOTHING, task: 1 });
  await expect(app.nobody.search.all({ text })).rejects.toMatchObject({ code: 'UNAUTHORIZED' });

  const things = [
    { kind: 'task' as const, id: task.id },
    { kind: 'reminder' as const, id: reminder.id },
    { kind: 'promotion' as const, id: task.id },
  ];
  const lookedUp = async (person: Person) => (await person.call.search.lookUp({ things })).groups;
  expect(await lookedUp(jiyoung)).toEqual({
    task: [expect.objectContaining({ title: '비밀 할 일' })],
    reminder: [expect.objectContaining({ title: '비밀 예약' })],
    promotion: [],
  });
  expect(await lookedUp(harin)).toEqual({ task: [], reminder: [], promotion: [] });
  await expect(app.nobody.search.lookUp({ things })).rejects.toMatchObject({
    code: 'UNAUTHORIZED',
  });

  await minsu.call.chat.removeMember({ roomId, userId: jiyoung.id });
  expect(await counts(jiyoung, { text })).toMatchObject({ room: 0, message: 0 });
});

test('a room without a title is found by who is in it or by its team, and only by its members', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung);
  const rooms = async (person: Person, text: string) =>
    (await person.call.search.all({ text, kinds: ['room'] })).groups.room.map(({ id }) => id);
  expect(await rooms(minsu, 'jiy')).toEqual([roomId]);
  expect(await rooms(minsu, 'minsu')).toEqual([]); // nobody calls a room by themselves
  expect(await rooms(harin, 'jiy')).toEqual([]);
});

test('a former colleague is not found, and everybody finds everybody else', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const admin = await app.person('admin', { role: 'admin' });
  const people = async (text: string) =>
    (await minsu.call.search.all({ text, kinds: ['person'] })).groups.person.map(({ id }) => id);
  expect(await people('j')).toEqual([jiyoung.id]);
  await admin.call.admin.users.deactivate({ id: jiyoung.id });
  expect(await people('j')).toEqual([]);
});

test('no text of any kind is an error', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  await say(minsu, await newGroup(minsu, jiyoung), '안녕하세요');
  await newTask(minsu, '견적서');
  const odd = [
    '%', '_', '!', '!!', '\\', "'", '"', '""', "';--", '\n', '\t \n', 'ㅏ', 'ㄱ', 'ㄳ', 'ㅘㅣ', '\u1161', '\u11a8', 'ᄀ',
    '👨‍👩‍👧‍👦', '😀'.repeat(100), 'ㄹ'.repeat(200), '갈 '.repeat(66), '없 않 읽 닭 값 고 무 으 각', 'İ', 'ﬀ', 'e\u0301', '\u202e', '가'.repeat(200),
  ]; // prettier-ignore
  for (const text of odd)
    await expect(minsu.call.search.all({ text, limit: 20 }), text).resolves.toMatchObject({
      groups: { promotion: [] },
    });
  for (const text of ['\0', '\ud800', '가'.repeat(201)])
    await expect(minsu.call.search.all({ text })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('titles from before there was a search become findable soon after a start', async () => {
  await using app = await testApp();
  const { minsu } = await app.people('minsu');
  await newTask(minsu, '견적서');
  await newReminder(minsu, '견적서');
  await minsu.call.promotions.create({ ...newPromotion(), title: '견적서' });
  const before = { ...NOTHING, task: 1, promotion: 1, reminder: 1 };
  await writeUnaudited(app.db, async (tx) => {
    for (const table of ['tasks', 'reminders', 'promotions'])
      await tx.rows(sql`update ${sql.identifier(table)} set search_key = null`);
  });
  expect(await counts(minsu, { text: 'ㄱㅈ' })).toEqual(NOTHING);
  app.clock.advance(1_000);
  await expect.poll(() => counts(minsu, { text: 'ㄱㅈ' })).toEqual(before);
  expect(await fillSearchKeys(app.db, searchKey)).toBe(0);
});
