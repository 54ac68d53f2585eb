// Who may see a room and do what in it. Pure; the screens ask the same functions.
import type { Message, RoomKind, RoomScoped } from './chat.schema.ts';

/** At delivery, with the rooms of now: members only, admins too; and of messages only those that are theirs to see. */
export function seesChatEvent(
  viewer: { id: string; rooms: ReadonlyMap<string, number> },
  data: RoomScoped,
): boolean {
  const seesFromNo = viewer.rooms.get('memberIds' in data ? data.id : data.roomId);
  return seesFromNo !== undefined && (!('authorId' in data) || data.no >= seesFromNo);
}

type RoomState = { archivedAt: Date | null };

/**
 * For one who is a member. Two people's room stays theirs, and a team's room follows the team: only groups change by
 * hand, by their managers. In an archived room nothing is said any more.
 */
export function roomAbilities(
  member: { isManager: boolean },
  room: RoomState & { kind: RoomKind },
) {
  const isGroup = room.kind === 'group';
  return {
    send: room.archivedAt === null,
    addMembers: isGroup && member.isManager,
    leave: isGroup,
  };
}

/** For one who sees the message. Words can be taken back in an archived room too; all else rests there. */
export function messageAbilities(
  viewer: { id: string },
  message: Pick<Message, 'authorId' | 'removedAt'>,
  room: RoomState,
) {
  const isThere = message.removedAt === null;
  const isTalkedAbout = isThere && room.archivedAt === null;
  const isMine = message.authorId === viewer.id;
  return {
    edit: isMine && isTalkedAbout,
    remove: isMine && isThere,
    react: isTalkedAbout,
    pin: isTalkedAbout,
    forward: isThere,
    save: isThere,
  };
}
