import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { messages } from '#db/schema/chat.ts';
import { files } from '#db/schema/files.ts';
import { newId } from '#server/new-id.ts';
import { newGroup, say } from '#tests/support/chat-rooms.ts';
import { during, told } from '#tests/support/during.ts';
import { type TestApp, testApp } from '#tests/support/test-app.ts';
import { archive, expectUnseen } from '#tests/support/unseen-message.ts';

test('what was said is said again in another room, with who said it first', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const here = await newGroup(minsu, jiyoung);
  const there = await newGroup(jiyoung, harin);
  const { item } = await say(minsu, here, '회의는 세 시');
  await say(harin, there, '안녕하세요');
  await app.settled();
  const feeds = { minsu: minsu.feed(), harin: harin.feed() };
  const given = { id: newId(), messageId: item.id, roomId: there };

  const { answer, events, labels } = await during(app, () => jiyoung.call.chat.forward(given));

  expect(answer.item).toMatchObject({
    id: given.id,
    roomId: there,
    no: 2,
    authorId: jiyoung.id,
    body: '회의는 세 시',
    replyTo: null,
    forwardedFromId: minsu.id,
    version: 1,
  });
  expect((await harin.call.chat.messages({ roomId: there })).items[1]).toEqual(answer.item);
  expect(events.map(told)).toEqual([
    { kind: 'message.posted', id: given.id, audience: [`room:${there}`], data: answer.item },
  ]);
  expect(labels).toEqual(['message.forward', 'message.send']);
  expect(await feeds.harin.changes()).toMatchObject([{ kind: 'message.posted', id: given.id }]);
  expect(await feeds.minsu.changes()).toEqual([]);
  await app.settled();
  expect((await harin.call.nav.counts()).rooms).toEqual({ [there]: 1 });

  const further = { id: newId(), messageId: given.id, roomId: there };
  expect((await harin.call.chat.forward(further)).item.forwardedFromId).toBe(minsu.id);
});

test('forwarding the same twice shows it once, also when its source is gone by then', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const here = await newGroup(minsu, jiyoung);
  const there = await newGroup(minsu, jiyoung);
  const { item } = await say(minsu, here, '한 번만');
  const given = { id: newId(), messageId: item.id, roomId: there };
  const [first, second] = await Promise.all([
    minsu.call.chat.forward(given),
    minsu.call.chat.forward(given),
  ]);
  await minsu.call.chat.remove({ id: item.id });

  const again = await during(app, () => minsu.call.chat.forward(given));

  expect(second.item).toEqual(first.item);
  expect(again.answer.item).toEqual(first.item);
  expect([again.events, again.labels]).toEqual([[], []]);
  expect((await jiyoung.call.chat.messages({ roomId: there })).items).toHaveLength(1);
  for (const attempt of [
    () => jiyoung.call.chat.forward(given),
    () => minsu.call.chat.forward({ ...given, roomId: here }),
  ])
    await expect(attempt()).rejects.toMatchObject({
      code: 'CONFLICT',
      facts: { reason: 'id_in_use' },
    });
});

test('nobody changes what somebody else said by forwarding it', async () => {
  await using app = await testApp();
  const { minsu, jiyoung } = await app.people('minsu', 'jiyoung');
  const roomId = await newGroup(minsu, jiyoung);
  const { item } = await say(minsu, roomId, '회의는 세 시');
  const [theirs, own] = [newId(), newId()];
  await jiyoung.call.chat.forward({ id: theirs, messageId: item.id, roomId });
  await minsu.call.chat.forward({ id: own, messageId: item.id, roomId });
  const edit = { version: 1, body: '회의는 없어요' };

  await expect(jiyoung.call.chat.edit({ id: theirs, ...edit })).rejects.toMatchObject({
    code: 'FORBIDDEN',
    facts: { reason: 'message_not_yours' },
  });
  expect((await minsu.call.chat.edit({ id: own, ...edit })).item.body).toBe('회의는 없어요');
  await jiyoung.call.chat.remove({ id: theirs });
});

/** As an upload would have left it. */
async function attach(app: TestApp, message: { id: string }, ownerId: string) {
  const row = { id: newId(), hash: 'abc', name: '사진.png', type: 'image/png', sizeBytes: 12 };
  const picture = { width: 3, height: 4, thumbnailHash: 'def', ownerId, subjectKind: 'message' };
  const { id, name, type } = row;
  const shown = { id, name, bytes: 12, type, width: 3, height: 4, hasThumbnail: true };
  await app.db.write({ actorId: ownerId }, async (tx) => {
    const subject = { ...picture, subjectId: message.id, createdAt: tx.now };
    await tx.insert(files).values({ ...row, ...subject });
    await tx
      .update(messages)
      .set({ files: [shown] })
      .where(eq(messages.id, message.id));
    tx.audit('test.attach', { kind: 'message', id: message.id });
  });
  return shown;
}

test('files go along as rows of the new message; removing one of the two leaves the other its files', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const here = await newGroup(minsu, jiyoung);
  const there = await newGroup(jiyoung, harin);
  const { item } = await say(minsu, here, '보세요');
  const picture = await attach(app, item, minsu.id);

  const given = { id: newId(), messageId: item.id, roomId: there };
  const copy = (await jiyoung.call.chat.forward(given)).item;

  const [file] = copy.files;
  expect(copy.files).toEqual([{ ...picture, id: file?.id }]);
  expect(file?.id).not.toBe(picture.id);
  await minsu.call.chat.remove({ id: item.id });
  const rows = await app.db.read((tx) => tx.select().from(files));
  const facts = rows.map((row) => [row.id, row.hash, row.ownerId, row.subjectKind, row.subjectId]);
  expect(facts).toEqual([[file?.id, 'abc', jiyoung.id, 'message', given.id]]);
});

test('nothing is forwarded out of sight, into a room of others, out of what is removed, or into an archived room', async () => {
  await using app = await testApp();
  const { minsu, jiyoung, harin } = await app.people('minsu', 'jiyoung', 'harin');
  const here = await newGroup(minsu, jiyoung);
  const theirs = await newGroup(jiyoung, harin);
  const old = await newGroup(minsu, jiyoung);
  const { item } = await say(minsu, here, '회의는 세 시');
  const { item: removed } = await say(minsu, here, '지울 말');
  const { item: inOld } = await say(minsu, old, '옛날');
  await minsu.call.chat.remove({ id: removed.id });
  await archive(app, old);
  const id = newId();
  const refusals = [
    [{ id, messageId: item.id, roomId: theirs }, 'NOT_FOUND', 'room_not_found'],
    [{ id, messageId: removed.id, roomId: here }, 'PRECONDITION_FAILED', 'message_removed'],
    [{ id, messageId: item.id, roomId: old }, 'PRECONDITION_FAILED', 'room_archived'],
  ] as const;
  for (const [given, code, reason] of refusals) {
    const { events } = await during(app, () =>
      expect(minsu.call.chat.forward(given)).rejects.toMatchObject({ code, facts: { reason } }),
    );
    expect(events).toEqual([]);
  }
  await minsu.call.chat.forward({ id, messageId: inOld.id, roomId: here });
});

test('a message that is not theirs to see cannot be forwarded', async () => {
  await expectUnseen((call, { id, place }) =>
    call.chat.forward({ id: newId(), messageId: id, roomId: place }),
  );
});
