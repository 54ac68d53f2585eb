// Saying something. The room is locked while its next number is given out, so numbers have no gaps and one who was
// removed meanwhile is refused; a message sent again is the message that is already there.
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { insertedOrFound } from '#db/inserted-or-found.ts';
import { messages, roomMembers, rooms } from '#db/schema/chat.ts';
import type { Deps } from '../deps.ts';
import { conflict, notFound, precondition } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { emitPosted } from './chat.events.ts';
import { withQuote } from './chat.my-message.ts';
import { roomAbilities } from './chat.policy.ts';
import { moveReadMark } from './chat.read-mark.ts';
import { type MemberRow, type MessageRow, NEW_MESSAGE, toMessage } from './chat.row.ts';
import type { Message, MessagePreview, SendInput } from './chat.schema.ts';
import { findPreview, lockMyRoom, type Mine } from './chat.visible.ts';

export async function sendMessage(
  deps: Deps,
  viewer: Viewer,
  input: SendInput,
): Promise<{ item: Message; asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const send = () =>
    deps.db.write(act, (tx) =>
      post(tx, viewer, { ...input, say: (mine) => whatIsSaid(tx, mine, input) }),
    );
  const { value, asOf } = await insertedOrFound(send);
  deps.presence.typing.stop(input.roomId, viewer.id);
  return { item: value, asOf };
}

type Said = Pick<
  MessageRow,
  'body' | 'mentionIds' | 'mentionsAll' | 'files' | 'forwardedFromId'
> & { replyTo: MessagePreview | null };

/** `say` is asked only when the message is not there yet, by a write that holds the room. */
export type Post = { id: string; roomId: string; say: (mine: Mine) => Promise<Said> };

export async function post(tx: WriteTx, viewer: Viewer, input: Post): Promise<Message> {
  const { room, me } = await lockMyRoom(tx, viewer, input.roomId);
  const existing = await findMessage(tx, input.id);
  if (existing !== undefined) return await repeated(tx, { viewer, input, existing });
  if (!roomAbilities(me, room).send) throw precondition('room_archived');
  const { replyTo, ...said } = await input.say({ room, me });
  const row: MessageRow = {
    ...NEW_MESSAGE,
    ...said,
    id: input.id,
    roomId: room.id,
    no: room.lastNo + 1,
    authorId: viewer.id,
    replyToId: replyTo?.id ?? null,
    createdAt: tx.now,
  };
  await insertMessage(tx, row);
  await moveReadMark(tx, me, { no: row.no, hasReadOthers: me.readNo < room.lastNo });
  const message = toMessage(row, replyTo);
  emitPosted(tx, message);
  const detail = { roomId: room.id, no: row.no, length: row.body.length };
  tx.audit('message.send', { kind: 'message', id: row.id }, detail);
  return message;
}

async function whatIsSaid(tx: WriteTx, { room, me }: Mine, input: SendInput): Promise<Said> {
  return {
    body: input.body,
    replyTo: await quoteOf(tx, me, input.replyToId),
    mentionIds: await membersAmong(tx, room.id, input.mentionIds),
    mentionsAll: input.mentionsAll,
    files: [],
    forwardedFromId: null,
  };
}

async function findMessage(tx: WriteTx, id: string): Promise<MessageRow | undefined> {
  const question = tx.prepared('chat.message', (q) =>
    q
      .select()
      .from(messages)
      .where(eq(messages.id, sql.placeholder('id'))),
  );
  const [row] = await question.execute({ id });
  return row;
}

async function repeated(
  tx: WriteTx,
  again: { viewer: Viewer; input: Post; existing: MessageRow },
): Promise<Message> {
  const { viewer, input, existing } = again;
  if (existing.authorId !== viewer.id || existing.roomId !== input.roomId)
    throw conflict('id_in_use');
  return await withQuote(tx, existing);
}

async function quoteOf(tx: WriteTx, me: MemberRow, replyToId: string | null) {
  if (replyToId === null) return null;
  const quote = await findPreview(tx, replyToId, me.roomId);
  if (quote === null || quote.no < me.seesFromNo) throw notFound('message');
  return quote;
}

/** Only members can be called upon. */
export async function membersAmong(
  tx: WriteTx,
  roomId: string,
  userIds: string[],
): Promise<string[]> {
  if (userIds.length === 0) return [];
  const rows = await tx
    .select({ userId: roomMembers.userId })
    .from(roomMembers)
    .where(and(eq(roomMembers.roomId, roomId), inArray(roomMembers.userId, userIds)));
  const members = new Set(rows.map((row) => row.userId));
  return [...new Set(userIds)].filter((userId) => members.has(userId));
}

async function insertMessage(tx: WriteTx, row: MessageRow): Promise<void> {
  const insert = tx.prepared('chat.insert_message', (q) =>
    q.insert(messages).values({
      id: sql.placeholder('id'),
      roomId: sql.placeholder('roomId'),
      no: sql.placeholder('no'),
      authorId: sql.placeholder('authorId'),
      body: sql.placeholder('body'),
      replyToId: sql.placeholder('replyToId'),
      mentionIds: sql.placeholder('mentionIds'),
      mentionsAll: sql.placeholder('mentionsAll'),
      files: sql.placeholder('files'),
      forwardedFromId: sql.placeholder('forwardedFromId'),
      reactions: sql.placeholder('reactions'),
      version: sql.placeholder('version'),
      createdAt: sql.placeholder('createdAt'),
    }),
  );
  await insert.execute(row);
  const raise = tx.prepared('chat.raise_room', (q) =>
    q
      .update(rooms)
      .set({
        lastNo: sql`${sql.placeholder('no')}`,
        lastMessageId: sql`${sql.placeholder('id')}`,
        activeAt: sql`${sql.param(sql.placeholder('createdAt'), rooms.activeAt)}`,
      })
      .where(eq(rooms.id, sql.placeholder('roomId'))),
  );
  await raise.execute(row);
}
