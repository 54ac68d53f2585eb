// Emptying the trash: what lay there for so many days is gone for good, with all that hung on it. Its files are no
// longer needed by anything then, and their bytes go with the next round of the file collector.
import { and, asc, inArray, isNotNull, lte } from 'drizzle-orm';
import type { WriteTx } from '#db/database.ts';
import { taskComments, tasks } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import { removeFilesOf } from '../files/files.claim.ts';
import { emitTaskRemoved } from './tasks.events.ts';
import { TRASH_DAYS } from './tasks.trash.schema.ts';

const KEPT_MS = TRASH_DAYS * 86_400_000;
const AT_ONCE = 20;

/** Says when the next one is to go. */
export async function emptyTrash(deps: Deps): Promise<Date | null> {
  for (;;) {
    const until = new Date(deps.clock.now().getTime() - KEPT_MS);
    const oldest = await oldestRemoved(deps);
    if (oldest === null || oldest > until)
      return oldest === null ? null : new Date(oldest.getTime() + KEPT_MS);
    await deps.db.write({ actorId: null }, (tx) => purge(tx, until));
  }
}

function oldestRemoved({ db }: Deps): Promise<Date | null> {
  return db.read(async (tx) => {
    const question = tx.prepared('tasks.oldest_removed', (q) =>
      q
        .select({ removedAt: tasks.removedAt })
        .from(tasks)
        .where(isNotNull(tasks.removedAt))
        .orderBy(asc(tasks.removedAt))
        .limit(1),
    );
    const [oldest] = await question.execute();
    return oldest?.removedAt ?? null;
  });
}

/** Another process may have been here first; a task that was restored meanwhile stays. */
async function purge(tx: WriteTx, until: Date): Promise<void> {
  const gone = await tx.lock(
    tx
      .select()
      .from(tasks)
      .where(lte(tasks.removedAt, until))
      .orderBy(asc(tasks.removedAt), asc(tasks.id))
      .limit(AT_ONCE),
  );
  if (gone.length === 0) return;
  const ids = gone.map((task) => task.id);
  const comments = await tx
    .select({ id: taskComments.id })
    .from(taskComments)
    .where(inArray(taskComments.taskId, ids));
  await removeFilesOf(tx, { kind: 'task', ids });
  await removeFilesOf(tx, { kind: 'comment', ids: comments.map((comment) => comment.id) });
  await tx.delete(tasks).where(and(inArray(tasks.id, ids), lte(tasks.removedAt, until)));
  for (const task of gone)
    emitTaskRemoved(tx, { ...task, version: task.version + 1 }, 'task.purged');
  tx.audit('task.purge', { kind: 'tasks', id: 'trash' }, { ids });
}
