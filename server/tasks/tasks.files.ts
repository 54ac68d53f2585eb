// Pictures and other files on a task itself: whoever may change it puts them there and takes them away again.
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Position, Tx, WriteTx } from '#db/database.ts';
import { files } from '#db/schema/files.ts';
import type { Deps } from '../deps.ts';
import { forbidden, notFound, precondition } from '../errors.ts';
import { claimFiles } from '../files/files.claim.ts';
import { toAttachedFile } from '../files/files.row.ts';
import type { AttachedFile } from '../files/files.schema.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { applied } from './tasks.change.ts';
import { emitTask } from './tasks.events.ts';
import { taskAbilities } from './tasks.policy.ts';
import { type TaskRow, toTaskItem } from './tasks.row.ts';
import {
  type AttachToTaskInput,
  type DetachFromTaskInput,
  TASK_FILES_MAX,
  type TaskItem,
} from './tasks.schema.ts';
import { storeTask } from './tasks.store.ts';
import { lockVisibleTask } from './tasks.visible.ts';

type Changed = { item: TaskItem; files: AttachedFile[]; asOf: Position };

/** Those that hang there already stay where they are: a retry changes nothing. */
export async function attachToTask(
  deps: Deps,
  viewer: Viewer,
  input: AttachToTaskInput,
): Promise<Changed> {
  const act = { viewer, mutationId: input.mutationId };
  const { value, asOf } = await writeAs(deps, act, async (tx, viewer) => {
    const before = await lockEditable(tx, viewer, input.id);
    const there = await filesOf(tx, before.id);
    const fileIds = [...new Set(input.fileIds)].filter(
      (id) => !there.some((file) => file.id === id),
    );
    if (fileIds.length === 0) return { item: toTaskItem(before), files: there };
    if (there.length + fileIds.length > TASK_FILES_MAX) throw precondition('too_many_task_files');
    await claimFiles(tx, viewer, { fileIds, subject: { kind: 'task', id: before.id } });
    tx.audit('task.attach', { kind: 'task', id: before.id }, { fileIds });
    return await filesChanged(tx, viewer, { before, there });
  });
  return { ...value, asOf };
}

/** From then on it is its owner's again, as if just uploaded: cleared away unless they put it somewhere. */
export async function detachFromTask(
  deps: Deps,
  viewer: Viewer,
  input: DetachFromTaskInput,
): Promise<Changed> {
  const act = { viewer, mutationId: input.mutationId };
  const { value, asOf } = await writeAs(deps, act, async (tx, viewer) => {
    const before = await lockEditable(tx, viewer, input.id);
    const there = await filesOf(tx, before.id);
    const [freed] = await tx
      .update(files)
      .set({ subjectKind: null, subjectId: null, createdAt: tx.now })
      .where(and(eq(files.id, input.fileId), hangsOn(sql`${before.id}`)))
      .returning({ name: files.name });
    if (freed === undefined) throw notFound('file');
    const detail = { fileId: input.fileId, name: freed.name };
    tx.audit('task.detach', { kind: 'task', id: before.id }, detail);
    return await filesChanged(tx, viewer, { before, there });
  });
  return { ...value, asOf };
}

/** The first hung up first. */
export async function filesOf(tx: Tx, taskId: string): Promise<AttachedFile[]> {
  const question = tx.prepared('tasks.files', (q) =>
    q
      .select()
      .from(files)
      .where(hangsOn(sql`${sql.placeholder('taskId')}`))
      .orderBy(asc(files.createdAt), asc(files.id)),
  );
  return (await question.execute({ taskId })).map(toAttachedFile);
}

function hangsOn(taskId: ReturnType<typeof sql>) {
  return and(eq(files.subjectKind, sql`${'task'}`), eq(files.subjectId, taskId));
}

async function lockEditable(tx: WriteTx, viewer: Viewer, id: string): Promise<TaskRow> {
  const row = await lockVisibleTask(tx, viewer, id);
  if (!taskAbilities(viewer, row).edit) throw forbidden('task_not_yours');
  return row;
}

/** The names are what its history shows of them. */
async function filesChanged(
  tx: WriteTx,
  viewer: Viewer,
  { before, there }: { before: TaskRow; there: AttachedFile[] },
): Promise<Omit<Changed, 'asOf'>> {
  const now = await filesOf(tx, before.id);
  const change = { field: 'files' as const, before: there.map(nameOf), after: now.map(nameOf) };
  const after = applied(before, [change], tx.now);
  await storeTask(tx, after, { changes: [change], actorId: viewer.id });
  emitTask(tx, 'task.changed', { before, after, longParts: { files: now } });
  return { item: toTaskItem(after), files: now };
}

function nameOf({ name }: AttachedFile): string {
  return name;
}
