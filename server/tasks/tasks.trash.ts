// The trash: removing a task puts it there, and those who may remove it can take it out again. What stays there too long
// is emptied by tasks.purge.ts.
import { and, asc, desc, eq, gt, isNotNull, lt, or, type SQL } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { tasks } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import { badRequest, forbidden, notFound } from '../errors.ts';
import { dropTaskNotices } from '../notifications/notifications.drop.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { emitTask, emitTaskRemoved } from './tasks.events.ts';
import { decodeTaskCursor, encodeTaskCursor } from './tasks.order.schema.ts';
import { canSeeTask, taskAbilities } from './tasks.policy.ts';
import { rankAgain } from './tasks.ranks.ts';
import { taskColumns, type TaskRow, toTaskItem } from './tasks.row.ts';
import type { RemoveTaskInput, TaskItem } from './tasks.schema.ts';
import { checklistOf, storeTask } from './tasks.store.ts';
import type { TrashedTask, TrashInput } from './tasks.trash.schema.ts';
import { forgetUnseen, markUnseen } from './tasks.unseen.ts';
import { lockVisibleTask } from './tasks.visible.ts';

type TrashPage = { items: TrashedTask[]; nextCursor: string | null; asOf: Position };

/** What the viewer may take out again, the last removed first. */
export function listTrash(
  deps: Deps,
  viewer: Viewer,
  { cursor, limit }: TrashInput,
): Promise<TrashPage> {
  const isAfter = afterCursor(cursor);
  return deps.db.read(async (tx) => {
    const rows = await tx
      .select({ ...taskColumns, removedAt: tasks.removedAt, removedById: tasks.removedById })
      .from(tasks)
      .where(and(gt(tasks.removedAt, new Date(0)), mayRestore(viewer), isAfter))
      .orderBy(desc(tasks.removedAt), asc(tasks.id))
      .limit(limit + 1);
    const items = rows.slice(0, limit).flatMap((row) => {
      const { removedAt, removedById } = row;
      return removedAt === null ? [] : [{ ...toTaskItem(row), removedAt, removedById }];
    });
    const last = rows.length > limit ? items.at(-1) : undefined;
    const nextCursor =
      last === undefined ? null : encodeTaskCursor([-last.removedAt.getTime(), last.id]);
    return { items, nextCursor, asOf: tx.asOf };
  });
}

/** `taskAbilities(…).remove` as SQL. */
function mayRestore(viewer: Viewer): SQL | undefined {
  if (viewer.role === 'admin') return undefined;
  return or(eq(tasks.creatorId, viewer.id), eq(tasks.assigneeId, viewer.id));
}

function afterCursor(cursor: string | undefined): SQL | undefined {
  if (cursor === undefined) return undefined;
  const key = decodeTaskCursor(cursor, 'updated');
  if (key === undefined || typeof key[0] !== 'number')
    throw badRequest('invalid_cursor', { cursor: ['is not a cursor of this list'] });
  const removedAt = new Date(-key[0]);
  return or(
    lt(tasks.removedAt, removedAt),
    and(eq(tasks.removedAt, removedAt), gt(tasks.id, key[1])),
  );
}

export async function removeTask(
  deps: Deps,
  viewer: Viewer,
  input: RemoveTaskInput,
): Promise<{ asOf: Position }> {
  const act = { viewer, mutationId: input.mutationId };
  const { asOf } = await writeAs(deps, act, async (tx, viewer) => {
    const before = await lockVisibleTask(tx, viewer, input.id);
    if (!taskAbilities(viewer, before).remove) throw forbidden('task_not_yours');
    const after = {
      ...before,
      removedAt: tx.now,
      removedById: viewer.id,
      version: before.version + 1,
      updatedAt: tx.now,
    };
    await storeTask(tx, after, { changes: [], actorId: viewer.id });
    emitTaskRemoved(tx, after);
    await dropTaskNotices(tx, before, null);
    await forgetUnseen(tx, before.id);
    tx.audit('task.remove', { kind: 'task', id: after.id }, { title: after.title });
  });
  return { asOf };
}

/** By those who may remove it. A task that is not in the trash stays as it is. */
export async function restoreTask(
  deps: Deps,
  viewer: Viewer,
  input: RemoveTaskInput,
): Promise<{ item: TaskItem; asOf: Position }> {
  const act = { viewer, mutationId: input.mutationId };
  const { value, asOf } = await writeAs(deps, act, async (tx, viewer) => {
    const removed = await lockRemoved(tx, input.id);
    if (removed === undefined) return toTaskItem(await lockVisibleTask(tx, viewer, input.id));
    if (!canSeeTask(viewer, removed)) throw notFound('task');
    if (!taskAbilities(viewer, removed).remove) throw forbidden('task_not_yours');
    const after = {
      ...removed,
      removedAt: null,
      removedById: null,
      rank: await rankAgain(tx, removed),
      version: removed.version + 1,
      updatedAt: tx.now,
    };
    await storeTask(tx, after, { changes: [], actorId: viewer.id });
    await markUnseen(tx, after, { actorId: viewer.id });
    const checklistItems = await checklistOf(tx, after.id);
    emitTask(tx, 'task.created', {
      after,
      longParts: { description: after.description, checklistItems },
    });
    tx.audit('task.restore', { kind: 'task', id: after.id }, { title: after.title });
    return toTaskItem(after);
  });
  return { item: value, asOf };
}

async function lockRemoved(tx: WriteTx, id: string): Promise<TaskRow | undefined> {
  const [removed] = await tx.lock(
    tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.id, id), isNotNull(tasks.removedAt))),
  );
  return removed;
}
