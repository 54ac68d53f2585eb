// Messages somebody keeps for later: theirs alone, on all their devices, as long as they may see the message.
import { and, desc, eq, gte, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Position, ReadTx, WriteTx } from '#db/database.ts';
import { messages, roomMembers, savedMessages } from '#db/schema/chat.ts';
import { decodeCursor, isMoment } from '../cursor.schema.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { emitSaved } from './chat.events.ts';
import type { SavedInput, SavedItem, SaveInput } from './chat.message.schema.ts';
import { withQuotes } from './chat.messages.ts';
import { lockMyMessage, refuseUnless } from './chat.my-message.ts';
import { messageAbilities } from './chat.policy.ts';
import { seenFrom } from './chat.row.ts';

/** `savedAt` null: not kept (any more). Keeping what is kept leaves it where it is in the list. */
export async function saveMessage(
  deps: Deps,
  viewer: Viewer,
  input: SaveInput,
): Promise<{ savedAt: Date | null; asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { value, asOf } = await deps.db.write(act, async (tx) => {
    const mine = await lockMyMessage(tx, viewer, input.messageId);
    const { message, room } = mine;
    const key = { userId: viewer.id, messageId: message.id };
    if (input.on) refuseUnless(messageAbilities(viewer, message, room).save, mine);
    const before = await savedAtOf(tx, key);
    if ((before !== null) === input.on) return before;
    const savedAt = input.on ? tx.now : null;
    if (savedAt === null) await tx.delete(savedMessages).where(isSaved(key));
    else await tx.insert(savedMessages).values({ ...key, savedAt });
    emitSaved(tx, message.version, { roomId: room.id, ...key, savedAt });
    tx.audit('message.save', { kind: 'message', id: message.id }, { on: input.on });
    return savedAt;
  });
  return { savedAt: value, asOf };
}

type Key = { userId: string; messageId: string };

async function savedAtOf(tx: WriteTx, key: Key): Promise<Date | null> {
  const [saved] = await tx
    .select({ savedAt: savedMessages.savedAt })
    .from(savedMessages)
    .where(isSaved(key));
  return saved?.savedAt ?? null;
}

function isSaved({ userId, messageId }: Key) {
  return and(eq(savedMessages.userId, userId), eq(savedMessages.messageId, messageId));
}

type SavedPage = { items: SavedItem[]; nextCursor: string | null; asOf: Position };

/** What was saved last comes first. */
export function listSaved(deps: Deps, viewer: Viewer, input: SavedInput): Promise<SavedPage> {
  const after = input.cursor === undefined ? null : keyOf(input.cursor);
  return deps.db.read(async (tx) => {
    const rows = await savedOf(tx, after !== null).execute({
      userId: viewer.id,
      savedAt: after?.savedAt,
      messageId: after?.messageId,
      limit: input.limit + 1,
    });
    const page = rows.slice(0, input.limit);
    const found = await withQuotes(
      tx,
      page.map(({ message }) => message),
    );
    const items = found.map((message, at) => ({
      message: seenFrom(page[at]?.seesFromNo ?? message.no, message),
      savedAt: page[at]?.savedAt ?? message.createdAt,
    }));
    const last = rows.length > input.limit ? items.at(-1) : undefined;
    const nextCursor =
      last === undefined ? null : JSON.stringify([last.savedAt.getTime(), last.message.id]);
    return { items, nextCursor, asOf: tx.asOf };
  });
}

function keyOf(cursor: string): { savedAt: Date; messageId: string } {
  const [ms, messageId] = decodeCursor(cursor) ?? [];
  if (typeof ms !== 'number' || messageId === undefined || !isMoment(ms))
    throw badRequest('invalid_cursor', { cursor: ['is not a cursor of this list'] });
  return { savedAt: new Date(ms), messageId };
}

function savedOf(tx: ReadTx, isLater: boolean) {
  return tx.prepared(isLater ? 'chat.saved:after' : 'chat.saved', (q) => {
    const [savedAt, messageId] = [sql.placeholder('savedAt'), sql.placeholder('messageId')];
    const isAfter = and(
      lte(savedMessages.savedAt, savedAt),
      or(lt(savedMessages.savedAt, savedAt), lt(savedMessages.messageId, messageId)),
    );
    return q
      .select({
        message: messages,
        savedAt: savedMessages.savedAt,
        seesFromNo: roomMembers.seesFromNo,
      })
      .from(savedMessages)
      .innerJoin(messages, eq(messages.id, savedMessages.messageId))
      .innerJoin(
        roomMembers,
        and(
          eq(roomMembers.roomId, messages.roomId),
          eq(roomMembers.userId, savedMessages.userId),
          gte(messages.no, roomMembers.seesFromNo),
        ),
      )
      .where(
        and(
          eq(savedMessages.userId, sql.placeholder('userId')),
          isNull(messages.removedAt),
          isLater ? isAfter : undefined,
        ),
      )
      .orderBy(desc(savedMessages.savedAt), desc(savedMessages.messageId))
      .limit(sql.placeholder('limit'));
  });
}
