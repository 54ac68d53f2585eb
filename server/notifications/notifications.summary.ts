// Once a day, at the time each person chose: how much is overdue. Exactly once per person and day, however many processes
// look at the clock and however often the time is changed; what was missed on another day is not made up for.
import {
  and,
  asc,
  count,
  eq,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Db, WriteTx } from '#db/database.ts';
import { listOf } from '#db/placeholder-list.ts';
import { notificationPreferences } from '#db/schema/notifications.ts';
import { people } from '#db/schema/people.ts';
import { tasks } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import { dueRemindersOfPerson } from '../reminders/reminders.banner.ts';
import { seoulDay } from '../seoul.schema.ts';
import { causeIdOf } from './notifications.id.ts';
import { atMinute, nextAtMinute } from './notifications.preferences.schema.ts';
import type { OverdueNumbers } from './notifications.schema.ts';
import { tellAll } from './notifications.tell.ts';

const BATCH_ROWS = 50;

/** Says when the next one is to be made. */
export async function summarizeDays({ db, clock }: Deps): Promise<Date | null> {
  for (;;) {
    const next = await nextSummary(db);
    if (next === null || next > clock.now()) return next;
    await db.write({ actorId: null }, summarizeTogether);
  }
}

function nextSummary(db: Db): Promise<Date | null> {
  return db.read(async (tx) => {
    const question = tx.prepared('notifications.next_summary', (q) =>
      q
        .select({ at: notificationPreferences.summaryAt })
        .from(notificationPreferences)
        .where(isNotNull(notificationPreferences.summaryAt))
        .orderBy(asc(notificationPreferences.summaryAt))
        .limit(1),
    );
    return (await question.execute())[0]?.at ?? null;
  });
}

async function summarizeTogether(tx: WriteTx): Promise<void> {
  const { userId, summaryMinute, summaryAt } = notificationPreferences;
  const rows = await tx.lock(
    tx
      .select({ userId, summaryMinute, summaryAt })
      .from(notificationPreferences)
      .where(lte(summaryAt, tx.now))
      .orderBy(asc(summaryAt), asc(userId))
      .limit(BATCH_ROWS),
  );
  if (rows.length === 0) return;
  const today = seoulDay(tx.now);
  for (const row of rows) {
    const next = row.summaryMinute === null ? null : nextAtMinute(row.summaryMinute, tx.now);
    await tx.update(notificationPreferences).set({ summaryAt: next }).where(eq(userId, row.userId));
  }
  const meant = rows.filter(
    (row) => row.summaryMinute !== null && atMinute(today, row.summaryMinute) <= tx.now,
  );
  const userIds = meant.map((row) => row.userId);
  if (userIds.length > 0)
    for (const { userId: id, ...overdue } of await overdueOf(tx, userIds))
      await summarize(tx, id, overdue);
  tx.audit('notification.summarize', { kind: 'day', id: today }, { userIds });
}

/** Nothing open, nothing said. */
async function summarize(tx: WriteTx, userId: string, overdue: OverdueNumbers): Promise<void> {
  if (overdue.lateTasks + overdue.todaysTasks + overdue.reminders === 0) return;
  const day = seoulDay(tx.now);
  await tellAll(tx, [userId], {
    // Told to one person: the same words with other numbers are another's.
    id: causeIdOf('summary', day, userId),
    kind: 'summary',
    subjectKind: 'day',
    subjectId: day,
    actorId: null,
    no: null,
    title: null,
    body: '',
    file: null,
    isUrgent: false,
    dueAt: null,
    overdue,
    createdAt: tx.now,
    scope: null,
  });
}

/** Of those who are active. */
function overdueOf(
  tx: WriteTx,
  userIds: string[],
): Promise<(OverdueNumbers & { userId: string })[]> {
  const { size, values, placeholders } = listOf(userIds);
  const question = tx.prepared(`notifications.overdue:${size}`, (q) => {
    const today = sql`${sql.placeholder('today')}`;
    const openTasks = (when: SQL) =>
      q
        .select({ count: count() })
        .from(tasks)
        .where(
          and(
            eq(tasks.assigneeId, people.id),
            isNull(tasks.removedAt),
            inArray(tasks.status, ['todo', 'doing']),
            when,
          ),
        );
    return q
      .select({
        userId: people.id,
        lateTasks: numberOf(openTasks(lt(tasks.dueOn, today))).as('late_tasks'),
        todaysTasks: numberOf(openTasks(eq(tasks.dueOn, today))).as('todays_tasks'),
        reminders: numberOf(dueRemindersOfPerson(q)).as('reminders'),
      })
      .from(people)
      .where(and(inArray(people.id, placeholders), eq(people.status, sql`${'active'}`)))
      .orderBy(asc(people.id));
  });
  return question.execute({ ...values, now: tx.now, today: seoulDay(tx.now) });
}

function numberOf(query: { getSQL(): SQL }): SQL<number> {
  return sql`(${query.getSQL()})`.mapWith(Number);
}
