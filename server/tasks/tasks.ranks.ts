// Where tasks stand among each other: a text between those of its neighbours. No two tasks ever have the same, so ranks
// are given one at a time, by whatever process.
import { and, asc, desc, eq, gt, isNull, lt, ne, type SQL } from 'drizzle-orm';
import { generateKeyBetween } from 'fractional-indexing';
import type { WriteTx } from '#db/database.ts';
import { meta } from '#db/schema/meta.ts';
import { tasks } from '#db/schema/tasks.ts';
import type { Viewer } from '../viewer.ts';
import type { MoveTaskInput } from './tasks.schema.ts';
import { getVisibleTask } from './tasks.visible.ts';

export async function rankOnTop(tx: WriteTx): Promise<string> {
  await oneAtATime(tx);
  return generateKeyBetween(null, await neighbour(tx, undefined, asc(tasks.rank)));
}

/** Between the neighbour that was named and the one next to it of now; none named = below all. */
export async function rankBeside(
  tx: WriteTx,
  viewer: Viewer,
  { id, beforeId, afterId }: MoveTaskInput,
): Promise<string> {
  await oneAtATime(tx);
  const isOther = ne(tasks.id, id);
  if (afterId && afterId !== id) {
    const above = (await getVisibleTask(tx, viewer, afterId)).rank;
    const below = await neighbour(tx, and(isOther, gt(tasks.rank, above)), asc(tasks.rank));
    return generateKeyBetween(above, below);
  }
  if (beforeId && beforeId !== id) {
    const below = (await getVisibleTask(tx, viewer, beforeId)).rank;
    const above = await neighbour(tx, and(isOther, lt(tasks.rank, below)), desc(tasks.rank));
    return generateKeyBetween(above, below);
  }
  return generateKeyBetween(await neighbour(tx, isOther, desc(tasks.rank)), null);
}

/** For a task that comes back: as it was, or right below the one that has its place by now. */
export async function rankAgain(
  tx: WriteTx,
  { id, rank }: { id: string; rank: string },
): Promise<string> {
  await oneAtATime(tx);
  const isOther = and(isNull(tasks.removedAt), ne(tasks.id, id));
  const [taken] = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(isOther, eq(tasks.rank, rank)))
    .limit(1);
  if (taken === undefined) return rank;
  const below = await neighbour(tx, and(isOther, gt(tasks.rank, rank)), asc(tasks.rank));
  return generateKeyBetween(rank, below);
}

/** Over all tasks, seen or not: what is between two visible ones stays between them. */
async function neighbour(tx: WriteTx, beyond: SQL | undefined, order: SQL): Promise<string | null> {
  const [next] = await tx
    .select({ rank: tasks.rank })
    .from(tasks)
    .where(and(isNull(tasks.removedAt), beyond))
    .orderBy(order)
    .limit(1);
  return next?.rank ?? null;
}

/** Until the end of this write. Any row that is there once and never changes would do. */
async function oneAtATime(tx: WriteTx): Promise<void> {
  await tx.lock(tx.select({ key: meta.key }).from(meta).where(eq(meta.key, 'epoch')));
}
