// Creating and changing tasks. Who may do it is asked inside the write, of the row as it is then.
import { eq } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { insertedOrFound } from '#db/inserted-or-found.ts';
import { tasks } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import { conflict, forbidden } from '../errors.ts';
import { noticeTask } from '../notifications/notifications.tasks.ts';
import { repeatOf } from '../repeat.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { type Changed, changeTask, unchanged } from './tasks.apply.ts';
import { changesOf, conflictsOf, dueOf } from './tasks.change.ts';
import { emitTask } from './tasks.events.ts';
import { linkTask } from './tasks.links.ts';
import { newTask, repeated } from './tasks.new.ts';
import { taskAbilities } from './tasks.policy.ts';
import { rankOnTop } from './tasks.ranks.ts';
import { repeatsFrom } from './tasks.repeat.ts';
import { type TaskRow, toTaskItem } from './tasks.row.ts';
import type { CreateTaskInput, TaskItem, TaskPatch, UpdateTaskInput } from './tasks.schema.ts';
import { checklistOf, insertTask, requireTeamAndPeople } from './tasks.store.ts';
import { markUnseen } from './tasks.unseen.ts';
import { lockVisibleTask } from './tasks.visible.ts';

/** A retry with the same id returns the task that is already there; somebody else's id is a CONFLICT without content. */
export async function createTask(
  deps: Deps,
  viewer: Viewer,
  input: CreateTaskInput,
): Promise<{ item: TaskItem; asOf: Position }> {
  const create = () =>
    writeAs(deps, actOf(viewer, input), async (tx, viewer) => {
      const [existing] = await tx.select().from(tasks).where(eq(tasks.id, input.id));
      if (existing !== undefined) return repeated(viewer, existing);
      await requireTeamAndPeople(tx, { teamId: input.teamId, personIds: peopleNamed(input) });
      const row = newTask(input, { creatorId: viewer.id, rank: await rankOnTop(tx), now: tx.now });
      await insertTask(tx, row);
      await markUnseen(tx, row, { actorId: viewer.id });
      await linkTask(tx, viewer, { taskId: row.id, links: input.links });
      emitTask(tx, 'task.created', { after: row, longParts: { description: row.description } });
      await noticeTask(tx, { actorId: viewer.id, before: null, after: row });
      tx.audit(
        'task.create',
        { kind: 'task', id: row.id },
        { title: row.title, teamId: row.teamId },
      );
      return toTaskItem(row);
    });
  const { value, asOf } = await insertedOrFound(create);
  return { item: value, asOf };
}

/** Different fields merge; the same field changed to something else since `version` is a CONFLICT with the current task. */
export async function updateTask(
  deps: Deps,
  viewer: Viewer,
  input: UpdateTaskInput,
): Promise<Changed & { asOf: Position }> {
  const update = () =>
    writeAs(deps, actOf(viewer, input), async (tx, viewer) => {
      const before = await lockVisibleTask(tx, viewer, input.id);
      if (!taskAbilities(viewer, before).edit) throw forbidden('task_not_yours');
      const checklist = await checklistOf(tx, before.id);
      const repeat = repeatOf(input.patch.repeat, repeatsFrom(repeating(before, input.patch)));
      const changes = changesOf(before, checklist, { ...input.patch, repeat });
      if (changes.length === 0) return unchanged(before);
      if (conflictsOf(before, changes, input.version).length > 0)
        throw conflict('field_conflict', currentOf(before, checklist));
      const known = new Set([before.assigneeId, ...before.watcherIds]);
      const personIds = peopleNamed(input.patch).filter((id) => !known.has(id));
      const teamId = input.patch.teamId === before.teamId ? undefined : input.patch.teamId;
      await requireTeamAndPeople(tx, { teamId, personIds });
      tx.audit('task.update', { kind: 'task', id: before.id }, { changes });
      const act = { before, changes, actorId: viewer.id };
      return await changeTask(tx, { ...act, longParts: longParts(input) });
    });
  // Ids of checklist items are made by the client too.
  const { value, asOf } = await insertedOrFound(update);
  return { ...value, asOf };
}

/** As it will be when it is counted by its rule. */
function repeating(before: TaskRow, patch: TaskPatch) {
  const { repeatFrom = before.repeatFrom } = patch;
  return { dueOn: before.dueOn, dueAt: before.dueAt, ...dueOf(patch), repeatFrom };
}

function actOf(viewer: Viewer, input: { mutationId?: string | undefined }) {
  return { viewer, mutationId: input.mutationId };
}

function peopleNamed(input: {
  assigneeId?: string | null | undefined;
  watcherIds?: string[] | undefined;
}): string[] {
  return [...(input.assigneeId ? [input.assigneeId] : []), ...(input.watcherIds ?? [])];
}

function currentOf(row: TaskRow, checklistItems: Awaited<ReturnType<typeof checklistOf>>) {
  return { ...toTaskItem(row), description: row.description, checklistItems };
}

function longParts({ patch }: UpdateTaskInput) {
  return {
    ...(patch.description === undefined ? {} : { description: patch.description }),
    ...(patch.checklistItems === undefined ? {} : { checklistItems: patch.checklistItems }),
  };
}
