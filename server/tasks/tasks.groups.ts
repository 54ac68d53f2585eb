// How many tasks stand in each group of a list. One statement, prepared once per kind of question.
import { count, type SQL, sql } from 'drizzle-orm';
import type { Position, ReadTx } from '#db/database.ts';
import { tasks } from '#db/schema/tasks.ts';
import type { Deps } from '../deps.ts';
import { seoulDay } from '../seoul.schema.ts';
import type { Viewer } from '../viewer.ts';
import { asked, filterShape, filterValues } from './tasks.filter.ts';
import {
  endOfWeek,
  type GroupTasksInput,
  inOrderOfKeys,
  type TaskGrouping,
  type TaskGroups,
} from './tasks.groups.schema.ts';

export function groupTasks(
  deps: Deps,
  viewer: Viewer,
  { by, ...filter }: GroupTasksInput,
): Promise<TaskGroups & { asOf: Position }> {
  return deps.db.read(async (tx) => {
    const now = deps.clock.now();
    const day = seoulDay(now);
    const rows = await questionOf(tx, viewer, { by, filter }).execute({
      ...filterValues(filter, { viewer, now }),
      day,
      weekEnd: endOfWeek(day),
    });
    return { day, items: inOrderOfKeys(rows), asOf: tx.asOf };
  });
}

type Question = { by: TaskGrouping; filter: Omit<GroupTasksInput, 'by'> };

function questionOf(tx: ReadTx, viewer: Viewer, { by, filter }: Question) {
  return tx.prepared(`tasks.groups:${by}:${filterShape(viewer, filter)}`, (q) =>
    q
      .select({ key: keyOf(by).as('key'), count: count() })
      .from(tasks)
      .where(asked(q, viewer, filter))
      .groupBy(sql`1`),
  );
}

function keyOf(by: TaskGrouping): SQL<string | null> {
  switch (by) {
    case 'status':
      return sql`${tasks.status}`;
    case 'assignee':
      return sql`${tasks.assigneeId}`;
    case 'team':
      return sql`${tasks.teamId}`;
    case 'due': {
      const day = sql.placeholder('day');
      return sql`case when ${tasks.dueOn} is null then 'none'
        when ${tasks.dueOn} < ${day} and ${tasks.status} = 'done' then 'past'
        when ${tasks.dueOn} < ${day} then 'late'
        when ${tasks.dueOn} = ${day} then 'today'
        when ${tasks.dueOn} <= ${sql.placeholder('weekEnd')} then 'week' else 'later' end`;
    }
  }
}
