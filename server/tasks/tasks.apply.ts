// Changes of a task's fields, however they were asked for: stored, told, and what follows from them. Called inside a
// write that holds the task and has asked the policy.
import type { WriteTx } from '#db/database.ts';
import { dropTaskNotices } from '../notifications/notifications.drop.ts';
import { noticeTask } from '../notifications/notifications.tasks.ts';
import { applied, type FieldChange } from './tasks.change.ts';
import { emitTask, type LongParts } from './tasks.events.ts';
import { takeNextBack } from './tasks.repeat.back.ts';
import { goOn } from './tasks.repeat.ts';
import { type TaskRow, toTaskItem } from './tasks.row.ts';
import type { TaskItem } from './tasks.schema.ts';
import { storeTask } from './tasks.store.ts';

type Changing = {
  before: TaskRow;
  changes: FieldChange[];
  actorId: string;
  /** Its new place. */
  rank?: string;
  longParts?: LongParts;
  /** Those that are being changed in the same act. */
  beside?: readonly string[];
};

/** `keptNextIds`: it was opened again, but what had come next was touched by somebody and stays. */
export type Changed = { item: TaskItem; keptNextIds: string[] };

export async function changeTask(tx: WriteTx, change: Changing): Promise<Changed> {
  const { before, changes, actorId, longParts, beside = [] } = change;
  const moved = placed(applied(before, changes, tx.now), change.rank);
  const { after, keptNextIds } = await takeNextBack(tx, { before, after: moved, changes, beside });
  await storeTask(tx, after, { changes, actorId });
  emitTask(tx, 'task.changed', { before, after, longParts });
  await dropTaskNotices(tx, before, after);
  await noticeTask(tx, { actorId, before, after });
  await goOn(tx, { before, after, changes, actorId });
  return { item: toTaskItem(after), keptNextIds };
}

/** Its place has a version of its own, so that undoing a move does not undo a later one. */
function placed(row: TaskRow, rank: string | undefined): TaskRow {
  if (rank === undefined) return row;
  return { ...row, rank, fieldVersions: { ...row.fieldVersions, rank: row.version } };
}

export function unchanged(row: TaskRow): Changed {
  return { item: toTaskItem(row), keptNextIds: [] };
}
