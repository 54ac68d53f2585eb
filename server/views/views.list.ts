import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { savedViews } from '#db/schema/views.ts';
import type { Deps } from '../deps.ts';
import type { Viewer } from '../viewer.ts';
import { viewColumns } from './views.row.ts';
import type { ListViewsInput, ViewItem } from './views.schema.ts';

/** All that the viewer sees of one screen, by name: their own are few, and so are those shared by all. */
export function listViews(
  deps: Deps,
  viewer: Viewer,
  { screen }: ListViewsInput,
): Promise<{ items: ViewItem[]; asOf: Position }> {
  return deps.db.read(async (tx) => {
    const isOfScreen = eq(savedViews.screen, sql.placeholder('screen'));
    const question = tx.prepared('views.list', (q) =>
      q
        .select(viewColumns)
        .from(savedViews)
        .where(
          and(
            or(
              and(eq(savedViews.ownerId, sql.placeholder('viewerId')), isOfScreen),
              and(isOfScreen, eq(savedViews.isShared, true)),
            ),
            isNull(savedViews.removedAt),
          ),
        )
        .orderBy(asc(savedViews.name), asc(savedViews.id)),
    );
    const items: ViewItem[] = await question.execute({ screen, viewerId: viewer.id });
    return { items, asOf: tx.asOf };
  });
}
