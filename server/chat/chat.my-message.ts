// Getting at one message: for members of its room, and only from where they may see. To anybody else it is not there.
import { and, eq, gte, sql } from 'drizzle-orm';
import type { Tx, WriteTx } from '#db/database.ts';
import { messages, roomMembers, rooms } from '#db/schema/chat.ts';
import { people } from '#db/schema/people.ts';
import { notFound, precondition } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { emitMessage, type MessageChange } from './chat.events.ts';
import { type MessageRow, toMessage } from './chat.row.ts';
import type { Message } from './chat.schema.ts';
import { findPreview, lockRoom, type Mine } from './chat.visible.ts';

export type MyMessage = Mine & { message: MessageRow };

export async function getMyMessage(tx: Tx, viewer: Viewer, id: string): Promise<MyMessage> {
  const question = tx.prepared('chat.my_message', (q) =>
    q
      .select({ room: rooms, me: roomMembers, message: messages })
      .from(messages)
      .innerJoin(rooms, eq(rooms.id, messages.roomId))
      .innerJoin(roomMembers, eq(roomMembers.roomId, messages.roomId))
      .innerJoin(people, eq(people.id, roomMembers.userId))
      .where(
        and(
          eq(messages.id, sql.placeholder('id')),
          eq(roomMembers.userId, sql.placeholder('userId')),
          eq(people.status, sql`${'active'}`),
          gte(messages.no, roomMembers.seesFromNo),
        ),
      ),
  );
  const [row] = await question.execute({ id, userId: viewer.id });
  if (row === undefined) throw notFound('message');
  return row;
}

/** Its room is kept from others until the end of the write; what it says, and who may see it, is read after the lock. */
export async function lockMyMessage(tx: WriteTx, viewer: Viewer, id: string): Promise<MyMessage> {
  const { room } = await getMyMessage(tx, viewer, id);
  await lockRoom(tx, room.id);
  return await getMyMessage(tx, viewer, id);
}

/** Of the abilities that do not depend on whose message it is. */
export function refuseUnless(isAllowed: boolean, { message }: MyMessage): void {
  if (isAllowed) return;
  throw precondition(message.removedAt === null ? 'room_archived' : 'message_removed');
}

/** Stores the change, tells the room, and returns the message as it is then. */
export async function changeMessage(
  tx: WriteTx,
  before: MessageRow,
  { kind, changes }: { kind: MessageChange; changes: Partial<MessageRow> },
): Promise<Message> {
  const after = { ...before, ...changes, version: before.version + 1 };
  await tx
    .update(messages)
    .set({ ...changes, version: after.version })
    .where(eq(messages.id, before.id));
  const message = await withQuote(tx, after);
  emitMessage(tx, kind, message);
  return message;
}

export async function withQuote(tx: Tx, row: MessageRow): Promise<Message> {
  const { replyToId, roomId } = row;
  return toMessage(row, replyToId === null ? null : await findPreview(tx, replyToId, roomId));
}
