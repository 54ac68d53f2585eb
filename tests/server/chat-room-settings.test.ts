import { expect, test } from 'vitest';
import { files } from '#db/schema/files.ts';
import { newId } from '#server/new-id.ts';
import { newGroup, say } from '#tests/support/chat-rooms.ts';
import { during, told } from '#tests/support/during.ts';
import { Heard } from '#tests/support/heard.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

const precondition = (reason: string) => ({ code: 'PRECONDITION_FAILED', facts: { reason } });
const forbidden = { code: 'FORBIDDEN', facts: { reason: 'room_not_yours' } };

test('a manager renames and describes the room, and everybody in it sees so', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung);
  await app.settled();
  const feeds = { jiyoung: jiyoung.feed(), harin: harin.feed() };

  const given = { title: ' 송년회 ', description: '12월 18일\n7시', history: 'joined' } as const;
  const { answer, events, audit } = await during(app, () =>
    minsu.call.chat.updateRoom({ roomId, ...given }),
  );

  const after = { title: '송년회', description: '12월 18일\n7시', history: 'joined', version: 2 };
  expect(answer.item).toMatchObject(after);
  expect((await jiyoung.call.chat.room({ id: roomId })).item).toMatchObject(after);
  expect(events.map(told)).toMatchObject([
    { kind: 'room.changed', audience: [`room:${roomId}`], data: after },
  ]);
  expect(audit).toMatchObject([{ label: 'room.update' }]);
  expect(JSON.stringify(audit)).not.toContain('송년회');
  expect((await feeds.jiyoung.changes()).map(({ kind }) => kind)).toEqual(['room.changed']);
  expect(await feeds.harin.changes()).toEqual([]);
});

test('what is so already is not said again', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const wishes = { roomId, title: '점심', description: '', archived: true };
  await minsu.call.chat.updateRoom(wishes);

  const { answer, events, labels } = await during(app, () => minsu.call.chat.updateRoom(wishes));
  await minsu.call.chat.updateRoom({ roomId });

  expect(answer.item).toMatchObject({ title: '점심', description: null, version: 2 });
  expect([events, labels]).toEqual([[], []]);
});

test('only managers change a room, and nobody changes a room of two', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const admin = await app.person('admin', { role: 'admin' });
  const roomId = await newGroup(minsu, jiyoung, admin);
  const direct = { id: newId(), kind: 'direct' as const, memberIds: [jiyoung.id] };
  await minsu.call.chat.createRoom(direct);
  const rename = (who: Person, id: string) =>
    who.call.chat.updateRoom({ roomId: id, title: '새 이름' });

  await expect(rename(jiyoung, roomId)).rejects.toMatchObject(forbidden);
  await expect(rename(admin, roomId)).rejects.toMatchObject(forbidden);
  await expect(rename(admin, direct.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(rename(minsu, direct.id)).rejects.toMatchObject(precondition('room_of_two'));
});

test("a team's room is described by who made it, and after them by whoever was there longest", async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const admin = await app.person('admin', { role: 'admin' });
  const { id: roomId } = (await minsu.call.chat.createRoom({ id: newId(), kind: 'team' })).item;
  const teamId = minsu.viewer.teamId ?? '';
  const describe = (who: Person) =>
    who.call.chat.updateRoom({ roomId, description: `${who.viewer.name}의 말` });

  await expect(describe(jiyoung)).rejects.toMatchObject(forbidden);
  await describe(minsu);
  await admin.call.admin.users.update({ id: minsu.id, patch: { teamId: null } });
  await describe(jiyoung);
  await admin.call.admin.users.update({ id: jiyoung.id, patch: { teamId: null } });
  await admin.call.admin.users.update({ id: minsu.id, patch: { teamId } });

  expect((await describe(minsu)).item.description).toBe('minsu의 말');
});

