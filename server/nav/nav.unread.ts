// What waits for one person in chat and among the reminders.
import { and, count, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { ReadTx } from '#db/database.ts';
import { roomMembers, rooms } from '#db/schema/chat.ts';
import { reminderPeople, reminders } from '#db/schema/reminders.ts';

export type UnreadRoom = { roomId: string; unread: number; isMuted: boolean };

/** Numbers have no gaps, so that unread is a difference and costs the same in a long room. */
export async function unreadByRoom(tx: ReadTx, userId: string): Promise<UnreadRoom[]> {
  const question = tx.prepared('nav.unread', (q) =>
    q
      .select({
        roomId: roomMembers.roomId,
        isMuted: roomMembers.isMuted,
        joinedNo: roomMembers.joinedNo,
        readNo: roomMembers.readNo,
        unreadFromNo: roomMembers.unreadFromNo,
        lastNo: rooms.lastNo,
      })
      .from(roomMembers)
      .innerJoin(rooms, eq(rooms.id, roomMembers.roomId))
      .where(eq(roomMembers.userId, sql.placeholder('userId'))),
  );
  const mine = await question.execute({ userId });
  return mine.map(({ roomId, isMuted, joinedNo, readNo, unreadFromNo, lastNo }) => {
    const firstUnread = unreadFromNo ?? Math.max(readNo + 1, joinedNo);
    return { roomId, isMuted, unread: Math.max(0, lastNo - firstUnread + 1) };
  });
}

export async function countRemindersDue(tx: ReadTx, userId: string, now: Date): Promise<number> {
  const question = tx.prepared('nav.reminders', (q) =>
    q
      .select({ count: count() })
      .from(reminders)
      .innerJoin(reminderPeople, eq(reminderPeople.reminderId, reminders.id))
      .where(
        and(
          eq(reminders.state, 'due'),
          isNull(reminders.removedAt),
          eq(reminderPeople.userId, sql.placeholder('userId')),
          or(
            isNull(reminderPeople.snoozedUntil),
            lte(
              reminderPeople.snoozedUntil,
              sql`${sql.param(sql.placeholder('now'), reminderPeople.snoozedUntil)}`,
            ),
          ),
        ),
      ),
  );
  const [row] = await question.execute({ userId, now });
  return row?.count ?? 0;
}
