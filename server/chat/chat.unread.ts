// The numbers on somebody's rooms: always counted from what is stored, never kept and never incremented, so they cannot
// drift. The cost is that of the unread messages themselves.
import { sql } from 'drizzle-orm';
import type { Tx } from '#db/database.ts';

/** Enough to say "99+". */
const UNREAD_COUNTED_MAX = 100;

/**
 * Others' messages, not removed, after the read mark (or from where the person marked them unread), at most
 * UNREAD_COUNTED_MAX per room. Rooms without any are left out.
 */
export async function unreadByRoom(tx: Tx, userId: string): Promise<Record<string, number>> {
  const rows = await tx.rows<{ room_id: string; unread: number | string }>(sql`
    select me.room_id, (
      select count(*) from (
        select 1 from messages m
        where m.room_id = me.room_id
          and m.no > case
            when me.unread_from_no is not null then me.unread_from_no - 1
            when me.read_no >= me.joined_no then me.read_no
            else me.joined_no - 1
          end
          and m.author_id <> me.user_id
          and m.removed_at is null
        limit ${UNREAD_COUNTED_MAX}
      ) counted
    ) as unread
    from room_members me
    where me.user_id = ${userId}`);
  return Object.fromEntries(
    rows
      .map((row): [string, number] => [row.room_id, Number(row.unread)])
      .filter(([, unread]) => unread > 0),
  );
}
