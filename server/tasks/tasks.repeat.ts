// A task that repeats: when it is done, the next one of its kind is made in the same write, and takes the rule along. So
// there is one next, however many finish it at the same moment. Opened again: tasks.repeat.back.ts.
import { eq } from 'drizzle-orm';
import type { WriteTx } from '#db/database.ts';
import { tasks } from '#db/schema/tasks.ts';
import { copyFiles } from '../files/files.copy.ts';
import { newId } from '../new-id.ts';
import { causeIdOf } from '../notifications/notifications.id.ts';
import { nextTime } from '../repeat.ts';
import { seoulDay, startOfSeoulDay } from '../seoul.schema.ts';
import { type FieldChange, ruleSpent, type SpentRule } from './tasks.change.ts';
import { emitTask } from './tasks.events.ts';
import { dueBy, NO_DATE } from './tasks.order.schema.ts';
import { rankOnTop } from './tasks.ranks.ts';
import type { TaskRow } from './tasks.row.ts';
import { checklistOf, insertChecklist, insertTask, stillHere } from './tasks.store.ts';
import { markUnseen } from './tasks.unseen.ts';

type Repeating = Pick<TaskRow, 'dueOn' | 'dueAt'> & SpentRule;
type Due = Pick<TaskRow, 'dueOn' | 'dueAt'>;

/** After a change of fields was stored: the next one, if this one was done by it. */
export async function goOn(
  tx: WriteTx,
  change: { before: TaskRow; after: TaskRow; changes: FieldChange[]; actorId: string },
): Promise<void> {
  const { before, after, changes, actorId } = change;
  const rule = ruleSpent(before, changes);
  if (rule === null) return;
  const next = nextDue({ ...rule, dueOn: after.dueOn, dueAt: after.dueAt }, tx.now);
  if (next === null) return;
  const items = await checklistOf(tx, after.id);
  const checklistItems = items.map(({ title }) => ({ id: newId(), title, isDone: false }));
  const id = await nextId(tx, after);
  const copied = await copyFiles(tx, {
    from: { kind: 'task', id: after.id },
    to: { kind: 'task', id },
    ownerId: actorId,
  });
  const row: TaskRow = {
    ...after,
    ...(await stillHere(tx, after)),
    ...next,
    id,
    description: copied.rewritten(after.description),
    status: 'todo',
    repeatFrom: rule.repeatFrom,
    dueBy: dueBy(next) ?? NO_DATE,
    rank: await rankOnTop(tx),
    commentCount: 0,
    checklistDone: 0,
    version: 1,
    fieldVersions: {},
    createdAt: tx.now,
    updatedAt: tx.now,
    doneAt: null,
  };
  await insertTask(tx, row);
  await insertChecklist(tx, row.id, checklistItems);
  await markUnseen(tx, row, { actorId });
  emitTask(tx, 'task.created', {
    after: row,
    longParts: { description: row.description, checklistItems, files: copied.files },
  });
  tx.audit('task.repeat', { kind: 'task', id: row.id }, { after: after.id, dueOn: row.dueOn });
}

/** The same for the same finishing of a task, so that opening it again finds what had come of it. */
export function nextIdOf(taskId: string, doneVersion: number): string {
  return causeIdOf('task.next', taskId, doneVersion);
}

/** Callers make their ids: one who foresaw this one must not keep others from finishing. */
async function nextId(tx: WriteTx, done: TaskRow): Promise<string> {
  const id = nextIdOf(done.id, done.version);
  const [taken] = await tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.id, id));
  return taken === undefined ? id : newId();
}

const OLDEST_START_MS = 2 * 366 * 86_400_000;

/**
 * When the next one is due, and the rule from there on; null when there is none left. On schedule it is the first day of
 * the rule after its due day that is not over when it is done. Without a due day, or with one so long ago that the days
 * since could hardly be counted, it is counted from the day it was done.
 */
export function nextDue(task: Repeating, doneAt: Date): (Due & { repeat: string }) | null {
  const start = dueTime(task);
  const isOld = start === null || start.getTime() < doneAt.getTime() - OLDEST_START_MS;
  if (task.repeatFrom === 'done' || isOld) return dueAfterDone(task, doneAt);
  const today = startOfSeoulDay(seoulDay(doneAt));
  const beyond = task.dueAt === null ? new Date(today.getTime() - 1) : doneAt;
  const next = nextTime({ dueAt: start, repeat: task.repeat }, beyond);
  return next && { ...dueOf(next.dueAt, task), repeat: next.repeat };
}

/** From when on its rule is counted; null: that will be known when it is done. */
export function repeatsFrom(task: Due & Pick<TaskRow, 'repeatFrom'>): Date | null {
  return task.repeatFrom === 'done' ? null : dueTime(task);
}

function dueTime({ dueOn, dueAt }: Due): Date | null {
  return dueAt ?? (dueOn === null ? null : startOfSeoulDay(dueOn));
}

/** At the same time of the day. Of a COUNT, each that is done takes one. */
function dueAfterDone(task: Repeating, doneAt: Date): (Due & { repeat: string }) | null {
  const count = Number(/COUNT=(\d+)/.exec(task.repeat)?.[1] ?? Number.POSITIVE_INFINITY);
  if (count <= 1) return null;
  const endless = task.repeat.replace(/;?COUNT=\d+/, '');
  const start = new Date(startOfSeoulDay(seoulDay(doneAt)).getTime() + timeOfDayMs(task.dueAt));
  const next = nextTime({ dueAt: start, repeat: endless }, start);
  if (next === null) return null;
  const repeat = task.repeat.replace(/COUNT=\d+/, `COUNT=${count - 1}`);
  return { ...dueOf(next.dueAt, task), repeat };
}

function timeOfDayMs(dueAt: Date | null): number {
  return dueAt === null ? 0 : dueAt.getTime() - startOfSeoulDay(seoulDay(dueAt)).getTime();
}

function dueOf(at: Date, task: Due): Due {
  return { dueOn: seoulDay(at), dueAt: task.dueAt === null ? null : at };
}
