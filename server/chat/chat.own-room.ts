// What a room is to one member alone: muted, pinned, which messages tell them so. Nobody else hears of it.
import { and, eq } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { roomMembers } from '#db/schema/chat.ts';
import type { Deps } from '../deps.ts';
import type { Viewer } from '../viewer.ts';
import { emitMembership } from './chat.events.ts';
import type { SetMineInput } from './chat.room.schema.ts';
import { toMembership } from './chat.row.ts';
import type { MembershipEventData } from './chat.schema.ts';
import { lockMyRoom } from './chat.visible.ts';

export async function setMine(
  deps: Deps,
  viewer: Viewer,
  input: SetMineInput,
): Promise<{ item: MembershipEventData; asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { value, asOf } = await deps.db.write(act, async (tx) => {
    const { room, me } = await lockMyRoom(tx, viewer, input.roomId);
    const { muted: isMuted = me.isMuted, pinned: isPinned = me.isPinned } = input;
    const { notify = me.notify } = input;
    const item = toMembership({ ...me, isMuted, isPinned, notify });
    if (isMuted === me.isMuted && isPinned === me.isPinned && notify === me.notify) return item;
    await tx
      .update(roomMembers)
      .set({ isMuted, isPinned, notify })
      .where(and(eq(roomMembers.roomId, room.id), eq(roomMembers.userId, viewer.id)));
    emitMembership(tx, room, item);
    tx.audit('room.set_mine', { kind: 'room', id: room.id }, { isMuted, isPinned, notify });
    return item;
  });
  return { item: value, asOf };
}
