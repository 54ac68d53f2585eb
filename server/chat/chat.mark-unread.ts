// "Unread from here": the own badge only. The read mark stays where it is, so nobody else sees a difference.
import { and, eq } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { roomMembers } from '#db/schema/chat.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { emitMembership } from './chat.events.ts';
import type { MarkUnreadInput } from './chat.message.schema.ts';
import { toMembership } from './chat.row.ts';
import { lockMyRoom } from './chat.visible.ts';

/** Reading (or saying) something takes it back. */
export async function markUnread(
  deps: Deps,
  viewer: Viewer,
  input: MarkUnreadInput,
): Promise<{ unreadFromNo: number; asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { value, asOf } = await deps.db.write(act, async (tx) => {
    const { room, me } = await lockMyRoom(tx, viewer, input.roomId);
    const { no } = input;
    if (no < me.seesFromNo || no > room.lastNo) throw notFound('message');
    if (me.unreadFromNo === no) return no;
    await tx
      .update(roomMembers)
      .set({ unreadFromNo: no })
      .where(and(eq(roomMembers.roomId, room.id), eq(roomMembers.userId, viewer.id)));
    emitMembership(tx, room, toMembership({ ...me, unreadFromNo: no }));
    tx.audit('room.mark_unread', { kind: 'room', id: room.id }, { no });
    return no;
  });
  return { unreadFromNo: value, asOf };
}
