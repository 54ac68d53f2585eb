// Writes notices, one per person and cause, and tells of them. Called in the write of their cause.
import { and, eq, inArray } from 'drizzle-orm';
import type { WriteTx } from '#db/database.ts';
import { notifications } from '#db/schema/notifications.ts';
import { people } from '#db/schema/people.ts';
import { canSeeTask } from '../tasks/tasks.policy.ts';
import type { TaskScope } from '../tasks/tasks.schema.ts';
import { emitNoticed } from './notifications.events.ts';
import { factsOf } from './notifications.facts.ts';
import { noticeRowId } from './notifications.id.ts';
import { thoseWithout } from './notifications.preferences.ts';
import type { NoticeEventData } from './notifications.schema.ts';

/** One insert, however many. Whoever does not want to hear of this kind (unless it is urgent), or was told of this cause before hears nothing. */
export async function tellAll(
  tx: WriteTx,
  userIds: string[],
  notice: NoticeEventData,
): Promise<void> {
  if (userIds.length === 0) return;
  const listeners = await listenersAmong(tx, userIds, notice);
  if (listeners.length === 0) return;
  const { id, kind, subjectKind, subjectId, actorId, createdAt } = notice;
  const made = { subjectKind, subjectId, actorId, facts: factsOf(notice), version: 1, createdAt };
  const rows = listeners.map((userId) => ({ ...made, kind, id: noticeRowId(id, userId), userId }));
  // Ids of causes are made by callers: a comment may bear the id of a message, and then tells nobody twice.
  const told = await tx
    .insert(notifications)
    .values(rows)
    .onConflictDoNothing()
    .returning({ userId: notifications.userId });
  if (told.length === 0) return;
  emitNoticed(
    tx,
    told.map((row) => row.userId),
    notice,
  );
}

async function listenersAmong(
  tx: WriteTx,
  userIds: string[],
  { kind, isUrgent }: NoticeEventData,
): Promise<string[]> {
  if (isUrgent) return userIds;
  const without = await thoseWithout(tx, userIds, kind);
  return userIds.filter((userId) => !without.has(userId));
}

/** Those of them who are active and see such a task, in a settled order. */
export async function whoSeeTask(
  tx: WriteTx,
  scope: TaskScope,
  userIds: readonly string[],
): Promise<string[]> {
  if (userIds.length === 0) return [];
  const found = await tx
    .select({ id: people.id, role: people.role, teamId: people.teamId })
    .from(people)
    .where(and(inArray(people.id, [...new Set(userIds)]), eq(people.status, 'active')));
  return found
    .filter((person) => canSeeTask(person, scope))
    .map((person) => person.id)
    .toSorted();
}
