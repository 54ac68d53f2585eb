// The same change to many tasks: all of them or none.
import type { Position, WriteTx } from '#db/database.ts';
import type { Deps } from '../deps.ts';
import { badRequest, forbidden, notFound } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { type Changed, changeTask, unchanged } from './tasks.apply.ts';
import type { BulkPatch, BulkUpdateInput } from './tasks.bulk.schema.ts';
import { changesOf } from './tasks.change.ts';
import { taskAbilities } from './tasks.policy.ts';
import type { TaskRow } from './tasks.row.ts';
import { type TaskItem, type TaskPatch, TASK_LABELS_MAX } from './tasks.schema.ts';
import { requireTeamAndPeople } from './tasks.store.ts';
import { lockVisibleTasks } from './tasks.visible.ts';

/** The newest change wins: there is no version to compare. NOT_FOUND when one of them is not the viewer's to see. */
export async function bulkUpdateTasks(
  deps: Deps,
  viewer: Viewer,
  input: BulkUpdateInput,
): Promise<{ items: TaskItem[]; keptNextIds: string[]; asOf: Position }> {
  const act = { viewer, mutationId: input.mutationId };
  const { value, asOf } = await writeAs(deps, act, async (tx, viewer) => {
    const ids = [...new Set(input.ids)];
    const rows = await lockVisibleTasks(tx, viewer, ids);
    if (rows.length < ids.length) throw notFound('task');
    if (rows.some((row) => !taskAbilities(viewer, row).edit)) throw forbidden('task_not_yours');
    await requireNamed(tx, rows, input.patch);
    const act = { patch: input.patch, actorId: viewer.id, beside: ids };
    const changed: Changed[] = [];
    for (const row of rows) changed.push(await changeOne(tx, row, act));
    return {
      items: changed.map(({ item }) => item),
      keptNextIds: changed.flatMap(({ keptNextIds }) => keptNextIds),
    };
  });
  return { ...value, asOf };
}

/** Whoever and whatever team is newly named must be there. */
async function requireNamed(tx: WriteTx, rows: TaskRow[], patch: BulkPatch): Promise<void> {
  const { assigneeId, teamId } = patch;
  const isNewPerson = rows.some((row) => row.assigneeId !== assigneeId);
  const isNewTeam = rows.some((row) => row.teamId !== teamId);
  await requireTeamAndPeople(tx, {
    teamId: isNewTeam ? teamId : undefined,
    personIds: assigneeId && isNewPerson ? [assigneeId] : [],
  });
}

async function changeOne(
  tx: WriteTx,
  before: TaskRow,
  { patch: given, ...act }: { patch: BulkPatch; actorId: string; beside: string[] },
): Promise<Changed> {
  const { addLabels = [], removeLabels = [], ...rest } = given;
  const labels = labelsAfter(before.labels, addLabels, removeLabels);
  const patch: TaskPatch = { ...rest, labels };
  const changes = changesOf(before, [], patch);
  if (changes.length === 0) return unchanged(before);
  tx.audit('task.bulk_update', { kind: 'task', id: before.id }, { changes });
  return await changeTask(tx, { ...act, before, changes });
}

function labelsAfter(labels: string[], added: string[], removed: string[]): string[] {
  const kept = labels.filter((label) => !removed.includes(label));
  const after = [...new Set([...kept, ...added])];
  if (after.length > TASK_LABELS_MAX)
    throw badRequest('too_many_labels', { addLabels: [`a task has at most ${TASK_LABELS_MAX}`] });
  return after;
}
