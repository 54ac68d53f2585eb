// Finding what was said: two syllables, parts of words, by whom, where, when; and never anything that is not one's to see.
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { findCandidates, indexMessages } from '#db/message-index.ts';
import { mark } from '#db/message-words.ts';
import { messages, unindexedMessages } from '#db/schema/chat.ts';
import { newId } from '#server/new-id.ts';
import { newGroup, say } from '#tests/support/chat-rooms.ts';
import { hideThePast } from '#tests/support/unseen-message.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;
type Search = Parameters<Person['call']['chat']['search']>[0];

async function bodies(person: Person, search: Search): Promise<string[]> {
  return (await person.call.chat.search(search)).items.map((item) => item.body);
}

/** Asks before the words are in the index, and after: the same is found. */
async function found(app: TestApp, person: Person, search: Search): Promise<string[]> {
  const before = await bodies(person, search);
  await indexMessages(app.db);
  expect(await bodies(person, search)).toEqual(before);
  return before;
}

test('two syllables, parts of words and any case are found, the newest first', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  for (const body of ['안녕하세요', '견적서 보냈어요', 'Promotion v1.2', '새견적 확인 부탁', '네'])
    await say(minsu, roomId, body);
  const look = (text: string) => found(app, jiyoung, { text });
  expect(await look('견적')).toEqual(['새견적 확인 부탁', '견적서 보냈어요']);
  expect(await look('녕하')).toEqual(['안녕하세요']);
  expect(await look('확인 견적')).toEqual(['새견적 확인 부탁']);
  expect(await look('견적 확인')).toEqual(['새견적 확인 부탁']);
  expect(await look('"견적 확인"')).toEqual(['새견적 확인 부탁']);
  expect(await look('"확인 견적"')).toEqual([]);
  expect(await look('PROMO')).toEqual(['Promotion v1.2']);
  expect(await look('v1.2')).toEqual(['Promotion v1.2']);
  expect(await look('견적서!')).toEqual(['견적서 보냈어요']);
  expect(await look('안녕ㅎ')).toEqual(['안녕하세요']);
  expect(await look('안녕'.normalize('NFD'))).toEqual(['안녕하세요']);
  expect(await look('없는말')).toEqual([]);
  expect(await look('견서')).toEqual([]);
});

test('one syllable, a sign and an emoji are found among the newest', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  for (const body of ['네', '좋아요 👍', '정말요?!', '그럼 네 시에'])
    await say(minsu, roomId, body);
  expect(await found(app, minsu, { text: '네' })).toEqual(['그럼 네 시에', '네']);
  expect(await found(app, minsu, { text: '👍' })).toEqual(['좋아요 👍']);
  expect(await found(app, minsu, { text: '?!' })).toEqual(['정말요?!']);
});

test('filters: by whom, where, on which days, with a file', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const first = await newGroup(minsu, jiyoung);
  const second = await newGroup(minsu, jiyoung);
  app.clock.moveTo(new Date('2026-12-01T14:59:59Z')); // 23:59:59 in Seoul
  await say(minsu, first, '보고서 하나');
  app.clock.moveTo(new Date('2026-12-01T15:00:00Z'));
  await say(jiyoung, first, '보고서 둘');
  const { item } = await say(minsu, second, '보고서 셋');
  await putFileOn(app, item.id);
  const look = (search: Search) => found(app, minsu, { text: '보고', ...search });
  expect(await look({})).toEqual(['보고서 셋', '보고서 둘', '보고서 하나']);
  expect(await look({ fromId: jiyoung.id })).toEqual(['보고서 둘']);
  expect(await look({ roomId: first })).toEqual(['보고서 둘', '보고서 하나']);
  expect(await look({ before: '2026-12-02' })).toEqual(['보고서 하나']);
  expect(await look({ after: '2026-12-02' })).toEqual(['보고서 셋', '보고서 둘']);
  expect(await look({ after: '2026-12-02', before: '2026-12-02' })).toEqual([]);
  expect(await look({ hasFile: true })).toEqual(['보고서 셋']);
  expect(await found(app, minsu, { hasFile: true })).toEqual(['보고서 셋']);
  expect(await found(app, minsu, { text: '계약서.pdf' })).toEqual(['보고서 셋']);
  expect(await found(app, minsu, { text: '' })).toEqual([]);
  expect(await found(app, minsu, { text: '보고', fromId: newId() })).toEqual([]);
});

test('pages go on where the last one ended, whatever was said meanwhile', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  for (let no = 1; no <= 130; no += 1) await say(minsu, roomId, `${no}번째 보고`);
  await indexMessages(app.db);
  for (let no = 131; no <= 140; no += 1) await say(minsu, roomId, `${no}번째 보고`);
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await minsu.call.chat.search({ text: '보고', limit: 7, cursor });
    expect(page.items.length).toBeLessThanOrEqual(7);
    seen.push(...page.items.map((item) => item.no));
    await say(minsu, roomId, '또 보고');
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(Array.from({ length: 140 }, (_, at) => 140 - at));
});

