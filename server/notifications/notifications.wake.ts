// What was put off comes back at its moment: unread, at the top, told like something new. Exactly once, however many
// processes look at the clock; late if none was running.
import { and, asc, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import type { Db, WriteTx } from '#db/database.ts';
import { messages } from '#db/schema/chat.ts';
import { notifications } from '#db/schema/notifications.ts';
import { reminders } from '#db/schema/reminders.ts';
import { taskComments, tasks } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import { emitReturned } from './notifications.events.ts';
import { noticeColumns, toNoticeEvent } from './notifications.row.ts';

const BATCH_ROWS = 200;

/** Says when the next one comes back. */
export async function wakeNotices({ db, clock }: Deps): Promise<Date | null> {
  for (;;) {
    const next = await nextToWake(db);
    if (next === null || next > clock.now()) return next;
    await db.write({ actorId: null }, wakeTogether);
  }
}

function nextToWake(db: Db): Promise<Date | null> {
  return db.read(async (tx) => {
    const question = tx.prepared('notifications.next_to_wake', (q) =>
      q
        .select({ at: notifications.snoozedUntil })
        .from(notifications)
        .where(isNotNull(notifications.snoozedUntil))
        .orderBy(asc(notifications.snoozedUntil))
        .limit(1),
    );
    return (await question.execute())[0]?.at ?? null;
  });
}

async function wakeTogether(tx: WriteTx): Promise<void> {
  const isOver = lte(notifications.snoozedUntil, tx.now);
  const over = await tx.lock(
    tx
      .select({ id: notifications.id })
      .from(notifications)
      .where(isOver)
      .orderBy(asc(notifications.snoozedUntil), asc(notifications.id))
      .limit(BATCH_ROWS),
  );
  if (over.length === 0) return;
  const ids = over.map((row) => row.id);
  await tx
    .update(notifications)
    .set({
      snoozedUntil: null,
      readAt: null,
      createdAt: tx.now,
      version: sql`${notifications.version} + 1`,
    })
    .where(and(inArray(notifications.id, ids), isOver));
  for (const row of await whole(tx, ids)) emitReturned(tx, row.notice.userId, toNoticeEvent(row));
  tx.audit('notification.wake', { kind: 'notifications', id: 'snoozed' }, { ids });
}

/** With what they are about, whoever's they are: who may see it is asked when they are told. */
function whole(tx: WriteTx, ids: string[]) {
  const cause = sql`substr(${notifications.id}, 1, 36)`;
  const isAbout = (kind: string) => eq(notifications.subjectKind, kind);
  return tx
    .select(noticeColumns)
    .from(notifications)
    .leftJoin(messages, and(isAbout('room'), eq(messages.id, cause)))
    .leftJoin(taskComments, and(isAbout('task'), eq(taskComments.id, cause)))
    .leftJoin(tasks, and(isAbout('task'), eq(tasks.id, notifications.subjectId)))
    .leftJoin(reminders, and(isAbout('reminder'), eq(reminders.id, notifications.subjectId)))
    .where(inArray(notifications.id, ids))
    .orderBy(asc(notifications.id));
}
