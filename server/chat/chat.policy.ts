// Who may see a room and do what in it. Pure; the screens ask the same functions.
import type { ScheduledMessage } from './chat.schedule.schema.ts';
import type { Message, RoomKind, RoomScoped } from './chat.schema.ts';

/**
 * At delivery, with the rooms of now: members only, admins too; and of messages only those that are theirs to see. One that
 * quotes what is not theirs to see is not told as an event: they ask, and get it without the quote.
 */
export function seesChatEvent(
  viewer: { id: string; rooms: ReadonlyMap<string, number> },
  data: RoomScoped | ScheduledMessage,
): boolean {
  if ('sendAt' in data) return true; // told only to its author, who may have left the room
  const seesFromNo = viewer.rooms.get('memberIds' in data ? data.id : data.roomId);
  if (seesFromNo === undefined || !('authorId' in data)) return seesFromNo !== undefined;
  return data.no >= seesFromNo && (data.replyTo === null || data.replyTo.no >= seesFromNo);
}

type RoomState = { archivedAt: Date | null };

/**
 * For one who is a member. Two people's room stays theirs as it is. A group is run by its managers. A team's room follows
 * the team, so nobody comes or goes by hand; its managers (who made it, later whoever has been in it longest) see to the
 * rest, and an admin who is in it has no more to say than others. An archived room rests: nothing is said in it, and
 * nobody is added.
 */
export function roomAbilities(
  member: { isManager: boolean },
  room: RoomState & { kind: RoomKind },
) {
  const isGroup = room.kind === 'group';
  const isManaged = room.kind !== 'direct' && member.isManager;
  const isOpen = room.archivedAt === null;
  return {
    send: isOpen,
    /** Its name, description, picture, and what newcomers may read. */
    describe: isManaged && isOpen,
    archive: isManaged,
    addMembers: isManaged && isGroup && isOpen,
    removeMembers: isManaged && isGroup,
    setManagers: isManaged,
    leave: isGroup,
  };
}

/** For one who sees the message. Words can be taken back in an archived room too; all else rests there. */
export function messageAbilities(
  viewer: { id: string },
  message: Pick<Message, 'authorId' | 'forwardedFromId' | 'removedAt'>,
  room: RoomState,
) {
  const isThere = message.removedAt === null;
  const isTalkedAbout = isThere && room.archivedAt === null;
  const isMine = message.authorId === viewer.id;
  return {
    edit: saysThemselves(viewer, message) && isTalkedAbout,
    remove: isMine && isThere,
    react: isTalkedAbout,
    pin: isTalkedAbout,
    forward: isThere,
    save: isThere,
  };
}

/** Whoever forwards somebody's words cannot change what that person said. */
export function saysThemselves(
  viewer: { id: string },
  { authorId, forwardedFromId }: Pick<Message, 'authorId' | 'forwardedFromId'>,
): boolean {
  return authorId === viewer.id && (forwardedFromId ?? authorId) === viewer.id;
}
