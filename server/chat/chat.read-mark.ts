// How far somebody has read. The mark only moves forward; each move past others' messages is remembered with its time.
import { and, eq, sql } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { reads, roomMembers } from '#db/schema/chat.ts';
import type { Deps } from '../deps.ts';
import { readRoomNotices } from '../notifications/notifications.mark.ts';
import type { Viewer } from '../viewer.ts';
import { emitRead } from './chat.events.ts';
import type { MemberRow } from './chat.row.ts';
import type { MarkReadInput } from './chat.schema.ts';
import { lockMyRoom } from './chat.visible.ts';

/** Reading takes back "unread from here" too. Beyond the last message means up to it. */
export async function markRead(
  deps: Deps,
  viewer: Viewer,
  input: MarkReadInput,
): Promise<{ readNo: number; asOf: Position }> {
  const act = { actorId: viewer.id, mutationId: input.mutationId };
  const { value, asOf } = await deps.db.write(act, async (tx) => {
    const { room, me } = await lockMyRoom(tx, viewer, input.roomId);
    const no = Math.max(me.readNo, Math.min(input.no, room.lastNo));
    const isMoved = no > me.readNo;
    if (!isMoved && me.unreadFromNo === null) return me.readNo;
    await moveReadMark(tx, me, { no, hasReadOthers: isMoved });
    emitRead(tx, { roomId: room.id, userId: viewer.id, readNo: no }, !isMoved);
    tx.audit('room.read', { kind: 'room', id: room.id }, { no });
    return no;
  });
  return { readNo: value, asOf };
}

/** After words of one's own that were sent while one was away: they are nothing to read, and what was unread stays so. */
export async function keepAllRead(
  tx: WriteTx,
  { room, me }: { room: { lastNo: number }; me: MemberRow },
  no: number,
): Promise<void> {
  if (me.readNo < room.lastNo) return;
  await tx
    .update(roomMembers)
    .set({ readNo: no })
    .where(and(eq(roomMembers.roomId, me.roomId), eq(roomMembers.userId, me.userId)));
}

/** Called only inside a write that holds the room. */
export async function moveReadMark(
  tx: WriteTx,
  me: MemberRow,
  mark: { no: number; hasReadOthers: boolean },
): Promise<void> {
  const { roomId, userId } = me;
  const move = tx.prepared('chat.move_read', (q) =>
    q
      .update(roomMembers)
      .set({ readNo: sql`${sql.placeholder('no')}`, unreadFromNo: null })
      .where(
        and(
          eq(roomMembers.roomId, sql.placeholder('roomId')),
          eq(roomMembers.userId, sql.placeholder('userId')),
        ),
      ),
  );
  await move.execute({ roomId, userId, no: mark.no });
  if (!mark.hasReadOthers) return;
  await readRoomNotices(tx, { userId, roomId, no: mark.no });
  const remember = tx.prepared('chat.remember_read', (q) =>
    q.insert(reads).values({
      roomId: sql.placeholder('roomId'),
      userId: sql.placeholder('userId'),
      upToNo: sql.placeholder('no'),
      at: sql.placeholder('at'),
    }),
  );
  await remember.execute({ roomId, userId, no: mark.no, at: tx.now });
}
