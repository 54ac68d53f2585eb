// Moving a card: one small change of column and rank. Two people moving at once both end where they put it.
import type { Position } from '#db/database.ts';
import type { Deps } from '../deps.ts';
import { forbidden } from '../errors.ts';
import { dropTaskNotices } from '../notifications/notifications.drop.ts';
import { noticeTask } from '../notifications/notifications.tasks.ts';
import type { Viewer } from '../viewer.ts';
import { writeAs } from '../write-as.ts';
import { applied, changesOf } from './tasks.change.ts';
import { emitTask } from './tasks.events.ts';
import { taskAbilities } from './tasks.policy.ts';
import { rankBeside } from './tasks.ranks.ts';
import { goOn } from './tasks.repeat.ts';
import { type TaskRow, toTaskItem } from './tasks.row.ts';
import type { MoveTaskInput, TaskItem } from './tasks.schema.ts';
import { requireTeamAndPeople, storeTask } from './tasks.store.ts';
import { lockVisibleTask } from './tasks.visible.ts';

/** Whoever put it there last, wins: there is no version to compare. */
export async function moveTask(
  deps: Deps,
  viewer: Viewer,
  input: MoveTaskInput,
): Promise<{ item: TaskItem; asOf: Position }> {
  const act = { viewer, mutationId: input.mutationId };
  const { value, asOf } = await writeAs(deps, act, async (tx, viewer) => {
    const before = await lockVisibleTask(tx, viewer, input.id);
    if (!taskAbilities(viewer, before).edit) throw forbidden('task_not_yours');
    const { status, assigneeId } = input;
    const changes = changesOf(before, [], { status, assigneeId });
    const isNewPerson = assigneeId && assigneeId !== before.assigneeId;
    await requireTeamAndPeople(tx, { personIds: isNewPerson ? [assigneeId] : [] });
    const rank = await rankBeside(tx, viewer, input);
    if (changes.length === 0 && rank === before.rank) return toTaskItem(before);
    const after: TaskRow = { ...applied(before, changes, tx.now), rank };
    await storeTask(tx, after, { changes, actorId: viewer.id });
    emitTask(tx, 'task.changed', { before, after });
    await dropTaskNotices(tx, before, after);
    await noticeTask(tx, { actorId: viewer.id, before, after });
    await goOn(tx, { before, after, changes, actorId: viewer.id });
    tx.audit('task.move', { kind: 'task', id: after.id }, { changes, rank: after.rank });
    return toTaskItem(after);
  });
  return { item: value, asOf };
}
