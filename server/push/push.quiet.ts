import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/database.ts';
import { notificationPreferences } from '#db/schema/notifications.ts';

/** Whether they asked not to be told anything now. */
export async function isQuietFor(tx: Tx, userId: string, now: Date): Promise<boolean> {
  const question = tx.prepared('push.preferences', (q) =>
    q
      .select()
      .from(notificationPreferences)
      .where(eq(notificationPreferences.userId, sql.placeholder('userId'))),
  );
  const [row] = await question.execute({ userId });
  return row !== undefined && row.quietUntil !== null && row.quietUntil > now;
}
