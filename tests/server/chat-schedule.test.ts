import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { events } from '#db/schema/events.ts';
import { newId } from '#server/new-id.ts';
import { SCHEDULED_MAX } from '#server/chat/chat.schedule.schema.ts';
import { auditRows } from '#tests/support/audit-rows.ts';
import { eventually } from '#tests/support/eventually.ts';
import { MONDAY_MORNING, type TestApp, testApp } from '#tests/support/test-app.ts';

const MINUTE_MS = 60_000;
const at = (minutes: number) => new Date(MONDAY_MORNING.getTime() + minutes * MINUTE_MS);

type Person = Awaited<ReturnType<TestApp['person']>>;

async function roomOfTwo(app: TestApp) {
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = newId();
  await minsu.call.chat.createRoom({ id: roomId, kind: 'group', memberIds: [jiyoung.id] });
  await app.settled();
  return { minsu, jiyoung, roomId };
}

function later(minutes: number, roomId: string, body = '내일 봐요') {
  return { id: newId(), roomId, body, sendAt: at(minutes) };
}

async function bodies(person: Person, roomId: string): Promise<string[]> {
  const { items } = await person.call.chat.messages({ roomId });
  return items.map(({ body }) => body);
}

/** So many messages are there, and no more come. */
async function expectSaid(person: Person, roomId: string, said: string[]): Promise<void> {
  await eventually(async () => expect(await bodies(person, roomId)).toEqual(said));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await bodies(person, roomId)).toEqual(said);
}

async function expectFailure(person: Person, failure: string): Promise<void> {
  await eventually(async () =>
    expect((await person.call.chat.scheduled()).items).toMatchObject([{ failure }]),
  );
}

test('a message set for later is its author’s alone until its time, then everybody’s, once', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, roomId } = await roomOfTwo(app);
  const feeds = { minsu: minsu.feed(), jiyoung: jiyoung.feed() };
  const input = { ...later(30, roomId), mentionIds: [jiyoung.id], mentionsAll: true };
  const { item } = await minsu.call.chat.schedule(input);
  expect(item).toEqual({
    ...input,
    replyToId: null,
    failure: null,
    version: 1,
    createdAt: app.clock.now(),
  });
  expect((await minsu.call.chat.scheduled()).items).toEqual([item]);
  expect((await jiyoung.call.chat.scheduled()).items).toEqual([]);
  app.clock.moveTo(at(29));
  await expectSaid(jiyoung, roomId, []);

  for (const minutes of [30, 31, 90]) app.clock.moveTo(at(minutes));

  await expectSaid(jiyoung, roomId, ['내일 봐요']);
  expect((await minsu.call.chat.scheduled()).items).toEqual([]);
  expect(await feeds.minsu.changes()).toMatchObject([
    { kind: 'scheduled.changed', id: item.id, data: item },
    { kind: 'scheduled.changed', id: item.id, gone: true },
    { kind: 'message.posted', id: item.id, actorId: null },
  ]);
  expect(await feeds.jiyoung.changes()).toMatchObject([
    {
      kind: 'message.posted',
      data: { authorId: minsu.id, mentionIds: [jiyoung.id], mentionsAll: true, no: 1 },
    },
    { kind: 'notification.created', id: item.id },
  ]);
  expect(JSON.stringify(await auditRows(app.db))).not.toContain('내일');
});

test('setting the same one again is one; somebody else’s id, or a message’s, is refused', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, roomId } = await roomOfTwo(app);
  const input = later(30, roomId);
  await minsu.call.chat.schedule(input);
  await minsu.call.chat.schedule(input);
  expect((await minsu.call.chat.scheduled()).items).toHaveLength(1);
  await expect(jiyoung.call.chat.schedule(input)).rejects.toMatchObject({ code: 'CONFLICT' });
  const { item } = await minsu.call.chat.send({ id: newId(), roomId, body: '안녕' });
  await expect(
    minsu.call.chat.schedule({ ...later(30, roomId), id: item.id }),
  ).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('a time that is over means at once, and one set earlier than the next is not late', async () => {
  await using app = await testApp();
  const { minsu, roomId } = await roomOfTwo(app);
  await minsu.call.chat.schedule(later(60, roomId, '나중'));
  await minsu.call.chat.schedule(later(10, roomId, '먼저'));
  await minsu.call.chat.schedule(later(-5, roomId, '지금'));
  await expectSaid(minsu, roomId, ['지금']);
  app.clock.moveTo(at(10));
  await expectSaid(minsu, roomId, ['지금', '먼저']);
});

test('what was missed while no server ran is sent once when one starts, in order', async () => {
  await using app = await testApp();
  const { minsu, roomId } = await roomOfTwo(app);
  for (const minutes of [40, 20, 30])
    await minsu.call.chat.schedule(later(minutes, roomId, `${minutes}분`));
  await app.stop();
  app.clock.moveTo(at(3000));
  await Promise.all([app.process(), app.process()]);
  await expectSaid(minsu, roomId, ['20분', '30분', '40분']);
});

test('of several processes that look at the clock, one sends each message', async () => {
  await using app = await testApp();
  const { minsu, roomId } = await roomOfTwo(app);
  await app.process();
  await app.process();
  const said: string[] = [];
  for (let n = 1; n <= 12; n += 1) {
    await minsu.call.chat.schedule(later(Math.ceil(n / 3), roomId, `${n}번`));
    said.push(`${n}번`);
  }
  for (let minutes = 1; minutes <= 4; minutes += 1) {
    app.clock.moveTo(at(minutes));
    await eventually(async () => expect(await bodies(minsu, roomId)).toHaveLength(minutes * 3));
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await bodies(minsu, roomId)).toSorted()).toEqual(said.toSorted());
  const gone = await app.db.read((tx) =>
    tx.select().from(events).where(eq(events.kind, 'message.posted')).orderBy(asc(events.seq)),
  );
  expect(gone).toHaveLength(12);
});

