// Chat on the wire: limits, inputs, shapes.
import * as z from 'zod/mini';
import { type AttachedFile, fileIds } from '../files/files.schema.ts';
import type { Draft } from './chat.draft.schema.ts';
import { id, limit, mutationId, optionalText, text } from '../atoms.schema.ts';

export const MESSAGE_MAX = 8_000;
export const ROOM_TITLE_MAX = 100;
export const ROOM_MEMBERS_MAX = 500;
export const MENTIONS_MAX = 50;
/** How much of a message is shown where it is only hinted at (the list of rooms, a quote). */
export const PREVIEW_MAX = 200;
/** In rooms above this size nobody counts who has not read yet. */
export const UNREAD_NUMBER_MEMBERS_MAX = 100;

const ROOM_KINDS = ['direct', 'group', 'team'] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

/** A message where it is only hinted at: `body` is cut to PREVIEW_MAX, `file` is the first one; empty once removed. */
export type MessagePreview = {
  id: string;
  no: number;
  authorId: string;
  body: string;
  file: { name: string; type: string } | null;
  createdAt: Date;
  removedAt: Date | null;
};

/** What all members see of a room alike; the data of `room.*` events. `memberIds` is absolute and sorted. */
export type RoomEventData = {
  id: string;
  kind: RoomKind;
  /** Null: the screens name the room after the people in it (or its team). */
  title: string | null;
  description: string | null;
  /** A file. */
  pictureId: string | null;
  /** What those who join from now on may read: everything, or what is said after they came. */
  history: 'all' | 'joined';
  /** Since then nothing is said in it. */
  archivedAt: Date | null;
  teamId: string | null;
  memberIds: string[];
  /** Null also in events when one of the members may not see it. */
  lastMessage: MessagePreview | null;
  /** When something was last said (or the room was made): the list is sorted by it, newest first. */
  activeAt: Date;
  version: number;
  createdAt: Date;
};

/** Which messages tell somebody so when they look elsewhere. */
export type Notify = 'all' | 'mentions' | 'nothing';

/** What a room is to one member; `unreadFromNo`: marked unread from here. Nobody else sees it. */
export type OwnRoom = {
  muted: boolean;
  pinned: boolean;
  notify: Notify;
  unreadFromNo: number | null;
};

export type RoomItem = RoomEventData & OwnRoom;

/**
 * A member of now. Messages from `joinedNo` on are theirs to read, and they have read up to `readNo`; what was said before
 * `seesFromNo` is not theirs to see.
 */
export type RoomMember = {
  userId: string;
  isManager: boolean;
  joinedNo: number;
  seesFromNo: number;
  readNo: number;
};

export type RoomDetail = RoomItem & { members: RoomMember[] };

/** `no` counts 1, 2, 3 … within the room, without gaps. */
export type Message = {
  id: string;
  roomId: string;
  no: number;
  authorId: string;
  body: string;
  replyTo: MessagePreview | null;
  mentionIds: string[];
  /** Everybody in the room is called. */
  mentionsAll: boolean;
  /** An admin's: it is told through quiet hours and silenced rooms. */
  isUrgent: boolean;
  files: AttachedFile[];
  /** Who said it first, elsewhere. */
  forwardedFromId: string | null;
  reactions: { emoji: string; userIds: string[] }[];
  editedAt: Date | null;
  removedAt: Date | null;
  pinnedAt: Date | null;
  pinnedById: string | null;
  createdAt: Date;
  version: number;
};

/** The data of `member.changed`; `member` null: not a member any more. */
export type MemberEventData = { roomId: string; userId: string; member: RoomMember | null };
/** The data of `read.moved`: absolute. */
export type ReadEventData = { roomId: string; userId: string; readNo: number };
/** The data of `membership.changed`: absolute, told only to the member. */
export type MembershipEventData = OwnRoom & { roomId: string; userId: string };
/** The data of `saved.changed`: absolute, told only to whom it is kept for; `savedAt` null: not kept any more. */
export type SavedEventData = {
  roomId: string;
  userId: string;
  messageId: string;
  savedAt: Date | null;
};
/** What all chat events but `room.*` carry names its room; `room.*` events carry the room. */
export type RoomScoped =
  | RoomEventData
  | Message
  | MemberEventData
  | ReadEventData
  | MembershipEventData
  | SavedEventData
  | Draft;

