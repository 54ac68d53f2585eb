// The numbers on somebody's rooms: always counted from what is stored, never kept and never incremented, so they cannot
// drift. The cost is that of the unread messages themselves.
import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '#db/database.ts';
import { listOf } from '#db/placeholder-list.ts';
import { roomMembers } from '#db/schema/chat.ts';

/** Enough to say "99+". */
const UNREAD_COUNTED_MAX = 100;

type UnreadRoom = { userId: string; roomId: string; isMuted: boolean; unread: number };

/**
 * Of each of these people's rooms: others' messages, not removed, after the read mark (or from where the person marked
 * them unread), at most UNREAD_COUNTED_MAX per room. Rooms without any are left out.
 */
export async function unreadRooms(tx: Tx, userIds: readonly string[]): Promise<UnreadRoom[]> {
  const { size, values, placeholders } = listOf(userIds);
  const question = tx.prepared(`chat.unread:${size}`, (q) =>
    q
      .select({
        userId: roomMembers.userId,
        roomId: roomMembers.roomId,
        isMuted: roomMembers.isMuted,
        unread: unreadOfMember(),
      })
      .from(roomMembers)
      .where(inArray(roomMembers.userId, placeholders)),
  );
  return (await question.execute(values)).filter(({ unread }) => unread > 0);
}

/** Written out: the builder leaves the table's name off its columns, and inside they would mean the messages'. */
function unreadOfMember() {
  return sql<number>`(
    select count(*) from (
      select 1 from messages m
      where m.room_id = room_members.room_id
        and m.no > case
          when room_members.unread_from_no is not null then room_members.unread_from_no - 1
          when room_members.read_no >= room_members.joined_no then room_members.read_no
          else room_members.joined_no - 1
        end
        and m.author_id <> room_members.user_id
        and m.removed_at is null
      limit ${sql.raw(String(UNREAD_COUNTED_MAX))}
    ) counted
  )`.mapWith(Number);
}
