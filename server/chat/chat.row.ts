// From stored rooms and messages to what is sent.
import { messages, type roomMembers, type rooms } from '#db/schema/chat.ts';
import { preview } from './chat.preview.schema.ts';
import type {
  MembershipEventData,
  Message,
  MessagePreview,
  RoomEventData,
  RoomItem,
  RoomMember,
} from './chat.schema.ts';

export type RoomRow = typeof rooms.$inferSelect;
export type MemberRow = typeof roomMembers.$inferSelect;
export type MessageRow = Omit<typeof messages.$inferSelect, 'searchNo'>;

/** What a preview is made of. */
export const previewColumns = {
  id: messages.id,
  no: messages.no,
  authorId: messages.authorId,
  body: messages.body,
  files: messages.files,
  createdAt: messages.createdAt,
  removedAt: messages.removedAt,
};

/** What a member begins with. */
export const NEW_MEMBER = {
  unreadFromNo: null,
  isMuted: false,
  isPinned: false,
  notify: 'all',
} as const;

/** What a message begins with. */
export const NEW_MESSAGE = {
  mentionIds: [],
  mentionsAll: false,
  isUrgent: false,
  files: [],
  forwardedFromId: null,
  reactions: [],
  version: 1,
  editedAt: null,
  removedAt: null,
  pinnedAt: null,
  pinnedById: null,
} satisfies Partial<MessageRow>;

export function toRoomEventData(
  row: RoomRow,
  parts: { memberIds: string[]; lastMessage: MessagePreview | null },
): RoomEventData {
  const { id, kind, title, description, pictureId, history, archivedAt, teamId } = row;
  const { activeAt, version, createdAt } = row;
  return {
    id,
    kind,
    title,
    description,
    pictureId,
    history,
    archivedAt,
    teamId,
    ...parts,
    activeAt,
    version,
    createdAt,
  };
}

type OwnColumns = Pick<MemberRow, 'isMuted' | 'isPinned' | 'notify' | 'unreadFromNo'>;

export function toRoomItem(room: RoomEventData, me: OwnColumns): RoomItem {
  return { ...room, ...toOwnRoom(me) };
}

export function toMembership(me: MemberRow): MembershipEventData {
  const { roomId, userId } = me;
  return { roomId, userId, ...toOwnRoom(me) };
}

function toOwnRoom({ isMuted: muted, isPinned: pinned, notify, unreadFromNo }: OwnColumns) {
  return { muted, pinned, notify, unreadFromNo };
}

export function toMember(row: Pick<MemberRow, keyof RoomMember>): RoomMember {
  const { userId, isManager, joinedNo, seesFromNo, readNo } = row;
  return { userId, isManager, joinedNo, seesFromNo, readNo };
}

/** A removed message keeps its place, not its text. */
export function toMessage(row: MessageRow, replyTo: MessagePreview | null): Message {
  const { id, roomId, no, authorId, mentionIds, mentionsAll, isUrgent, forwardedFromId } = row;
  const { editedAt, removedAt, pinnedAt, pinnedById, createdAt, version } = row;
  const isRemoved = removedAt !== null;
  return {
    id,
    roomId,
    no,
    authorId,
    body: isRemoved ? '' : row.body,
    replyTo,
    mentionIds,
    mentionsAll,
    isUrgent,
    files: isRemoved ? [] : row.files,
    forwardedFromId,
    reactions: isRemoved ? [] : row.reactions,
    editedAt,
    removedAt,
    pinnedAt,
    pinnedById,
    createdAt,
    version,
  };
}

/** For one who sees from this number on: what was said before is not shown by a quote either. */
export function seenFrom(seesFromNo: number, message: Message): Message {
  const { replyTo } = message;
  return replyTo !== null && replyTo.no < seesFromNo ? { ...message, replyTo: null } : message;
}

export function toPreview(row: Pick<MessageRow, keyof typeof previewColumns>): MessagePreview {
  return preview(row);
}
