// The part of a query that keeps other people's tasks out: the policy's rule as SQL.
import { and, asc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { ReadTx, Tx, WriteTx } from '#db/database.ts';
import { tasks, taskWatchers } from '#db/schema/tasks.ts';
import { notFound } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import type { TaskRow } from './tasks.row.ts';

/** Undefined for admins, who see every task. The viewer's ids may be placeholders. */
export function visibleTasks(
  tx: Pick<ReadTx, 'select'>,
  viewer: Pick<Viewer, 'role'>,
  ids: { id: SQL; teamId: SQL },
): SQL | undefined {
  if (viewer.role === 'admin') return undefined;
  const watched = tx
    .select({ id: taskWatchers.taskId })
    .from(taskWatchers)
    .where(eq(taskWatchers.userId, ids.id));
  return or(
    eq(tasks.teamId, ids.teamId),
    eq(tasks.assigneeId, ids.id),
    eq(tasks.creatorId, ids.id),
    inArray(tasks.id, watched),
  );
}

function idsOf(viewer: Viewer): { id: SQL; teamId: SQL } {
  return { id: sql`${viewer.id}`, teamId: sql`${viewer.teamId}` };
}

/** The task, kept from others until the end of the write; NOT_FOUND if it is not there or not theirs to see. */
export async function lockVisibleTask(tx: WriteTx, viewer: Viewer, id: string): Promise<TaskRow> {
  const [row] = await tx.lock(
    tx
      .select()
      .from(tasks)
      .where(onlyVisible(tx, viewer, id)),
  );
  if (row === undefined) throw notFound('task');
  return row;
}

/** Those of them that are there and theirs to see, in the order of ids, which is the order of locks. */
export async function lockVisibleTasks(
  tx: WriteTx,
  viewer: Viewer,
  ids: string[],
): Promise<TaskRow[]> {
  return await tx.lock(
    tx
      .select()
      .from(tasks)
      .where(
        and(
          inArray(tasks.id, ids),
          isNull(tasks.removedAt),
          visibleTasks(tx, viewer, idsOf(viewer)),
        ),
      )
      .orderBy(asc(tasks.id)),
  );
}

export async function getVisibleTask(tx: Tx, viewer: Viewer, id: string): Promise<TaskRow> {
  const row = await findVisibleTask(tx, viewer, id);
  if (row === undefined) throw notFound('task');
  return row;
}

export async function findVisibleTask(
  tx: Tx,
  viewer: Viewer,
  id: string,
): Promise<TaskRow | undefined> {
  const [row] = await tx
    .select()
    .from(tasks)
    .where(onlyVisible(tx, viewer, id));
  return row;
}

function onlyVisible(tx: Pick<ReadTx, 'select'>, viewer: Viewer, id: string): SQL | undefined {
  return and(eq(tasks.id, id), isNull(tasks.removedAt), visibleTasks(tx, viewer, idsOf(viewer)));
}
