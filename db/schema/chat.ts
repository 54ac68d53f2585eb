import { isNotNull } from 'drizzle-orm';
import {
  bool,
  id,
  index,
  instant,
  int,
  json,
  oneOf,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from './kit.ts';
import type { AttachedFile } from './files.ts';
import { people, teams } from './people.ts';

/**
 * `directKey` is both people's ids in order, so that two people share one direct room. `lastNo` numbers the messages.
 * `history`: what those who join from now on may read. An archived room can be read, and nothing is said in it.
 */
export const rooms = table(
  'rooms',
  {
    id: id().primaryKey(),
    kind: oneOf(['direct', 'group', 'team']).notNull(),
    title: text(),
    description: text(),
    pictureId: id(),
    history: oneOf(['all', 'joined']).notNull().default('all'),
    archivedAt: instant(),
    teamId: id().references(() => teams.id),
    directKey: text(),
    lastNo: int().notNull(),
    lastMessageId: id(),
    version: int().notNull(),
    createdById: id()
      .notNull()
      .references(() => people.id),
    createdAt: instant().notNull(),
    activeAt: instant().notNull(),
  },
  (t) => [uniqueIndex('rooms_direct').on(t.directKey), index('rooms_team').on(t.teamId)],
);

/**
 * A member of now. `joinedNo`: the first message that is theirs to read; `seesFromNo`: the first they may see at all;
 * `readNo`: read up to here; `unreadFromNo`: marked unread from here by themselves (their own badge only); `notify`: which
 * messages tell them so when they look elsewhere.
 */
export const roomMembers = table(
  'room_members',
  {
    roomId: id()
      .notNull()
      .references(() => rooms.id, { onDelete: 'cascade' }),
    userId: id()
      .notNull()
      .references(() => people.id),
    isManager: bool().notNull(),
    joinedNo: int().notNull(),
    seesFromNo: int().notNull().default(1),
    readNo: int().notNull(),
    unreadFromNo: int(),
    isMuted: bool().notNull(),
    isPinned: bool().notNull(),
    notify: oneOf(['all', 'mentions', 'nothing']).notNull().default('all'),
    joinedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roomId, t.userId] }),
    index('room_members_user').on(t.userId, t.roomId),
  ],
);

/**
 * `no` counts 1, 2, 3 … in each room, without gaps. A removed message keeps its row and number, not its body.
 * `mentionsAll`: everybody in the room is called. `isUrgent`: it
 * reaches whom it calls also when they asked for quiet (admins only). `files` repeats the files' rows, so that a page is one statement.
 * `searchNo` is the database's own (a trigger gives it): grows with time over all rooms, and names the message in the
 * search index.
 */
export const messages = table(
  'messages',
  {
    id: id().primaryKey(),
    roomId: id()
      .notNull()
      .references(() => rooms.id, { onDelete: 'cascade' }),
    no: int().notNull(),
    authorId: id()
      .notNull()
      .references(() => people.id),
    body: text().notNull(),
    replyToId: id(),
    mentionIds: json<string[]>().notNull(),
    mentionsAll: bool().notNull().default(false),
    files: json<AttachedFile[]>().notNull().default([]),
    isUrgent: bool().notNull().default(false),
    forwardedFromId: id().references(() => people.id),
    reactions: json<{ emoji: string; userIds: string[] }[]>().notNull(),
    version: int().notNull(),
    createdAt: instant().notNull(),
    editedAt: instant(),
    removedAt: instant(),
    pinnedAt: instant(),
    pinnedById: id().references(() => people.id),
    searchNo: int(),
  },
  (t) => [
    uniqueIndex('messages_room_no').on(t.roomId, t.no),
    uniqueIndex('messages_search').on(t.searchNo),
    index('messages_room_created').on(t.roomId, t.createdAt),
    index('messages_pinned').on(t.roomId, t.pinnedAt).where(isNotNull(t.pinnedAt)),
  ],
);

/** Messages, by `searchNo`, whose words are not in the search index yet or are not what it says; triggers write it. */
export const unindexedMessages = table('unindexed_messages', { searchNo: int().primaryKey() });

/** What a message said before an edit: `version` is the one that said it, until `replacedAt`. */
export const messageEdits = table(
  'message_edits',
  {
    messageId: id()
      .notNull()
      .references(() => messages.id, { onDelete: 'cascade' }),
    version: int().notNull(),
    body: text().notNull(),
    replacedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.version] })],
);

/** Messages people keep for later. */
export const savedMessages = table(
  'saved_messages',
  {
    userId: id()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    messageId: id()
      .notNull()
      .references(() => messages.id, { onDelete: 'cascade' }),
    savedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.messageId] }),
    index('saved_messages_newest').on(t.userId, t.savedAt),
    index('saved_messages_message').on(t.messageId),
  ],
);

/** What somebody has begun to write in a room, on all their devices. An empty one stays, so that its version goes on. */
export const drafts = table(
  'drafts',
  {
    userId: id()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    roomId: id()
      .notNull()
      .references(() => rooms.id, { onDelete: 'cascade' }),
    body: text().notNull(),
    replyToId: id(),
    version: int().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.roomId] })],
);

/** Messages that are sent at a time of their author's choice; `failure` is the reason why one could not be. */
export const scheduledMessages = table(
  'scheduled_messages',
  {
    id: id().primaryKey(),
    roomId: id()
      .notNull()
      .references(() => rooms.id, { onDelete: 'cascade' }),
    authorId: id()
      .notNull()
      .references(() => people.id),
    body: text().notNull(),
    replyToId: id(),
    mentionIds: json<string[]>().notNull(),
    mentionsAll: bool().notNull(),
    sendAt: instant().notNull(),
    failure: text(),
    version: int().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('scheduled_messages_due').on(t.failure, t.sendAt, t.id),
    index('scheduled_messages_author').on(t.authorId, t.sendAt, t.id),
  ],
);

/** When somebody's read mark reached a message: answers "who has read it, and when". */
export const reads = table(
  'reads',
  {
    roomId: id()
      .notNull()
      .references(() => rooms.id, { onDelete: 'cascade' }),
    userId: id()
      .notNull()
      .references(() => people.id),
    upToNo: int().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roomId, t.userId, t.upToNo] })],
);
