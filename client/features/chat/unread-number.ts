import { type RoomMember, UNREAD_NUMBER_MEMBERS_MAX } from '#server/chat/chat.schema.ts';

/** How many have not read a message yet: members of now, without its author, whose mark has not reached it. */
export function unreadNumber(
  message: { no: number; authorId: string },
  members: readonly RoomMember[],
): number {
  if (members.length > UNREAD_NUMBER_MEMBERS_MAX) return 0;
  return members.filter(
    (member) =>
      member.userId !== message.authorId &&
      member.joinedNo <= message.no &&
      member.readNo < message.no,
  ).length;
}
