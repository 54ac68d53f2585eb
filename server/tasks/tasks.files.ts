// Pictures and other files on a task itself: whoever may change it puts them there, takes them off and puts them back.
import type { Position, Tx, WriteTx } from '#db/database.ts';
import type { Deps } from '../deps.ts';
import { forbidden } from '../errors.ts';
import { filesOn, hangUp, type Limit, putBack, takeOff } from '../files/files.hanging.ts';
import type { AttachedFile } from '../files/files.schema.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { applied } from './tasks.change.ts';
import { emitTask } from './tasks.events.ts';
import { taskAbilities } from './tasks.policy.ts';
import { type TaskRow, toTaskItem } from './tasks.row.ts';
import {
  type AttachToTaskInput,
  type FileOfTaskInput,
  TASK_FILES_MAX,
  type TaskItem,
} from './tasks.schema.ts';
import { storeTask } from './tasks.store.ts';
import { lockVisibleTask } from './tasks.visible.ts';

type Changed = { item: TaskItem; files: AttachedFile[]; asOf: Position };

const LIMIT: Limit = { max: TASK_FILES_MAX, reason: 'too_many_task_files' };

/** Those that hang there already stay where they are: a retry changes nothing. */
export function attachToTask(
  deps: Deps,
  viewer: Viewer,
  input: AttachToTaskInput,
): Promise<Changed> {
  return changeFiles(deps, { viewer, input }, async (tx, viewer, on) => {
    const fileIds = await hangUp(tx, viewer, { on, fileIds: input.fileIds, limit: LIMIT });
    if (fileIds.length === 0) return false;
    tx.audit('task.attach', on, { fileIds });
    return true;
  });
}

export function detachFromTask(
  deps: Deps,
  viewer: Viewer,
  input: FileOfTaskInput,
): Promise<Changed> {
  return changeFiles(deps, { viewer, input }, async (tx, _viewer, on) => {
    const name = await takeOff(tx, on, input.fileId);
    tx.audit('task.detach', on, { fileId: input.fileId, name });
    return true;
  });
}

/** What was taken off, for a day. A retry changes nothing. */
export function restoreOnTask(
  deps: Deps,
  viewer: Viewer,
  input: FileOfTaskInput,
): Promise<Changed> {
  return changeFiles(deps, { viewer, input }, async (tx, _viewer, on) => {
    const name = await putBack(tx, { on, fileId: input.fileId, limit: LIMIT });
    if (name === null) return false;
    tx.audit('task.restore_file', on, { fileId: input.fileId, name });
    return true;
  });
}

export function filesOf(tx: Tx, taskId: string): Promise<AttachedFile[]> {
  return filesOn(tx, { kind: 'task', id: taskId });
}

type OnTask = { kind: 'task'; id: string };
type Act = { viewer: Viewer; input: { id: string; mutationId?: string | undefined } };

/** `change` says whether it changed anything. */
async function changeFiles(
  deps: Deps,
  { viewer, input }: Act,
  change: (tx: WriteTx, viewer: Viewer, on: OnTask) => Promise<boolean>,
): Promise<Changed> {
  const act = { viewer, mutationId: input.mutationId };
  const { value, asOf } = await writeAs(deps, act, async (tx, viewer) => {
    const before = await lockEditable(tx, viewer, input.id);
    const there = await filesOf(tx, before.id);
    if (!(await change(tx, viewer, { kind: 'task', id: before.id })))
      return { item: toTaskItem(before), files: there };
    return await filesChanged(tx, viewer, { before, there });
  });
  return { ...value, asOf };
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
