// "Changed since I looked": kept in the same write as the change, for those it concerns but whoever made it. Only for a
// task that is there, and only as long as it concerns them.
import { and, desc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { tasks, taskUnseen } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import { topics } from '../live/audience.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { concernedBy } from './tasks.policy.ts';
import type { TaskScope } from './tasks.schema.ts';
import { type MarkSeenInput, type TaskSeenData, UNSEEN_MAX } from './tasks.unseen.schema.ts';

type Unseen = { ids: string[]; asOf: Position };

/** The ids of the newest, in the order of ids. */
export function listUnseen(deps: Deps, viewer: Viewer): Promise<Unseen> {
  return deps.db.read(async (tx) => {
    const question = tx.prepared('tasks.unseen', (q) =>
      q
        .select({ id: taskUnseen.taskId })
        .from(taskUnseen)
        .innerJoin(tasks, and(eq(tasks.id, taskUnseen.taskId), isNull(tasks.removedAt)))
        .where(eq(taskUnseen.userId, sql.placeholder('userId')))
        .orderBy(desc(taskUnseen.since), desc(taskUnseen.taskId))
        .limit(UNSEEN_MAX),
    );
    const rows = await question.execute({ userId: viewer.id });
    return { ids: rows.map((row) => row.id).toSorted(), asOf: tx.asOf };
  });
}

/** Those that were not unseen are left out of what is told. */
export async function markSeen(
  deps: Deps,
  viewer: Viewer,
  input: MarkSeenInput,
): Promise<{ asOf: Position }> {
  const act = { viewer, mutationId: input.mutationId };
  const { asOf } = await writeAs(deps, act, async (tx, viewer) => {
    const gone = await tx
      .delete(taskUnseen)
      .where(and(eq(taskUnseen.userId, viewer.id), inArray(taskUnseen.taskId, input.ids)))
      .returning({ taskId: taskUnseen.taskId });
    if (gone.length === 0) return;
    const data: TaskSeenData = {
      userId: viewer.id,
      ids: gone.map((row) => row.taskId).toSorted(),
    };
    tx.emit({
      feature: 'tasks',
      kind: 'task.seen',
      id: viewer.id,
      version: 1,
      audience: [topics.user(viewer.id)],
      data,
    });
    tx.audit('task.seen', { kind: 'person', id: viewer.id }, { count: gone.length });
  });
  return { asOf };
}

type Concerning = TaskScope & { id: string };

/** For all it concerns but the actor. Whom it no longer concerns hears nothing more of it. */
export async function markUnseen(
  tx: WriteTx,
  task: Concerning,
  { actorId, isNarrower = false }: { actorId: string; isNarrower?: boolean },
): Promise<void> {
  const concerned = concernedBy(task);
  if (isNarrower)
    await tx
      .delete(taskUnseen)
      .where(and(eq(taskUnseen.taskId, task.id), notInArray(taskUnseen.userId, concerned)));
  const rows = concerned
    .filter((userId) => userId !== actorId)
    .map((userId) => ({ userId, taskId: task.id, since: tx.now }));
  if (rows.length === 0) return;
  await tx
    .insert(taskUnseen)
    .values(rows)
    .onConflictDoUpdate({
      target: [taskUnseen.userId, taskUnseen.taskId],
      set: { since: tx.now },
    });
}

/** It went to the trash. */
export async function forgetUnseen(tx: WriteTx, taskId: string): Promise<void> {
  await tx.delete(taskUnseen).where(eq(taskUnseen.taskId, taskId));
}