test('it can be changed, sent now, and taken back; one changed meanwhile is a conflict', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, roomId } = await roomOfTwo(app);
  const { item } = await minsu.call.chat.schedule(later(30, roomId, '내일'));
  const patch = { id: item.id, version: 1, body: '모레', sendAt: at(50) };
  const changed = await minsu.call.chat.updateScheduled(patch);
  expect(changed.item).toMatchObject({ body: '모레', sendAt: at(50), version: 2 });
  await expect(minsu.call.chat.updateScheduled({ ...patch, body: '글피' })).rejects.toMatchObject({
    code: 'CONFLICT',
    facts: { current: changed.item },
  });
  for (const act of [
    () => jiyoung.call.chat.updateScheduled({ id: item.id, version: 2, body: '내 것' }),
    () => jiyoung.call.chat.cancelScheduled({ id: item.id }),
  ])
    await expect(act()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  app.clock.moveTo(at(31));
  await expectSaid(minsu, roomId, []);
  await minsu.call.chat.updateScheduled({ id: item.id, version: 2, sendAt: at(31) });
  await expectSaid(minsu, roomId, ['모레']);
  const { item: unwanted } = await minsu.call.chat.schedule(later(60, roomId));
  await minsu.call.chat.cancelScheduled({ id: unwanted.id });
  app.clock.moveTo(at(61));
  await expectSaid(minsu, roomId, ['모레']);
  for (const id of [unwanted.id, item.id])
    await expect(minsu.call.chat.cancelScheduled({ id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
});

test('one who has left the room by then is told so, and keeps the text', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, roomId } = await roomOfTwo(app);
  const { item } = await jiyoung.call.chat.schedule(later(30, roomId, '늦은 인사'));
  await jiyoung.call.chat.leave({ roomId });
  await app.settled();
  const feed = jiyoung.feed();
  app.clock.moveTo(at(30));
  await expectFailure(jiyoung, 'room_not_found');
  expect(await feed.changes()).toMatchObject([
    {
      kind: 'scheduled.changed',
      id: item.id,
      data: { body: '늦은 인사', failure: 'room_not_found', version: 2 },
    },
  ]);
  await expectSaid(minsu, roomId, []);
  await minsu.call.chat.addMembers({ roomId, userIds: [jiyoung.id] });
  await jiyoung.call.chat.updateScheduled({ id: item.id, version: 2, sendAt: at(30) });
  await expectSaid(minsu, roomId, ['늦은 인사']);
});

test('in an archived room nothing is sent, nor set for later', async () => {
  await using app = await testApp();
  const { minsu, roomId } = await roomOfTwo(app);
  await minsu.call.chat.schedule(later(30, roomId));
  await minsu.call.chat.updateRoom({ roomId, archived: true });
  app.clock.moveTo(at(30));
  await expectFailure(minsu, 'room_archived');
  await expect(minsu.call.chat.schedule(later(60, roomId))).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
  });
});

test('a former colleague says nothing more, and one who comes back finds what they meant to say', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, roomId } = await roomOfTwo(app);
  const admin = await app.person('admin', { role: 'admin' });
  await jiyoung.call.chat.schedule(later(30, roomId, '퇴사 인사'));
  await admin.call.admin.users.deactivate({ id: jiyoung.id });
  app.clock.moveTo(at(30));
  await eventually(async () =>
    expect((await auditRows(app.db)).at(-1)).toMatchObject({ label: 'scheduled.fail' }),
  );
  await expectSaid(minsu, roomId, []);
  await admin.call.admin.users.reactivate({ id: jiyoung.id });
  await expectFailure(jiyoung, 'author_inactive');
});

test('one that cannot be sent keeps no other back', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, roomId } = await roomOfTwo(app);
  await jiyoung.call.chat.schedule(later(10, roomId, '못 갈 글'));
  await minsu.call.chat.schedule(later(10, roomId, '갈 글'));
  await jiyoung.call.chat.leave({ roomId });
  app.clock.moveTo(at(10));
  await expectSaid(minsu, roomId, ['갈 글']);
});

test('a message that goes while its author is away marks nothing as read', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, roomId } = await roomOfTwo(app);
  await minsu.call.chat.schedule(later(30, roomId, '아침이에요'));
  await jiyoung.call.chat.send({ id: newId(), roomId, body: '밤에 온 글' });
  app.clock.moveTo(at(30));
  await expectSaid(minsu, roomId, ['밤에 온 글', '아침이에요']);
  expect((await minsu.call.nav.counts()).rooms[roomId]).toBe(1);
  await minsu.call.chat.markRead({ roomId, no: 2 });
  await minsu.call.chat.schedule(later(40, roomId, '또'));
  app.clock.moveTo(at(40));
  await expectSaid(minsu, roomId, ['밤에 온 글', '아침이에요', '또']);
  const { item } = await minsu.call.chat.room({ id: roomId });
  expect(item.members.find(({ userId }) => userId === minsu.id)?.readNo).toBe(3);
});

test('nobody sets more than a hundred, nor answers what they may not see', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, roomId } = await roomOfTwo(app);
  for (let n = 0; n < SCHEDULED_MAX; n += 1) await minsu.call.chat.schedule(later(30, roomId));
  await expect(minsu.call.chat.schedule(later(30, roomId))).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
  });
  await expect(
    jiyoung.call.chat.schedule({ ...later(30, roomId), replyToId: newId() }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
