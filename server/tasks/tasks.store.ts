// Writing a task with the tables that repeat parts of it. Called only inside a write that holds the task.
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx, WriteTx } from '#db/database.ts';
import { people, teams } from '#db/schema/people.ts';
import { taskActivity, taskChecklist, taskLabels, tasks, taskWatchers } from '#db/schema/tasks.ts';
import { badRequest, notFound } from '../errors.ts';
import { newId } from '../new-id.ts';
import type { FieldChange } from './tasks.change.ts';
import { type TaskRow, toChecklistItem } from './tasks.row.ts';
import type { ChecklistItem } from './tasks.schema.ts';
import { markUnseen } from './tasks.unseen.ts';

export async function insertTask(tx: WriteTx, row: TaskRow): Promise<void> {
  await tx.insert(tasks).values(row);
  await insertWatchers(tx, row);
  await insertLabels(tx, row);
}

/** Writes `row` over what is stored, one line of activity for each change, and whose attention that asks for. */
export async function storeTask(
  tx: WriteTx,
  row: TaskRow,
  change: { changes: FieldChange[]; actorId: string },
): Promise<void> {
  const { changes, actorId } = change;
  await tx.update(tasks).set(row).where(eq(tasks.id, row.id));
  for (const { field, before, after } of changes) {
    if (field === 'watcherIds') {
      await tx.delete(taskWatchers).where(eq(taskWatchers.taskId, row.id));
      await insertWatchers(tx, row);
    }
    if (field === 'labels') {
      await tx.delete(taskLabels).where(eq(taskLabels.taskId, row.id));
      await insertLabels(tx, row);
    }
    if (field === 'checklistItems') await replaceChecklist(tx, row.id, after as ChecklistItem[]);
    await tx
      .insert(taskActivity)
      .values({ id: newId(), taskId: row.id, actorId, field, before, after, at: tx.now });
  }
  if (changes.length === 0) return;
  const isNarrower = changes.some(({ field }) => field === 'assigneeId' || field === 'watcherIds');
  await markUnseen(tx, row, { actorId, isNarrower });
}

export async function checklistOf(tx: Tx, taskId: string): Promise<ChecklistItem[]> {
  const rows = await tx
    .select()
    .from(taskChecklist)
    .where(eq(taskChecklist.taskId, taskId))
    .orderBy(asc(taskChecklist.position), asc(taskChecklist.id));
  return rows.map(toChecklistItem);
}

async function replaceChecklist(
  tx: WriteTx,
  taskId: string,
  items: ChecklistItem[],
): Promise<void> {
  const ids = items.map((item) => item.id);
  if (new Set(ids).size < ids.length)
    throw badRequest('duplicate_id', { checklistItems: ['must have different ids'] });
  await tx.delete(taskChecklist).where(eq(taskChecklist.taskId, taskId));
  if (ids.length === 0) return;
  const taken = await tx
    .select({ id: taskChecklist.id })
    .from(taskChecklist)
    .where(inArray(taskChecklist.id, ids));
  if (taken.length > 0)
    throw badRequest('duplicate_id', { checklistItems: ['an id is in use elsewhere'] });
  await insertChecklist(tx, taskId, items);
}

export async function insertChecklist(
  tx: WriteTx,
  taskId: string,
  items: ChecklistItem[],
): Promise<void> {
  if (items.length === 0) return;
  await tx
    .insert(taskChecklist)
    .values(items.map((item, position) => ({ ...item, taskId, position })));
}

async function insertWatchers(tx: WriteTx, row: TaskRow): Promise<void> {
  if (row.watcherIds.length === 0) return;
  await tx
    .insert(taskWatchers)
    .values(row.watcherIds.map((userId) => ({ taskId: row.id, userId })));
}

async function insertLabels(tx: WriteTx, row: TaskRow): Promise<void> {
  if (row.labels.length === 0) return;
  await tx.insert(taskLabels).values(row.labels.map((label) => ({ taskId: row.id, label })));
}

/** The team must exist, and everybody newly named must be an active person. */
export async function requireTeamAndPeople(
  tx: WriteTx,
  named: { teamId?: string | undefined; personIds: string[] },
): Promise<void> {
  if (named.teamId !== undefined) {
    const [team] = await tx.lock(
      tx.select({ id: teams.id }).from(teams).where(eq(teams.id, named.teamId)),
    );
    if (team === undefined) throw notFound('team');
  }
  const ids = [...new Set(named.personIds)];
  if (ids.length === 0) return;
  const found = await tx
    .select({ id: people.id, status: people.status })
    .from(people)
    .where(inArray(people.id, ids));
  if (found.filter((person) => person.status === 'active').length < ids.length)
    throw notFound('person');
}

/** Of those a task names, whoever still works here. */
export async function stillHere(
  tx: WriteTx,
  { assigneeId, watcherIds }: TaskRow,
): Promise<Pick<TaskRow, 'assigneeId' | 'watcherIds'>> {
  const named = [...(assigneeId === null ? [] : [assigneeId]), ...watcherIds];
  if (named.length === 0) return { assigneeId, watcherIds };
  const active = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, named), eq(people.status, 'active')));
  const ids = new Set(active.map((person) => person.id));
  return {
    assigneeId: assigneeId !== null && ids.has(assigneeId) ? assigneeId : null,
    watcherIds: watcherIds.filter((id) => ids.has(id)),
  };
}
