// What is due for somebody now: on every page they have open. Cached per person; events say when it changes, also the
// end of a snooze, which the scheduler makes an event.
import { and, asc, count, eq, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Position, Tx } from '#db/database.ts';
import { people } from '#db/schema/people.ts';
import { reminderPeople, reminders } from '#db/schema/reminders.ts';
import { PAGE_MAX } from '../atoms.schema.ts';
import type { Deps } from '../deps.ts';
import type { Cache, Caches } from '../live/caches.ts';
import type { LoggedEvent } from '../live/log.ts';
import type { Viewer } from '../viewer.ts';
import { peopleOf } from './reminders.people.ts';
import { toReminderItem } from './reminders.row.ts';
import type { ReminderItem } from './reminders.schema.ts';

export type ReminderBanner = { items: ReminderItem[]; nextCursor: null; asOf: Position };

/** The longest due first, at most PAGE_MAX. Never older than `cursor`, what the caller has seen. */
export async function reminderBanner(
  deps: Deps,
  viewer: Viewer,
  cursor: string | null,
): Promise<ReminderBanner> {
  const { value, asOf } = await cacheOf(deps.caches).get(viewer.id, cursor, (tx) =>
    dueFor(tx, viewer.id, deps.clock.now()),
  );
  return { items: value, nextCursor: null, asOf };
}

/** How many are due and not snoozed, as part of a query for `people`. */
export function dueRemindersOfPerson(q: Pick<Tx, 'select'>) {
  return q
    .select({ count: count() })
    .from(reminderPeople)
    .innerJoin(reminders, eq(reminders.id, reminderPeople.reminderId))
    .where(and(eq(reminderPeople.userId, people.id), isDueForPerson()));
}

async function dueFor(tx: Tx, userId: string, now: Date): Promise<ReminderItem[]> {
  const question = tx.prepared('reminders.banner', (q) =>
    q
      .select({ reminder: reminders })
      .from(reminderPeople)
      .innerJoin(reminders, eq(reminders.id, reminderPeople.reminderId))
      .innerJoin(people, eq(people.id, reminderPeople.userId))
      .where(and(eq(reminderPeople.userId, sql.placeholder('userId')), isDueForPerson()))
      .orderBy(asc(reminders.dueAt), asc(reminders.id))
      .limit(PAGE_MAX),
  );
  const rows = (await question.execute({ userId, now })).map((row) => row.reminder);
  const taken = await peopleOf(
    tx,
    rows.map((row) => row.id),
    null,
  );
  return rows.map((row) => toReminderItem(row, taken, userId));
}

/** The team is read with the rest: a caller's own idea of it may be a moment old. */
function isDueForPerson(): SQL | undefined {
  const now = sql`${sql.param(sql.placeholder('now'), reminders.dueAt)}`;
  return and(
    eq(reminders.state, 'due'),
    isNull(reminders.removedAt),
    or(isNull(reminderPeople.snoozedUntil), lte(reminderPeople.snoozedUntil, now)),
    or(eq(reminderPeople.viaTeam, false), eq(reminders.forTeamId, people.teamId)),
  );
}

const cacheOfProcess = new WeakMap<Caches, Cache<ReminderItem[]>>();

function cacheOf(caches: Caches): Cache<ReminderItem[]> {
  const known = cacheOfProcess.get(caches);
  if (known !== undefined) return known;
  const made = caches.create<ReminderItem[]>('reminders.banner', { max: 2_000, affects });
  cacheOfProcess.set(caches, made);
  return made;
}

/** Of a team's reminder everybody's banner: who was in the team when it fell due may have left since. */
function affects(event: LoggedEvent): string[] | 'all' | null {
  if (event.feature === 'people') return [event.id];
  if (event.feature !== 'reminders') return null;
  const users = event.audience.filter((topic) => topic.startsWith('user:'));
  return users.length < event.audience.length
    ? 'all'
    : users.map((topic) => topic.slice('user:'.length));
}
