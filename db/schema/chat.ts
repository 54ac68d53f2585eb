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
import { people, teams } from './people.ts';

/** `directKey` is both people's ids in order, so that two people share one direct room. `lastNo` numbers the messages. */
export const rooms = table(
  'rooms',
  {
    id: id().primaryKey(),
    kind: oneOf(['direct', 'group', 'team']).notNull(),
    title: text(),
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
 * A member of now. `joinedNo`: the first message they may see as theirs to read; `readNo`: read up to here;
 * `unreadFromNo`: marked unread from here by themselves (their own badge only).
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
    readNo: int().notNull(),
    unreadFromNo: int(),
    isMuted: bool().notNull(),
    isPinned: bool().notNull(),
    joinedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roomId, t.userId] }),
    index('room_members_user').on(t.userId, t.roomId),
  ],
);

/** `no` counts 1, 2, 3 … in each room, without gaps. A removed message keeps its row and number, not its body. */
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
    reactions: json<{ emoji: string; userIds: string[] }[]>().notNull(),
    version: int().notNull(),
    createdAt: instant().notNull(),
    editedAt: instant(),
    removedAt: instant(),
  },
  (t) => [uniqueIndex('messages_room_no').on(t.roomId, t.no)],
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
