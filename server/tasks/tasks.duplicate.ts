// Another task like this one, with its files, to be done once more: without what was said and done about it.
import { eq } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { insertedOrFound } from '#db/inserted-or-found.ts';
import { tasks } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import { copyFiles } from '../files/files.copy.ts';
import { newId } from '../new-id.ts';
import { noticeTask } from '../notifications/notifications.tasks.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { emitTask } from './tasks.events.ts';
import { newTask, repeated } from './tasks.new.ts';
import { rankOnTop } from './tasks.ranks.ts';
import { type TaskRow, toTaskItem } from './tasks.row.ts';
import type { DuplicateTaskInput, TaskItem } from './tasks.schema.ts';
import { checklistOf, insertChecklist, insertTask, stillHere } from './tasks.store.ts';
import { markUnseen } from './tasks.unseen.ts';
import { lockVisibleTask } from './tasks.visible.ts';

/** The copy belongs to whoever copies, and comes once even if the original repeats. A retry finds it there. */
export async function duplicateTask(
  deps: Deps,
  viewer: Viewer,
  input: DuplicateTaskInput,
): Promise<{ item: TaskItem; asOf: Position }> {
  const act = { viewer, mutationId: input.mutationId };
  const copy = () =>
    writeAs(deps, act, async (tx, viewer) => {
      const [existing] = await tx.select().from(tasks).where(eq(tasks.id, input.newId));
      if (existing !== undefined) return repeated(viewer, existing);
      const original = await lockVisibleTask(tx, viewer, input.id);
      const items = await checklistOf(tx, original.id);
      const checklistItems = items.map(({ title }) => ({ id: newId(), title, isDone: false }));
      const copied = await copyFiles(tx, {
        from: { kind: 'task', id: original.id },
        to: { kind: 'task', id: input.newId },
        ownerId: viewer.id,
      });
      const description = copied.rewritten(original.description);
      const named = await stillHere(tx, original);
      const given = { ...original, ...named, description, id: input.newId };
      const origin = { creatorId: viewer.id, rank: await rankOnTop(tx), now: tx.now };
      const row: TaskRow = {
        ...newTask({ ...given, status: 'todo', repeat: null }, origin),
        checklistTotal: items.length,
      };
      await insertTask(tx, row);
      await insertChecklist(tx, row.id, checklistItems);
      await markUnseen(tx, row, { actorId: viewer.id });
      const longParts = { description, checklistItems, files: copied.files };
      emitTask(tx, 'task.created', { after: row, longParts });
      await noticeTask(tx, { actorId: viewer.id, before: null, after: row });
      tx.audit('task.duplicate', { kind: 'task', id: row.id }, { from: original.id });
      return toTaskItem(row);
    });
  const { value, asOf } = await insertedOrFound(copy);
  return { item: value, asOf };
}
