// Getting at a room: members only. To anybody else, admins too, it is not there.
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Tx, WriteTx } from '#db/database.ts';
import { messages, roomMembers, rooms } from '#db/schema/chat.ts';
import { people } from '#db/schema/people.ts';
import { notFound } from '../errors.ts';
import {
  type MemberRow,
  previewColumns,
  type RoomRow,
  toMember,
  toPreview,
  toRoomEventData,
} from './chat.row.ts';
import type { MessagePreview, RoomEventData, RoomMember } from './chat.schema.ts';

export type Mine = { room: RoomRow; me: MemberRow };

export async function getMyRoom(tx: Tx, viewer: { id: string }, roomId: string): Promise<Mine> {
  const question = tx.prepared('chat.my_room', (q) =>
    q
      .select({ room: rooms, me: roomMembers })
      .from(roomMembers)
      .innerJoin(rooms, eq(rooms.id, roomMembers.roomId))
      .innerJoin(people, eq(people.id, roomMembers.userId))
      .where(isActiveMember()),
  );
  const [row] = await question.execute({ roomId, userId: viewer.id });
  if (row === undefined) throw notFound('room');
  return row;
}

/**
 * The room, kept from others until the end of the write. Membership is asked after the lock, in a statement of its own:
 * whoever was removed while we waited is not a member any more.
 */
export async function lockMyRoom(
  tx: WriteTx,
  viewer: { id: string },
  roomId: string,
): Promise<Mine> {
  const room = await lockRoom(tx, roomId);
  const me = await findMember(tx, viewer, roomId);
  if (me === undefined) throw notFound('room');
  return { room, me };
}

export async function findMember(
  tx: Tx,
  person: { id: string },
  roomId: string,
): Promise<MemberRow | undefined> {
  const question = tx.prepared('chat.membership', (q) =>
    q
      .select({ me: roomMembers })
      .from(roomMembers)
      .innerJoin(people, eq(people.id, roomMembers.userId))
      .where(isActiveMember()),
  );
  const [member] = await question.execute({ roomId, userId: person.id });
  return member?.me;
}

export async function lockRoom(tx: WriteTx, roomId: string): Promise<RoomRow> {
  const question = tx.prepared('chat.lock_room', (q) =>
    tx.lock(
      q
        .select()
        .from(rooms)
        .where(eq(rooms.id, sql.placeholder('roomId'))),
    ),
  );
  const [room] = await question.execute({ roomId });
  if (room === undefined) throw notFound('room');
  return room;
}

/** A former colleague keeps their place in rooms of two, but is nobody there. */
function isActiveMember() {
  return and(
    eq(people.status, sql`${'active'}`),
    eq(roomMembers.roomId, sql.placeholder('roomId')),
    eq(roomMembers.userId, sql.placeholder('userId')),
  );
}

/** What all its members see of a room alike: without the last message if that is not for all of them to see. */
export async function shapeOf(tx: Tx, room: RoomRow): Promise<RoomEventData> {
  const members = await sightOf(tx, room.id);
  return await shapeFor(tx, room, {
    memberIds: members.map((member) => member.userId),
    seesFromNo: Math.max(1, ...members.map((member) => member.seesFromNo)),
  });
}

/** What one of them sees of it. */
export async function shapeForMe(tx: Tx, { room, me }: Mine): Promise<RoomEventData> {
  const memberIds = await memberIdsOf(tx, room.id);
  return await shapeFor(tx, room, { memberIds, seesFromNo: me.seesFromNo });
}

type Sight = { memberIds: string[]; seesFromNo: number };

async function shapeFor(tx: Tx, room: RoomRow, sight: Sight): Promise<RoomEventData> {
  const last = await lastMessageOf(tx, room);
  const lastMessage = last !== null && last.no >= sight.seesFromNo ? last : null;
  return toRoomEventData(room, { memberIds: sight.memberIds, lastMessage });
}

export async function memberIdsOf(tx: Tx, roomId: string): Promise<string[]> {
  return (await sightOf(tx, roomId)).map((row) => row.userId);
}

async function sightOf(tx: Tx, roomId: string) {
  const question = tx.prepared('chat.member_ids', (q) =>
    q
      .select({ userId: roomMembers.userId, seesFromNo: roomMembers.seesFromNo })
      .from(roomMembers)
      .where(eq(roomMembers.roomId, sql.placeholder('roomId')))
      .orderBy(asc(roomMembers.userId)),
  );
  return await question.execute({ roomId });
}

/** With their read marks; without former colleagues, who never read anything again. */
export async function membersOf(tx: Tx, roomId: string): Promise<RoomMember[]> {
  const question = tx.prepared('chat.members', (q) =>
    q
      .select({
        userId: roomMembers.userId,
        isManager: roomMembers.isManager,
        joinedNo: roomMembers.joinedNo,
        seesFromNo: roomMembers.seesFromNo,
        readNo: roomMembers.readNo,
      })
      .from(roomMembers)
      .innerJoin(people, eq(people.id, roomMembers.userId))
      .where(
        and(eq(roomMembers.roomId, sql.placeholder('roomId')), eq(people.status, sql`${'active'}`)),
      )
      .orderBy(asc(roomMembers.userId)),
  );
  return (await question.execute({ roomId })).map(toMember);
}

async function lastMessageOf(tx: Tx, room: RoomRow): Promise<MessagePreview | null> {
  return room.lastMessageId === null ? null : await findPreview(tx, room.lastMessageId, room.id);
}

/** Null when there is no such message in this room. */
export async function findPreview(
  tx: Tx,
  id: string,
  roomId: string,
): Promise<MessagePreview | null> {
  const question = tx.prepared('chat.preview', (q) =>
    q
      .select(previewColumns)
      .from(messages)
      .where(
        and(eq(messages.id, sql.placeholder('id')), eq(messages.roomId, sql.placeholder('roomId'))),
      ),
  );
  const [row] = await question.execute({ id, roomId });
  return row === undefined ? null : toPreview(row);
}

/** What a message may answer: one of the same room that its author may see. */
export async function getQuote(
  tx: Tx,
  me: MemberRow,
  replyToId: string | null,
): Promise<MessagePreview | null> {
  if (replyToId === null) return null;
  const quote = await findPreview(tx, replyToId, me.roomId);
  if (quote === null || quote.no < me.seesFromNo) throw notFound('message');
  return quote;
}
