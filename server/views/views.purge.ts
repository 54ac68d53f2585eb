// Removed views that nobody took back in time go for good. Nobody sees them any more, so nobody is told.
import { and, asc, inArray, isNotNull, lte } from 'drizzle-orm';
import type { WriteTx } from '#db/database.ts';
import { savedViews } from '#db/schema/views.ts';
import type { Deps } from '../deps.ts';
import { REMOVED_VIEW_KEPT_MS } from './views.schema.ts';

const AT_ONCE = 200;

/** Says when the next one is to go. */
export async function purgeViews(deps: Deps): Promise<Date | null> {
  for (;;) {
    const until = new Date(deps.clock.now().getTime() - REMOVED_VIEW_KEPT_MS);
    const oldest = await oldestRemoved(deps);
    if (oldest === null) return null;
    if (oldest > until) return new Date(oldest.getTime() + REMOVED_VIEW_KEPT_MS);
    await deps.db.write({ actorId: null }, (tx) => purge(tx, until));
  }
}

function oldestRemoved({ db }: Deps): Promise<Date | null> {
  return db.read(async (tx) => {
    const question = tx.prepared('views.oldest_removed', (q) =>
      q
        .select({ removedAt: savedViews.removedAt })
        .from(savedViews)
        .where(isNotNull(savedViews.removedAt))
        .orderBy(asc(savedViews.removedAt))
        .limit(1),
    );
    const [oldest] = await question.execute();
    return oldest?.removedAt ?? null;
  });
}

/** Another process may have been here first; a view that was restored meanwhile stays. */
async function purge(tx: WriteTx, until: Date): Promise<void> {
  const gone = await tx.lock(
    tx
      .select({ id: savedViews.id })
      .from(savedViews)
      .where(lte(savedViews.removedAt, until))
      .orderBy(asc(savedViews.removedAt), asc(savedViews.id))
      .limit(AT_ONCE),
  );
  if (gone.length === 0) return;
  const ids = gone.map(({ id }) => id);
  await tx
    .delete(savedViews)
    .where(and(inArray(savedViews.id, ids), lte(savedViews.removedAt, until)));
  tx.audit('view.purge', { kind: 'views', id: 'removed' }, { ids });
}
