// Putting people into a room and taking them out, whoever decided it. Called only inside a write that holds the room.
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { WriteTx } from '#db/database.ts';
import { roomMembers, rooms } from '#db/schema/chat.ts';
import { precondition } from '../errors.ts';
import { dropRoomNotices } from '../notifications/notifications.drop.ts';
import { emitMembersChanged } from './chat.events.ts';
import { type MemberRow, NEW_MEMBER, type RoomRow, toMember } from './chat.row.ts';
import type { RoomEventData, RoomMember } from './chat.schema.ts';
import { shapeOf } from './chat.visible.ts';

/** They have read all there is: coming (back) never raises the number of those who have not read. */
export async function joinRoom(
  tx: WriteTx,
  room: RoomRow,
  userIds: string[],
): Promise<RoomEventData> {
  const members = userIds.map((userId): MemberRow => ({
    roomId: room.id,
    userId,
    isManager: false,
    joinedNo: room.lastNo + 1,
    seesFromNo: room.history === 'all' ? 1 : room.lastNo + 1,
    readNo: room.lastNo,
    joinedAt: tx.now,
    ...NEW_MEMBER,
  }));
  await tx.insert(roomMembers).values(members);
  // The room of a team that had nobody left.
  const [first] = room.kind === 'team' ? await appointManager(tx, room) : [];
  const after = await raiseVersion(tx, room);
  const joined = members.map((member) =>
    member.userId === first?.userId ? first : toMember(member),
  );
  emitMembersChanged(tx, after, { joined, left: [] });
  return after;
}

/** If the last manager goes, whoever has been here longest takes over. */
export async function leaveRoom(
  tx: WriteTx,
  room: RoomRow,
  userIds: string[],
): Promise<RoomEventData> {
  await tx
    .delete(roomMembers)
    .where(and(eq(roomMembers.roomId, room.id), inArray(roomMembers.userId, userIds)));
  const successor = await appointManager(tx, room);
  const after = await raiseVersion(tx, room);
  emitMembersChanged(tx, after, { joined: [], left: userIds, changed: successor });
  await dropRoomNotices(tx, room.id, userIds);
  return after;
}

/** Whoever else manages it goes on doing so; it is never left without a manager. */
export async function changeManager(
  tx: WriteTx,
  room: RoomRow,
  member: MemberRow,
): Promise<RoomEventData> {
  await storeManager(tx, member);
  if (!member.isManager && (await managerOf(tx, room)) === undefined)
    throw precondition('room_last_manager');
  const after = await raiseVersion(tx, room);
  emitMembersChanged(tx, after, { joined: [], left: [], changed: [toMember(member)] });
  return after;
}

export async function findMember(
  tx: WriteTx,
  roomId: string,
  userId: string,
): Promise<MemberRow | undefined> {
  const [row] = await tx
    .select()
    .from(roomMembers)
    .where(and(eq(roomMembers.roomId, roomId), eq(roomMembers.userId, userId)));
  return row;
}

async function raiseVersion(tx: WriteTx, room: RoomRow): Promise<RoomEventData> {
  const after = { ...room, version: room.version + 1 };
  await tx.update(rooms).set({ version: after.version }).where(eq(rooms.id, room.id));
  return await shapeOf(tx, after);
}

async function appointManager(tx: WriteTx, room: RoomRow): Promise<RoomMember[]> {
  if ((await managerOf(tx, room)) !== undefined) return [];
  const [eldest] = await tx
    .select()
    .from(roomMembers)
    .where(eq(roomMembers.roomId, room.id))
    .orderBy(asc(roomMembers.joinedAt), asc(roomMembers.userId))
    .limit(1);
  if (eldest === undefined) return [];
  const manager = { ...eldest, isManager: true };
  await storeManager(tx, manager);
  return [toMember(manager)];
}

async function managerOf(tx: WriteTx, room: RoomRow): Promise<string | undefined> {
  const [manager] = await tx
    .select({ userId: roomMembers.userId })
    .from(roomMembers)
    .where(and(eq(roomMembers.roomId, room.id), eq(roomMembers.isManager, true)))
    .limit(1);
  return manager?.userId;
}

async function storeManager(tx: WriteTx, { roomId, userId, isManager }: MemberRow): Promise<void> {
  await tx
    .update(roomMembers)
    .set({ isManager })
    .where(and(eq(roomMembers.roomId, roomId), eq(roomMembers.userId, userId)));
}
