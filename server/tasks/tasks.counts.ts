// How many tasks the lists would hold that somebody keeps by name.
import { count } from 'drizzle-orm';
import type { Position } from '#db/database.ts';
import { tasks } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import type { Viewer } from '../viewer.ts';
import type { CountTasksInput } from './tasks.counts.schema.ts';
import { asked, filterShape, filterValues } from './tasks.filter.ts';

/** In the order of the filters. */
export function countTasks(
  deps: Deps,
  viewer: Viewer,
  { filters }: CountTasksInput,
): Promise<{ counts: number[]; asOf: Position }> {
  return deps.db.read(async (tx) => {
    const now = deps.clock.now();
    const counts: number[] = [];
    for (const filter of filters) {
      const question = tx.prepared(`tasks.counts:${filterShape(viewer, filter)}`, (q) =>
        q
          .select({ count: count() })
          .from(tasks)
          .where(asked(q, viewer, filter)),
      );
      const [row] = await question.execute(filterValues(filter, { viewer, now }));
      counts.push(row?.count ?? 0);
    }
    return { counts, asOf: tx.asOf };
  });
}
