// Titles from before there was a search everywhere get their key, some hundreds at a time; whichever process comes first.
import { setImmediate as otherWork } from 'node:timers/promises';

import { and, asc, eq, isNull } from 'drizzle-orm';

import type { Db, WriteTx } from './database.ts';
import { promotions } from './schema/promotions.ts';
import { reminders } from './schema/reminders.ts';
import { tasks } from './schema/tasks.ts';
import { writeUnaudited } from './unaudited.ts';

/** In one write: few enough that nobody waits long. */
const STEP_ROWS = 200;

/** How many there were. */
export async function fillSearchKeys(
  db: Db,
  keyOf: (title: string) => string,
  isStopped = () => false,
): Promise<number> {
  let filled = 0;
  for (const table of [tasks, promotions, reminders]) {
    for (let count = STEP_ROWS; count === STEP_ROWS && !isStopped(); filled += count) {
      count = await writeUnaudited(db, (tx) => fillStep(tx, table, keyOf));
      await otherWork();
    }
  }
  return filled;
}

type Titled = typeof tasks | typeof promotions | typeof reminders;

async function fillStep(
  tx: WriteTx,
  table: Titled,
  keyOf: (title: string) => string,
): Promise<number> {
  const rows = await tx
    .select({ id: table.id, title: table.title })
    .from(table)
    .where(isNull(table.searchKey))
    .orderBy(asc(table.id))
    .limit(STEP_ROWS);
  for (const { id, title } of rows)
    await tx
      .update(table)
      .set({ searchKey: keyOf(title) })
      // A title that somebody changed meanwhile has its key.
      .where(and(eq(table.id, id), isNull(table.searchKey)));
  return rows.length;
}
