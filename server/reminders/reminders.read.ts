// The list of reminders and one of them: any filter, in pages by key. Two statements, however long the page.
import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Position, ReadTx } from '#db/database.ts';
import { reminders } from '#db/schema/reminders.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import {
  decodeReminderCursor,
  encodeReminderCursor,
  reminderKey,
  statesOf,
} from './reminders.order.schema.ts';
import { peopleOf } from './reminders.people.ts';
import { toReminderItem } from './reminders.row.ts';
import type { ListRemindersInput, ReminderItem, ReminderSort } from './reminders.schema.ts';
import { getVisibleReminder, visibleReminders } from './reminders.visible.ts';

export type ReminderPage = { items: ReminderItem[]; nextCursor: string | null; asOf: Position };

export function listReminders(
  deps: Deps,
  viewer: Viewer,
  input: ListRemindersInput,
): Promise<ReminderPage> {
  const after = input.cursor === undefined ? null : decodeReminderCursor(input.cursor);
  if (after === undefined)
    throw badRequest('invalid_cursor', { cursor: ['is not a cursor of this list'] });
  return deps.db.read(async (tx) => {
    const rows = await questionOf(tx, input).execute({
      viewerId: viewer.id,
      viewerTeamId: viewer.teamId,
      from: input.from,
      to: input.to,
      ...(after === null
        ? {}
        : { afterAt: new Date(input.sort === 'due' ? after[0] : -after[0]), afterId: after[1] }),
      limit: input.limit + 1,
    });
    const page = rows.slice(0, input.limit);
    const people = await peopleOf(
      tx,
      page.map((row) => row.id),
      viewer.id,
    );
    const items = page.map((row) => toReminderItem(row, people, viewer.id));
    const last = rows.length > input.limit ? items.at(-1) : undefined;
    const nextCursor =
      last === undefined ? null : encodeReminderCursor(reminderKey(last, input.sort));
    return { items, nextCursor, asOf: tx.asOf };
  });
}

export function getReminder(
  deps: Deps,
  viewer: Viewer,
  input: { id: string },
): Promise<{ item: ReminderItem; asOf: Position }> {
  return deps.db.read(async (tx) => {
    const row = await getVisibleReminder(tx, viewer, input.id);
    const people = await peopleOf(tx, [row.id], viewer.id);
    return { item: toReminderItem(row, people, viewer.id), asOf: tx.asOf };
  });
}

const asker = {
  id: sql`${sql.placeholder('viewerId')}`,
  teamId: sql`${sql.placeholder('viewerTeamId')}`,
};

/** Which of the filters are given decides the statement; their values are its parameters. */
function questionOf(tx: ReadTx, input: ListRemindersInput) {
  const { sort, from, to, cursor } = input;
  const states = statesOf(input);
  const named: string[] = states ?? ['any'];
  const shape = [sort, ...named.toSorted(), from && 'from', to && 'to', cursor && 'after'];
  const at = sort === 'due' ? reminders.dueAt : reminders.doneAt;
  return tx.prepared(`reminders.list:${shape.join(',')}`, (q) =>
    q
      .select()
      .from(reminders)
      .where(
        and(
          isNull(reminders.removedAt),
          visibleReminders(q, asker),
          states === undefined ? undefined : inArray(reminders.state, states),
          from === undefined ? undefined : gte(reminders.dueAt, moment('from')),
          to === undefined ? undefined : lt(reminders.dueAt, moment('to')),
          sort === 'done' ? isNotNull(reminders.doneAt) : undefined,
          cursor === undefined ? undefined : afterCursor(sort),
        ),
      )
      .orderBy(sort === 'due' ? asc(at) : desc(at), asc(reminders.id))
      .limit(sql.placeholder('limit')),
  );
}

function afterCursor(sort: ReminderSort): SQL | undefined {
  const [at, beyond] = sort === 'due' ? [reminders.dueAt, gt] : [reminders.doneAt, lt];
  const id = sql.placeholder('afterId');
  return or(beyond(at, moment('afterAt')), and(eq(at, moment('afterAt')), gt(reminders.id, id)));
}

/** A moment as a parameter, stored as the columns store it. */
function moment(name: string): SQL {
  return sql`${sql.param(sql.placeholder(name), reminders.dueAt)}`;
}
