// Moving a card: one small change of column and rank. Two people moving at once both end where they put it.
import { and, asc, desc, gt, isNull, lt, ne, type SQL } from 'drizzle-orm';
import { generateKeyBetween } from 'fractional-indexing';
import type { Position, WriteTx } from '#db/database.ts';
import { tasks } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import { forbidden } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { applied, type FieldChange } from './tasks.change.ts';
import { emitTask } from './tasks.events.ts';
import { taskAbilities } from './tasks.policy.ts';
import { type TaskRow, toTaskItem } from './tasks.row.ts';
import type { MoveTaskInput, TaskItem } from './tasks.schema.ts';
import { storeTask } from './tasks.store.ts';
import { getVisibleTask, lockVisibleTask } from './tasks.visible.ts';

export async function moveTask(
  deps: Deps,
  viewer: Viewer,
  input: MoveTaskInput,
): Promise<{ item: TaskItem; asOf: Position }> {
  const act = { viewer, mutationId: input.mutationId };
  const { value, asOf } = await writeAs(deps, act, async (tx, viewer) => {
    const before = await lockVisibleTask(tx, viewer, input.id);
    if (!taskAbilities(viewer, before).edit) throw forbidden('task_not_yours');
    const rank = await rankFor(tx, viewer, input);
    const changes: FieldChange[] =
      before.status === input.status
        ? []
        : [{ field: 'status', before: before.status, after: input.status }];
    if (changes.length === 0 && rank === before.rank) return toTaskItem(before);
    const after: TaskRow = { ...applied(before, changes, tx.now), rank };
    await storeTask(tx, after, { changes, actorId: viewer.id });
    emitTask(tx, 'task.changed', { before, after });
    tx.audit(
      'task.move',
      { kind: 'task', id: after.id },
      { status: [before.status, after.status], rank: after.rank },
    );
    return toTaskItem(after);
  });
  return { item: value, asOf };
}

/** Between the neighbour that was named and the one next to it of now. Equal ranks are ordered by id, so ties do no harm. */
async function rankFor(tx: WriteTx, viewer: Viewer, input: MoveTaskInput): Promise<string> {
  const { id, beforeId, afterId } = input;
  if (afterId && afterId !== id) {
    const above = (await getVisibleTask(tx, viewer, afterId)).rank;
    return keyBetween(
      above,
      await neighbour(tx, gt(tasks.rank, above), { id, order: asc(tasks.rank) }),
    );
  }
  if (beforeId && beforeId !== id) {
    const below = (await getVisibleTask(tx, viewer, beforeId)).rank;
    return keyBetween(
      await neighbour(tx, lt(tasks.rank, below), { id, order: desc(tasks.rank) }),
      below,
    );
  }
  return keyBetween(await neighbour(tx, undefined, { id, order: desc(tasks.rank) }), null);
}

/** Over all tasks, seen or not: what is between two visible ones stays between them. */
async function neighbour(
  tx: WriteTx,
  beyond: SQL | undefined,
  around: { id: string; order: SQL },
): Promise<string | null> {
  const [next] = await tx
    .select({ rank: tasks.rank })
    .from(tasks)
    .where(and(isNull(tasks.removedAt), ne(tasks.id, around.id), beyond))
    .orderBy(around.order)
    .limit(1);
  return next?.rank ?? null;
}

function keyBetween(above: string | null, below: string | null): string {
  return generateKeyBetween(above, below);
}
