// Those to whom a message is not there, whatever they try to do with it.
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { rooms } from '#db/schema/chat.ts';
import { newId } from '#server/new-id.ts';
import { newGroup, say } from './chat-rooms.ts';
import { type Procedures, type TestApp, testApp } from './test-app.ts';

/** From now on, whoever joins sees only what is said after they came. */
export async function hideThePast(app: TestApp, roomId: string): Promise<void> {
  await app.db.write({ actorId: null }, async (tx) => {
    await tx.update(rooms).set({ history: 'joined' }).where(eq(rooms.id, roomId));
    tx.audit('test.hide_past', { kind: 'room', id: roomId });
  });
}

/** Nothing is said in it any more. */
export async function archive(app: TestApp, roomId: string): Promise<void> {
  await app.db.write({ actorId: null }, async (tx) => {
    await tx.update(rooms).set({ archivedAt: tx.now }).where(eq(rooms.id, roomId));
    tx.audit('test.archive', { kind: 'room', id: roomId });
  });
}

/** `place` is a room the caller may talk in. */
type Message = { id: string; roomId: string; no: number; place: string };
type Act = (call: Procedures, message: Message) => unknown;

/**
 * Signed out, never in the room, an admin, removed from it, or come after it was said; and about a message there never
 * was. Each is refused alike, with `reason`, and nothing happens.
 */
export async function expectUnseen(act: Act, reason = 'message_not_found'): Promise<void> {
  await using app = await testApp();
  const { minsu, jiyoung, harin, doyun } = await app.people('minsu', 'jiyoung', 'harin', 'doyun');
  const admin = await app.person('admin', { role: 'admin' });
  const roomId = await newGroup(minsu, jiyoung);
  const place = await newGroup(minsu, jiyoung, harin, doyun, admin);
  const { item } = await say(minsu, roomId, '우리끼리');
  const there = { id: item.id, roomId, no: 1, place };
  await hideThePast(app, roomId);
  await minsu.call.chat.addMembers({ roomId, userIds: [doyun.id] });
  await jiyoung.call.chat.leave({ roomId });
  const before = await app.db.read(async (tx) => tx.seq);

  await expect(act(app.nobody, there)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  const notFound = { code: 'NOT_FOUND', facts: { reason } };
  for (const { call } of [harin, admin, jiyoung])
    await expect(act(call, there)).rejects.toMatchObject(notFound);
  const late = { code: 'NOT_FOUND', facts: { reason: 'message_not_found' } };
  await expect(act(doyun.call, there)).rejects.toMatchObject(late);
  const nowhere = { id: newId(), roomId: newId(), no: 1, place };
  await expect(act(minsu.call, nowhere)).rejects.toMatchObject(notFound);
  const malformed = { id: '1', roomId: '1', no: -1, place };
  await expect(act(minsu.call, malformed)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  expect(await app.db.read(async (tx) => tx.seq)).toBe(before);
}
