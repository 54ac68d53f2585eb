// The numbers of one person, cached until an event can have changed them. A fixed number of statements, each from an
// index: they cost the same in an office with a history as in a new one.
import { and, between, count, eq, inArray, isNull, lte, ne, type SQL, sql } from 'drizzle-orm';
import type { Position, ReadTx } from '#db/database.ts';
import { listOf } from '#db/placeholder-list.ts';
import { notifications } from '#db/schema/notifications.ts';
import { people } from '#db/schema/people.ts';
import { promotions } from '#db/schema/promotions.ts';
import { tasks } from '#db/schema/tasks.ts';
import { unreadRooms } from '../chat/chat.unread.ts';
import type { Deps } from '../deps.ts';
import type { Cache } from '../live/caches.ts';
import { dueRemindersOfPerson } from '../reminders/reminders.banner.ts';
import { addDays, seoulDay } from '../seoul.schema.ts';
import { affectedPeople } from './nav.affects.ts';
import type { NavCounts } from './nav.schema.ts';

type Counted = NavCounts & { asOf: Position };

/** Never older than `cursor`, what the caller has seen. */
export async function navCounts(
  deps: Deps,
  userId: string,
  cursor: string | null = null,
): Promise<Counted> {
  const { value, asOf } = await cacheOf(deps).get(
    userId,
    cursor,
    async (tx) => (await counted(tx, [userId], deps.clock.now())).get(userId) ?? nothing(),
  );
  return { ...value, asOf };
}

/** Everybody's at once, with as many statements as for one. */
export async function navCountsOf(
  deps: Deps,
  userIds: readonly string[],
): Promise<Map<string, Counted>> {
  const found = await cacheOf(deps).getMany(userIds, (tx, missing) =>
    counted(tx, missing, deps.clock.now()),
  );
  return new Map([...found].map(([userId, { value, asOf }]) => [userId, { ...value, asOf }]));
}

async function counted(
  tx: ReadTx,
  userIds: readonly string[],
  now: Date,
): Promise<Map<string, NavCounts>> {
  const counts = new Map(userIds.map((userId) => [userId, nothing()]));
  for (const { userId, ...numbers } of await personal(tx, userIds, now))
    Object.assign(counts.get(userId) ?? {}, numbers);
  for (const { userId, roomId, isMuted, unread } of await unreadRooms(tx, userIds)) {
    const mine = counts.get(userId);
    if (mine === undefined) continue;
    mine.rooms[roomId] = unread;
    if (!isMuted) mine.chat += unread;
  }
  return counts;
}

function nothing(): NavCounts {
  return {
    tasks: 0,
    reminders: 0,
    promotions: 0,
    notifications: 0,
    otherNotices: 0,
    chat: 0,
    rooms: {},
  };
}

/** A row of counts for each person, also when there is nothing to count. */
function personal(tx: ReadTx, userIds: readonly string[], now: Date) {
  const { size, values, placeholders } = listOf(userIds);
  const question = tx.prepared(`nav.counts:${size}`, (q) => {
    const [today, tomorrow] = [at('today'), at('tomorrow')];
    const openTasks = q
      .select({ count: count() })
      .from(tasks)
      .where(
        and(
          eq(tasks.assigneeId, people.id),
          isNull(tasks.removedAt),
          inArray(tasks.status, ['todo', 'doing']),
          lte(tasks.dueOn, today),
        ),
      );
    const isOn = and(isNull(promotions.removedAt), isNull(promotions.stoppedAt));
    const startingToday = q
      .select({ count: count() })
      .from(promotions)
      .where(and(isOn, eq(promotions.startsKey, today)));
    const endingSoon = q
      .select({ count: count() })
      .from(promotions)
      .where(
        and(isOn, between(promotions.endsKey, today, tomorrow), ne(promotions.startsKey, today)),
      );
    const isUnread = and(
      eq(notifications.userId, people.id),
      isNull(notifications.readAt),
      isNull(notifications.snoozedUntil),
    );
    const unread = q.select({ count: count() }).from(notifications).where(isUnread);
    const unreadOfOthers = q
      .select({ count: count() })
      .from(notifications)
      .where(and(isUnread, ne(notifications.subjectKind, sql`${'room'}`)));
    return q
      .select({
        userId: people.id,
        tasks: sumOf(openTasks).as('tasks'),
        reminders: sumOf(dueRemindersOfPerson(q)).as('reminders'),
        promotions: sumOf(startingToday, endingSoon).as('promotions'),
        notifications: sumOf(unread).as('notifications'),
        otherNotices: sumOf(unreadOfOthers).as('other_notices'),
      })
      .from(people)
      .where(inArray(people.id, placeholders));
  });
  const today = seoulDay(now);
  return question.execute({ ...values, now, today, tomorrow: addDays(today, 1) });
}

function at(name: string): SQL {
  return sql`${sql.placeholder(name)}`;
}

/** Of counts, each with its own index. */
function sumOf(...counts: { getSQL(): SQL }[]): SQL<number> {
  const parts = counts.map((query) => sql`(${query.getSQL()})`);
  return sql`${sql.join(parts, sql` + `)}`.mapWith(Number);
}

const cacheOfProcess = new WeakMap<Deps['caches'], Cache<NavCounts>>();

function cacheOf({ caches, hub }: Deps): Cache<NavCounts> {
  const known = cacheOfProcess.get(caches);
  if (known !== undefined) return known;
  const made = caches.create<NavCounts>('nav.counts', {
    max: 5_000,
    affects: (event) => affectedPeople(event, hub),
  });
  cacheOfProcess.set(caches, made);
  return made;
}
