// Saying something. The room is locked while its next number is given out, so numbers have no gaps and one who was
// removed meanwhile is refused; a message sent again is the message that is already there. The draft it grew from goes
// with it.
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { insertedOrFound } from '#db/inserted-or-found.ts';
import { messages, roomMembers, rooms } from '#db/schema/chat.ts';
import { people } from '#db/schema/people.ts';
import type { Deps } from '../deps.ts';
import { conflict, forbidden, precondition } from '../errors.ts';
import { claimFiles } from '../files/files.claim.ts';
import { noticeMessage } from '../notifications/notifications.make.ts';
import type { Viewer } from '../viewer.ts';
import { clearDraft } from './chat.drafts.ts';
import { emitPosted } from './chat.events.ts';
import { withQuote } from './chat.my-message.ts';
import { roomAbilities } from './chat.policy.ts';
import { moveReadMark } from './chat.read-mark.ts';
import { type MessageRow, NEW_MESSAGE, toMessage } from './chat.row.ts';
import type { Message, MessagePreview, SendInput } from './chat.schema.ts';
import { getQuote, lockMyRoom, type Mine } from './chat.visible.ts';

export async function sendMessage(
  deps: Deps,
  viewer: Viewer,
  input: SendInput,
): Promise<{ item: Message; asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const send = () =>
    deps.db.write(act, async (tx) => {
      const say = (mine: Mine) => whatIsSaid(tx, mine, input);
      const message = await post(tx, viewer, { ...input, say });
      await clearDraft(tx, { userId: viewer.id, roomId: input.roomId, sent: input.body });
      return message;
    });
  const { value, asOf } = await insertedOrFound(send);
  deps.presence.typing.stop(input.roomId, viewer.id);
  return { item: value, asOf };
}

type Said = Pick<
  MessageRow,
  'body' | 'mentionIds' | 'mentionsAll' | 'files' | 'forwardedFromId'
> & { replyTo: MessagePreview | null; isUrgent?: boolean };

/** `say` is asked only when the message is not there yet, by a write that holds the room. */
export type Post = { id: string; roomId: string; say: (mine: Mine) => Promise<Said> };

export async function post(tx: WriteTx, viewer: Viewer, input: Post): Promise<Message> {
  const { room, me } = await lockMyRoom(tx, viewer, input.roomId);
  const existing = await findMessage(tx, input.id);
  if (existing !== undefined) return await repeated(tx, { viewer, input, existing });
  if (!roomAbilities(me, room).send) throw precondition('room_archived');
  const said = await input.say({ room, me });
  const message = await putInRoom(tx, { room, me }, { ...said, id: input.id });
  await moveReadMark(tx, me, { no: message.no, hasReadOthers: me.readNo < room.lastNo });
  return message;
}

/** Called only inside a write that holds the room. Nobody has read anything by it. */
export async function putInRoom(
  tx: WriteTx,
  { room, me }: Mine,
  { replyTo, ...said }: Said & { id: string },
): Promise<Message> {
  const row: MessageRow = {
    ...NEW_MESSAGE,
    ...said,
    roomId: room.id,
    no: room.lastNo + 1,
    authorId: me.userId,
    replyToId: replyTo?.id ?? null,
    createdAt: tx.now,
  };
  await insertMessage(tx, row);
  const message = toMessage(row, replyTo);
  emitPosted(tx, message);
  await noticeMessage(tx, message);
  const urgent = row.isUrgent ? { isUrgent: true } : {};
  const detail = { roomId: room.id, no: row.no, length: row.body.length, ...urgent };
  tx.audit('message.send', { kind: 'message', id: row.id }, detail);
  return message;
}

async function whatIsSaid(tx: WriteTx, { room, me }: Mine, input: SendInput): Promise<Said> {
  const subject = { kind: 'message', id: input.id } as const;
  const { isUrgent } = input;
  if (isUrgent && !(await isAdmin(tx, me.userId))) throw forbidden('urgent_admins_only');
  const mentionIds = await membersAmong(tx, room.id, input.mentionIds);
  const namesOthers = mentionIds.some((userId) => userId !== me.userId);
  return {
    body: input.body,
    replyTo: await getQuote(tx, me, input.replyToId),
    mentionIds,
    // What is urgent never calls nobody; and between two, named or not, it calls the other one.
    mentionsAll: input.mentionsAll || (isUrgent && (room.kind === 'direct' || !namesOthers)),
    isUrgent,
    files: await claimFiles(tx, { id: me.userId }, { fileIds: input.fileIds, subject }),
    forwardedFromId: null,
  };
}

/** Of now, not of when they signed in. */
async function isAdmin(tx: WriteTx, id: string): Promise<boolean> {
  const [person] = await tx.select({ role: people.role }).from(people).where(eq(people.id, id));
  return person?.role === 'admin';
}

export async function findMessage(tx: WriteTx, id: string): Promise<MessageRow | undefined> {
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
      isUrgent: sql.placeholder('isUrgent'),
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