/** Who is writing in a room right now, without the viewer. */
export type TypingUpdate = { roomId: string; userIds: string[] };

/** What a page was asked for: the newest, those before or after a number, or those around one. */
export type MessagePlace = { at: 'end' } | { at: 'before' | 'after' | 'around'; no: number };

export function placeOf(
  input: Pick<z.input<typeof messagesInput>, 'before' | 'after' | 'around' | 'cursor'>,
): MessagePlace {
  const [, direction, no] = MESSAGE_CURSOR.exec(input.cursor ?? '') ?? [];
  if (direction === 'before' || direction === 'after') return { at: direction, no: Number(no) };
  if (input.before !== undefined) return { at: 'before', no: input.before };
  if (input.after !== undefined) return { at: 'after', no: input.after };
  return input.around === undefined ? { at: 'end' } : { at: 'around', no: input.around };
}

const messageNo = z
  .int({ error: 'must be a whole number' })
  .check(z.gte(0), z.lte(Number.MAX_SAFE_INTEGER - 1));
const memberIds = z.array(id).check(z.maxLength(ROOM_MEMBERS_MAX));

export const roomIdInput = z.object({ id });

/** Where a page of messages starts: `before:120` or `after:120`. */
const MESSAGE_CURSOR = /^(before|after):(\d{1,15})$/;

export function messageCursor(direction: 'before' | 'after', no: number): string {
  return `${direction}:${no}`;
}

/**
 * At most one of `before`, `after` and `around`; none: the newest. A page's `nextCursor` goes in place of them. Oldest
 * first in every case.
 */
export const messagesInput = z
  .object({
    roomId: id,
    before: z.optional(messageNo),
    after: z.optional(messageNo),
    around: z.optional(messageNo),
    cursor: z.optional(
      z.string().check(z.regex(MESSAGE_CURSOR, { error: 'is not a cursor of this list' })),
    ),
    limit,
  })
  .check(
    z.refine(
      ({ before, after, around }) =>
        [before, after, around].filter((value) => value !== undefined).length <= 1,
      { error: 'takes only one of before, after and around' },
    ),
  );

/** `memberIds` are the others. A direct room has exactly one; a team room takes its people from the viewer's team. */
export const createRoomInput = z.object({
  id,
  kind: z.enum(ROOM_KINDS, { error: `must be one of ${ROOM_KINDS.join(', ')}` }),
  title: z._default(z.nullable(text(ROOM_TITLE_MAX)), null),
  memberIds: z._default(memberIds, []),
  mutationId,
});

export const addMembersInput = z.object({
  roomId: id,
  userIds: memberIds.check(z.minLength(1)),
  mutationId,
});
export const leaveRoomInput = z.object({ roomId: id, mutationId });

/** Files may speak for themselves. */
export const sendInput = z
  .object({
    id,
    roomId: id,
    body: optionalText(MESSAGE_MAX),
    replyToId: z._default(z.nullable(id), null),
    mentionIds: z._default(z.array(id).check(z.maxLength(MENTIONS_MAX)), []),
    mentionsAll: z._default(z.boolean(), false),
    isUrgent: z._default(z.boolean(), false),
    fileIds,
    mutationId,
  })
  .check(
    z.refine((input) => input.body !== '' || input.fileIds.length > 0, {
      path: ['body'],
      error: 'must not be empty',
    }),
  );

export const markReadInput = z.object({ roomId: id, no: messageNo, mutationId });
export const setTypingInput = z.object({ roomId: id, typing: z.boolean(), mutationId });

export const onTypingInput = z.optional(z.object({ roomId: z.optional(id) }));

export type MessagesInput = z.infer<typeof messagesInput>;
export type CreateRoomInput = z.infer<typeof createRoomInput>;
export type AddMembersInput = z.infer<typeof addMembersInput>;
export type LeaveRoomInput = z.infer<typeof leaveRoomInput>;
export type SendInput = z.infer<typeof sendInput>;
export type MarkReadInput = z.infer<typeof markReadInput>;
export type SetTypingInput = z.infer<typeof setTypingInput>;
export type OnTypingInput = z.infer<typeof onTypingInput>;
