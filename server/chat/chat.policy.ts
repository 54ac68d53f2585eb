// Who may see a room and do what in it. Pure; the screens ask the same functions.
import type { RoomKind, RoomScoped } from './chat.schema.ts';

/** At delivery, with the rooms of now: members only, admins too; and of messages only those that are theirs to see. */
export function seesChatEvent(
  viewer: { id: string; rooms: ReadonlyMap<string, number> },
  data: RoomScoped,
): boolean {
  const seesFromNo = viewer.rooms.get('memberIds' in data ? data.id : data.roomId);
  return seesFromNo !== undefined && (!('authorId' in data) || data.no >= seesFromNo);
}

/**
 * For one who is a member. Two people's room stays theirs, and a team's room follows the team: only groups change by
 * hand, by their managers.
 */
export function roomAbilities(member: { isManager: boolean }, room: { kind: RoomKind }) {
  const isGroup = room.kind === 'group';
  return { send: true, addMembers: isGroup && member.isManager, leave: isGroup };
}
