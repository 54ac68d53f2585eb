// From stored rooms and messages to what is sent.
import { messages, type roomMembers, type rooms } from '#db/schema/chat.ts';
import { preview } from './chat.preview.schema.ts';
import type {
  Message,
  MessagePreview,
  RoomEventData,
  RoomItem,
  RoomMember,
} from './chat.schema.ts';

export type RoomRow = typeof rooms.$inferSelect;
export type MemberRow = typeof roomMembers.$inferSelect;
export type MessageRow = typeof messages.$inferSelect;

/** What a preview is made of. */
export const previewColumns = {
  id: messages.id,
  no: messages.no,
  authorId: messages.authorId,
  body: messages.body,
  createdAt: messages.createdAt,
  removedAt: messages.removedAt,
};

export function toRoomEventData(
  row: RoomRow,
  parts: { memberIds: string[]; lastMessage: MessagePreview | null },
): RoomEventData {
  const { id, kind, title, teamId, activeAt, version, createdAt } = row;
  const { memberIds, lastMessage } = parts;
  return { id, kind, title, teamId, memberIds, lastMessage, activeAt, version, createdAt };
}

export function toRoomItem(
  room: RoomEventData,
  me: Pick<MemberRow, 'isMuted' | 'isPinned'>,
): RoomItem {
  return { ...room, muted: me.isMuted, pinned: me.isPinned };
}

export function toMember(row: Pick<MemberRow, keyof RoomMember>): RoomMember {
  const { userId, isManager, joinedNo, readNo } = row;
  return { userId, isManager, joinedNo, readNo };
}

/** A removed message keeps its place, not its text. */
export function toMessage(row: MessageRow, replyTo: MessagePreview | null): Message {
  const { id, roomId, no, authorId, mentionIds, editedAt, removedAt, createdAt, version } = row;
  const isRemoved = removedAt !== null;
  return {
    id,
    roomId,
    no,
    authorId,
    body: isRemoved ? '' : row.body,
    replyTo,
    mentionIds,
    files: [],
    reactions: isRemoved ? [] : row.reactions,
    editedAt,
    removedAt,
    createdAt,
    version,
  };
}

export function toPreview(row: Pick<MessageRow, keyof typeof previewColumns>): MessagePreview {
  return preview(row);
}
