// Moving a card: one small change of column and rank. Two people moving at once both end where they put it.
import type { Position, WriteTx } from '#db/database.ts';
import type { Deps } from '../deps.ts';
import { conflict, forbidden } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { type Changed, changeTask, unchanged } from './tasks.apply.ts';
import { changesOf, conflictsOf, type FieldChange } from './tasks.change.ts';
import { taskAbilities } from './tasks.policy.ts';
import { rankAgain, rankBeside } from './tasks.ranks.ts';
import { type TaskRow, toTaskItem } from './tasks.row.ts';
import type { MoveTaskInput } from './tasks.schema.ts';
import { requireTeamAndPeople } from './tasks.store.ts';
import { lockVisibleTask } from './tasks.visible.ts';

/** Whoever put it there last, wins: there is no version to compare, unless a move is undone. */
export async function moveTask(
  deps: Deps,
  viewer: Viewer,
  input: MoveTaskInput,
): Promise<Changed & { asOf: Position }> {
  const act = { viewer, mutationId: input.mutationId };
  const { value, asOf } = await writeAs(deps, act, async (tx, viewer) => {
    const before = await lockVisibleTask(tx, viewer, input.id);
    if (!taskAbilities(viewer, before).edit) throw forbidden('task_not_yours');
    const { status, assigneeId } = input;
    const changes = changesOf(before, [], { status, assigneeId });
    const isNewPerson = assigneeId && assigneeId !== before.assigneeId;
    await requireTeamAndPeople(tx, { personIds: isNewPerson ? [assigneeId] : [] });
    const rank = await rankOf(tx, viewer, { input, before, changes });
    if (changes.length === 0 && rank === before.rank) return unchanged(before);
    tx.audit('task.move', { kind: 'task', id: before.id }, { changes, rank });
    return await changeTask(tx, { before, changes, rank, actorId: viewer.id });
  });
  return { ...value, asOf };
}

type Moving = { input: MoveTaskInput; before: TaskRow; changes: FieldChange[] };

async function rankOf(
  tx: WriteTx,
  viewer: Viewer,
  { input, before, changes }: Moving,
): Promise<string> {
  const { id, back } = input;
  if (back === undefined) return await rankBeside(tx, viewer, input);
  const isMovedSince = (before.fieldVersions['rank'] ?? 0) > back.version;
  if (isMovedSince || conflictsOf(before, changes, back.version).length > 0)
    throw conflict('moved_since', toTaskItem(before));
  return await rankAgain(tx, { id, rank: back.rank });
}
