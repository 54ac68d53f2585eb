// Things a screen remembers by their ids, as they are now. What is gone, or no longer the viewer's to see, is left out.
import { and, inArray, isNull } from 'drizzle-orm';
import type { Position, ReadTx } from '#db/database.ts';
import { promotions } from '#db/schema/promotions.ts';
import { reminders } from '#db/schema/reminders.ts';
import { tasks } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import type { Viewer } from '../viewer.ts';
import type { FoundGroups, LookUpInput } from './search.schema.ts';
import {
  promotionColumns,
  reminderColumns,
  seenReminders,
  seenTasks,
  taskColumns,
} from './search.things.ts';

export type LookedUp = {
  groups: Pick<FoundGroups, 'task' | 'promotion' | 'reminder'>;
  asOf: Position;
};

/** Each kind in the order asked for. */
export function lookUp(deps: Deps, viewer: Viewer, input: LookUpInput): Promise<LookedUp> {
  const idsOf = (kind: LookUpInput['things'][number]['kind']) =>
    input.things.flatMap((thing) => (thing.kind === kind ? [thing.id] : []));
  return deps.db.read(async (tx) => ({
    groups: {
      task: await inOrder(idsOf('task'), (ids) => tasksOf(tx, viewer, ids)),
      promotion: await inOrder(idsOf('promotion'), (ids) => promotionsOf(tx, ids)),
      reminder: await inOrder(idsOf('reminder'), (ids) => remindersOf(tx, viewer, ids)),
    },
    asOf: tx.asOf,
  }));
}

async function inOrder<T extends { id: string }>(
  ids: string[],
  find: (ids: string[]) => Promise<T[]>,
): Promise<T[]> {
  if (ids.length === 0) return [];
  const found = new Map((await find(ids)).map((row) => [row.id, row]));
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? []);
}

async function tasksOf(tx: ReadTx, viewer: Viewer, ids: string[]) {
  return await tx
    .select(taskColumns)
    .from(tasks)
    .where(and(inArray(tasks.id, ids), seenTasks(tx, viewer)));
}

async function promotionsOf(tx: ReadTx, ids: string[]) {
  return await tx
    .select(promotionColumns)
    .from(promotions)
    .where(and(inArray(promotions.id, ids), isNull(promotions.removedAt)));
}

async function remindersOf(tx: ReadTx, viewer: Viewer, ids: string[]) {
  return await tx
    .select(reminderColumns)
    .from(reminders)
    .where(and(inArray(reminders.id, ids), seenReminders(tx, viewer)));
}