test('an archived room can be read; nothing is said, named or added in it until it is brought back', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const roomId = await newGroup(minsu, jiyoung);
  await say(minsu, roomId, '수고하셨어요');

  const { item } = await minsu.call.chat.updateRoom({ roomId, archived: true });

  expect(item.archivedAt).toEqual(app.clock.now());
  expect((await jiyoung.call.chat.messages({ roomId })).items).toHaveLength(1);
  const archived = precondition('room_archived');
  await expect(say(jiyoung, roomId, '네')).rejects.toMatchObject(archived);
  await expect(minsu.call.chat.updateRoom({ roomId, title: '끝' })).rejects.toMatchObject(archived);
  await expect(minsu.call.chat.addMembers({ roomId, userIds: [harin.id] })).rejects.toMatchObject(
    archived,
  );
  await expect(jiyoung.call.chat.updateRoom({ roomId, archived: false })).rejects.toMatchObject(
    forbidden,
  );
  const back = await minsu.call.chat.updateRoom({ roomId, archived: false, title: '다시' });
  expect(back.item).toMatchObject({ archivedAt: null, title: '다시' });
  await say(jiyoung, roomId, '네');
});

test('nobody is seen writing in a room that was just archived', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await app.settled();
  const typing = await Heard.of(minsu.call.chat.onTyping());
  await jiyoung.call.chat.setTyping({ roomId, typing: true });

  await minsu.call.chat.updateRoom({ roomId, archived: true });

  expect((await typing.since()).at(-1)).toEqual({ roomId, userIds: [] });
});

test('renamed and archived at once: either the name came first, or it was refused', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  await minsu.call.chat.setManager({ roomId, userId: jiyoung.id, isManager: true });

  const [renamed, archived] = await Promise.allSettled([
    minsu.call.chat.updateRoom({ roomId, title: '마지막 이름' }),
    jiyoung.call.chat.updateRoom({ roomId, archived: true }),
  ]);

  const { item } = await minsu.call.chat.room({ id: roomId });
  expect(archived.status).toBe('fulfilled');
  expect(item.archivedAt).not.toBeNull();
  expect(item.title).toBe(renamed.status === 'fulfilled' ? '마지막 이름' : null);
  expect(item.version).toBe(renamed.status === 'fulfilled' ? 4 : 3);
});

test("a room's picture is a picture of one's own that hangs nowhere else", async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const picture = await newFile(app, minsu);
  const second = await newFile(app, minsu);
  const hang = (pictureId: string | null) =>
    minsu.call.chat.updateRoom({ roomId, pictureId }).then(({ item }) => item.pictureId);

  const others = [
    newId(),
    await newFile(app, jiyoung),
    await newFile(app, minsu, { subjectKind: 'message', subjectId: newId() }),
  ];
  for (const id of others) await expect(hang(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const text = await newFile(app, minsu, { width: null, height: null, type: 'text/plain' });
  await expect(hang(text)).rejects.toMatchObject(precondition('file_not_a_picture'));
  expect(await subjects(app)).toContainEqual([text, null, null]);
  expect(await hang(picture)).toBe(picture);
  expect(await subjects(app)).toContainEqual([picture, 'room', roomId]);
  expect(await hang(second)).toBe(second);
  expect(await subjects(app)).toContainEqual([picture, null, null]);
  expect(await hang(null)).toBeNull();
  expect(await subjects(app)).toContainEqual([second, null, null]);
});

type FileRow = typeof files.$inferInsert;

async function newFile(app: TestApp, owner: Person, other: Partial<FileRow> = {}): Promise<string> {
  const id = newId();
  await app.db.write({ actorId: owner.id }, async (tx) => {
    await tx.insert(files).values({
      id,
      hash: id,
      name: '단체 사진.png',
      type: 'image/png',
      sizeBytes: 100,
      width: 10,
      height: 10,
      ownerId: owner.id,
      createdAt: tx.now,
      ...other,
    });
    tx.audit('test.file', { kind: 'file', id });
  });
  return id;
}

function subjects(app: TestApp) {
  return app.db.read(async (tx) => {
    const rows = await tx.select().from(files);
    return rows.map(({ id, subjectKind, subjectId }) => [id, subjectKind, subjectId]);
  });
}
