// Messages pinned in a room, by any member and for all of them.
import { and, count, desc, eq, gte, isNotNull, sql } from 'drizzle-orm';
import type { Position, Tx } from '#db/database.ts';
import { messages } from '#db/schema/chat.ts';
import type { Deps } from '../deps.ts';
import { precondition } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { type PinInput, type PinnedInput, PINS_MAX } from './chat.message.schema.ts';
import { withQuotes } from './chat.messages.ts';
import { changeMessage, lockMyMessage, refuseUnless, withQuote } from './chat.my-message.ts';
import { messageAbilities } from './chat.policy.ts';
import { seenFrom } from './chat.row.ts';
import type { Message } from './chat.schema.ts';
import { getMyRoom } from './chat.visible.ts';

/** Pinning what is pinned changes nothing: it stays where it is in the list. */
export async function pinMessage(
  deps: Deps,
  viewer: Viewer,
  input: PinInput,
): Promise<{ item: Message; asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { value, asOf } = await deps.db.write(act, async (tx) => {
    const mine = await lockMyMessage(tx, viewer, input.id);
    const { message, room, me } = mine;
    refuseUnless(messageAbilities(viewer, message, room).pin, mine);
    const { on } = input;
    if ((message.pinnedAt !== null) === on)
      return seenFrom(me.seesFromNo, await withQuote(tx, message));
    if (on && (await countPins(tx, room.id)) >= PINS_MAX) throw precondition('too_many_pins');
    const changes = on
      ? { pinnedAt: tx.now, pinnedById: viewer.id }
      : { pinnedAt: null, pinnedById: null };
    const after = await changeMessage(tx, message, { kind: 'message.pinned', changes });
    const detail = { roomId: room.id, no: message.no, on };
    tx.audit('message.pin', { kind: 'message', id: message.id }, detail);
    return seenFrom(me.seesFromNo, after);
  });
  return { item: value, asOf };
}

async function countPins(tx: Tx, roomId: string): Promise<number> {
  const [found] = await tx
    .select({ pins: count() })
    .from(messages)
    .where(and(eq(messages.roomId, roomId), isNotNull(messages.pinnedAt)));
  return found?.pins ?? 0;
}

/** All that the viewer may see, the newest pin first. */
export function listPinned(
  deps: Deps,
  viewer: Viewer,
  input: PinnedInput,
): Promise<{ items: Message[]; asOf: Position }> {
  return deps.db.read(async (tx) => {
    const { room, me } = await getMyRoom(tx, viewer, input.roomId);
    const question = tx.prepared('chat.pinned', (q) =>
      q
        .select()
        .from(messages)
        .where(
          and(
            eq(messages.roomId, sql.placeholder('roomId')),
            isNotNull(messages.pinnedAt),
            gte(messages.no, sql`${sql.placeholder('seesFromNo')}`),
          ),
        )
        .orderBy(desc(messages.pinnedAt), desc(messages.no)),
    );
    const rows = await question.execute({ roomId: room.id, seesFromNo: me.seesFromNo });
    const items = await withQuotes(tx, rows);
    return { items: items.map((item) => seenFrom(me.seesFromNo, item)), asOf: tx.asOf };
  });
}
