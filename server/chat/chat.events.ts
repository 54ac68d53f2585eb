// What a change in a room tells others. A change of members comes as the room first (whoever was removed gets `gone`, and
// from then on nothing of it), then member by member, then to each of those whose rights changed.
import type { WriteTx } from '#db/database.ts';
import { topics, union } from '../live/audience.ts';
import type {
  MemberEventData,
  MembershipEventData,
  Message,
  ReadEventData,
  RoomEventData,
  RoomMember,
  SavedEventData,
} from './chat.schema.ts';

export function emitRoomCreated(tx: WriteTx, room: RoomEventData): void {
  emitRoom(tx, 'room.created', { room, left: [] });
  for (const userId of room.memberIds) emitRights(tx, userId, room.version);
}

/** `changed` are members who stay but are something else now, a manager for instance. */
export type MembersChange = { joined: RoomMember[]; left: string[]; changed?: RoomMember[] };

export function emitMembersChanged(
  tx: WriteTx,
  room: RoomEventData,
  { joined, left, changed = [] }: MembersChange,
): void {
  emitRoom(tx, 'room.changed', { room, left });
  for (const userId of left) emitMember(tx, room, { userId, member: null });
  for (const member of [...joined, ...changed])
    emitMember(tx, room, { userId: member.userId, member });
  for (const userId of [...left, ...joined.map((member) => member.userId)])
    emitRights(tx, userId, room.version);
}

function emitRoom(
  tx: WriteTx,
  kind: 'room.created' | 'room.changed',
  { room, left }: { room: RoomEventData; left: string[] },
): void {
  tx.emit({
    feature: 'chat',
    kind,
    id: room.id,
    version: room.version,
    audience: union([topics.room(room.id)], left.map(topics.user)),
    data: room,
  });
}

export function emitMember(
  tx: WriteTx,
  room: { id: string; version: number },
  { userId, member }: { userId: string; member: RoomMember | null },
): void {
  const data: MemberEventData = { roomId: room.id, userId, member };
  tx.emit({
    feature: 'chat',
    kind: 'member.changed',
    id: room.id,
    version: room.version,
    audience: [topics.room(room.id)],
    data,
  });
}

function emitRights(tx: WriteTx, userId: string, version: number): void {
  tx.emit({
    feature: 'people',
    kind: 'rights.changed',
    id: userId,
    version,
    audience: [topics.user(userId)],
    data: { scope: 'rooms' },
  });
}

/** Also says that its author has read up to it. */
export function emitPosted(tx: WriteTx, message: Message): void {
  tx.emit({
    feature: 'chat',
    kind: 'message.posted',
    id: message.id,
    version: message.version,
    audience: [topics.room(message.roomId)],
    data: message,
  });
}

export type MessageChange =
  | 'message.edited'
  | 'message.removed'
  | 'message.reacted'
  | 'message.pinned';

/** The whole message as it is now. */
export function emitMessage(tx: WriteTx, kind: MessageChange, message: Message): void {
  tx.emit({
    feature: 'chat',
    kind,
    id: message.id,
    version: message.version,
    audience: [topics.room(message.roomId)],
    data: message,
  });
}

/** Told only to the member themselves. */
export function emitMembership(
  tx: WriteTx,
  room: { id: string; version: number },
  data: MembershipEventData,
): void {
  tx.emit({
    feature: 'chat',
    kind: 'membership.changed',
    id: room.id,
    version: room.version,
    audience: [topics.user(data.userId)],
    data,
  });
}

/** Told only to whom it is kept for. */
export function emitSaved(tx: WriteTx, version: number, data: SavedEventData): void {
  tx.emit({
    feature: 'chat',
    kind: 'saved.changed',
    id: data.messageId,
    version,
    audience: [topics.user(data.userId)],
    data,
  });
}

/** `isOwnOnly`: nobody else sees a difference, the mark itself stayed where it was. */
export function emitRead(tx: WriteTx, data: ReadEventData, isOwnOnly: boolean): void {
  tx.emit({
    feature: 'chat',
    kind: 'read.moved',
    id: data.roomId,
    version: data.readNo,
    audience: [isOwnOnly ? topics.user(data.userId) : topics.room(data.roomId)],
    data,
  });
}
