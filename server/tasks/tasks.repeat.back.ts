// Opening a repeating task again takes back what its finishing had led to, as long as nobody has touched that: the next
// one goes for good (it holds nothing of anybody's), and the rule returns.
import { and, eq, isNull } from 'drizzle-orm';
import type { WriteTx } from '#db/database.ts';
import { reminders } from '#db/schema/reminders.ts';
import { tasks } from '#db/schema/tasks.ts';
import { removeFilesOf } from '../files/files.claim.ts';
import { dropTaskNotices } from '../notifications/notifications.drop.ts';
import type { FieldChange } from './tasks.change.ts';
import { emitTaskRemoved } from './tasks.events.ts';
import { nextDue, nextIdOf } from './tasks.repeat.ts';
import type { TaskRow } from './tasks.row.ts';

type Opening = {
  before: TaskRow;
  after: TaskRow;
  changes: FieldChange[];
  beside: readonly string[];
};

/** `after` as it is to be stored, and which next one stays because it was touched. */
export async function takeNextBack(
  tx: WriteTx,
  { before, after, changes, beside }: Opening,
): Promise<{ after: TaskRow; keptNextIds: string[] }> {
  const isOpened = before.status === 'done' && after.status !== 'done';
  const next = isOpened ? await lockNextOf(tx, before) : undefined;
  if (next === undefined) return { after, keptNextIds: [] };
  if (beside.includes(next.id) || (await isTouched(tx, next)))
    return { after, keptNextIds: [next.id] };
  emitTaskRemoved(tx, { ...next, version: next.version + 1 });
  await dropTaskNotices(tx, next, null);
  await removeFilesOf(tx, { kind: 'task', ids: [next.id] });
  await tx.delete(tasks).where(eq(tasks.id, next.id));
  tx.audit('task.repeat_back', { kind: 'task', id: next.id }, { after: after.id });
  const hasNewRule = before.repeat !== null || changes.some(({ field }) => field === 'repeat');
  if (hasNewRule) return { after, keptNextIds: [] };
  const fieldVersions = { ...after.fieldVersions, repeat: after.version };
  return {
    after: { ...after, repeat: ruleOf(before, next), fieldVersions },
    keptNextIds: [],
  };
}

/** Found by its id; maker and moment say that it is not of somebody who took that id. */
async function lockNextOf(tx: WriteTx, done: TaskRow): Promise<TaskRow | undefined> {
  const doneVersion = done.fieldVersions['status'];
  if (doneVersion === undefined || done.doneAt === null) return undefined;
  const [next] = await tx.lock(
    tx
      .select()
      .from(tasks)
      .where(
        and(
          eq(tasks.id, nextIdOf(done.id, doneVersion)),
          eq(tasks.creatorId, done.creatorId),
          eq(tasks.createdAt, done.doneAt),
          isNull(tasks.removedAt),
        ),
      ),
  );
  return next;
}

/** Changes, comments and files raise the version; a reminder hangs on it from outside. */
async function isTouched(tx: WriteTx, next: TaskRow): Promise<boolean> {
  if (next.version > 1) return true;
  const [reminder] = await tx
    .select({ id: reminders.id })
    .from(reminders)
    .where(
      and(
        eq(reminders.subjectKind, 'task'),
        eq(reminders.subjectId, next.id),
        isNull(reminders.removedAt),
      ),
    )
    .limit(1);
  return reminder !== undefined;
}

const COUNT = /COUNT=(\d+)/;
const COUNT_MAX = 999;

/** As it was when it was spent: to a COUNT is added what finishing took of it. */
function ruleOf(done: TaskRow, next: TaskRow): string | null {
  if (next.repeat === null || done.doneAt === null) return next.repeat;
  const counting = next.repeat.replace(COUNT, `COUNT=${COUNT_MAX}`);
  const again = nextDue({ ...done, repeat: counting, repeatFrom: next.repeatFrom }, done.doneAt);
  const taken = again === null ? 1 : COUNT_MAX - countOf(again.repeat);
  return next.repeat.replace(COUNT, (_, count: string) => `COUNT=${Number(count) + taken}`);
}

function countOf(rule: string): number {
  return Number(COUNT.exec(rule)?.[1] ?? COUNT_MAX);
}