test('what was changed is found by what it says now, what was removed not at all', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const { item: changed } = await say(minsu, roomId, '점심은 국밥');
  const { item: gone } = await say(minsu, roomId, '저녁은 국밥');
  await indexMessages(app.db);
  await minsu.call.chat.edit({ id: changed.id, version: 1, body: '점심은 냉면' });
  await minsu.call.chat.remove({ id: gone.id });
  expect(await found(app, jiyoung, { text: '국밥' })).toEqual([]);
  expect(await found(app, jiyoung, { text: '냉면' })).toEqual(['점심은 냉면']);
  const words = { all: ['국밥'], anyOf: [[mark.room(roomId)]] };
  const range = { from: 0, before: Number.MAX_SAFE_INTEGER, limit: 10 };
  const look = { words, place: { userId: minsu.id, roomId } };
  expect(await app.db.read((tx) => findCandidates(tx, look, range))).toEqual([]);
});

test('only members find it, from where they may see, and while they are members', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const admin = await app.person('admin', { role: 'admin' });
  const roomId = await newGroup(minsu, jiyoung);
  await hideThePast(app, roomId);
  await say(minsu, roomId, '비밀 하나');
  await minsu.call.chat.addMembers({ roomId, userIds: [harin.id] });
  await say(minsu, roomId, '비밀 둘');
  expect(await found(app, harin, { text: '비밀' })).toEqual(['비밀 둘']);
  expect(await found(app, harin, { text: '밀' })).toEqual(['비밀 둘']);
  expect(await found(app, harin, { fromId: minsu.id })).toEqual(['비밀 둘']);
  expect(await found(app, admin, { text: '비밀' })).toEqual([]);
  const asked = admin.call.chat.search({ text: '비밀', roomId });
  await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await harin.call.chat.leave({ roomId });
  expect(await found(app, harin, { text: '비밀' })).toEqual([]);
});

test('no text of any kind is an error', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const odd = [
    '"', '""', '"a', "'", '*', 'a*', '-a', 'a NEAR b', 'NEAR(a b)', 'a AND', 'OR', 'words:a', '(', ')', '{a b}', '^a',
    'a:b', 'a & b | !c', '\\', '%', '_', '--', ';', '👨‍👩‍👧‍👦', 'İstanbul', 'ﬀ', 'e\u0301', '가'.repeat(8000),
    '"'.repeat(8000), '가 '.repeat(4000), '안녕 '.repeat(2600), '...', '\t\n', 'ㅋㅋ', '𠮷野家', 'नमस्ते', 'สวัสดี',
  ]; // prettier-ignore
  for (const body of odd.filter((text) => text.trim() !== '')) await say(minsu, roomId, body);
  await indexMessages(app.db);
  for (const text of odd) {
    const { items } = await jiyoung.call.chat.search({ text, limit: 50 });
    if (text.trim().length > 1 && !/["&:]|NEAR|AND|\*|-|\(|\^|\{/.test(text))
      expect(
        items.map((item) => item.body),
        text,
      ).toContain(text.normalize('NFC').trim());
  }
});

test('indexing that was interrupted goes on where it stopped', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  for (let no = 1; no <= 120; no += 1) await say(minsu, roomId, `${no}번째 보고`);
  let steps = 0;
  expect(await indexMessages(app.db, () => (steps += 1) > 1)).toBe(50);
  expect(await bodies(jiyoung, { text: '보고', limit: 50 })).toHaveLength(50);
  expect(await indexMessages(app.db)).toBe(70);
  expect(await indexMessages(app.db)).toBe(0);
  expect(await bodies(jiyoung, { text: '번째 보고', limit: 50 })).toHaveLength(50);
});

test('a few seconds after it was said, a message is in the index', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await say(minsu, roomId, '안녕하세요');
  await app.settled();
  app.clock.advance(5_000);
  const waiting = () => app.db.read((tx) => tx.select().from(unindexedMessages));
  await expect.poll(waiting).toEqual([]);
  expect(await bodies(jiyoung, { text: '안녕' })).toEqual(['안녕하세요']);
});

/** As an upload does, which is another's concern. */
async function putFileOn(app: TestApp, id: string): Promise<void> {
  const file = { name: '계약서.pdf', bytes: 1, type: 'application/pdf' };
  const picture = { width: null, height: null, hasThumbnail: false };
  await app.db.write({ actorId: null }, async (tx) => {
    const files = [{ id: newId(), ...file, ...picture }];
    await tx.update(messages).set({ files }).where(eq(messages.id, id));
    tx.audit('test.file', { kind: 'message', id });
  });
}
