// The numbers of one person, cached until an event can have changed them. A fixed number of statements, each from an
// index: they cost the same in an office with a history as in a new one.
import { and, between, count, eq, inArray, isNull, lte, ne, type SQL, sql } from 'drizzle-orm';
import type { Position, ReadTx } from '#db/database.ts';
import { roomMembers } from '#db/schema/chat.ts';
import { notifications } from '#db/schema/notifications.ts';
import { people } from '#db/schema/people.ts';
import { promotions } from '#db/schema/promotions.ts';
import { tasks } from '#db/schema/tasks.ts';
import { unreadByRoom } from '../chat/chat.unread.ts';
import type { Deps } from '../deps.ts';
import type { Cache } from '../live/caches.ts';
import { countDueReminders } from '../reminders/reminders.banner.ts';
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
  const { value, asOf } = await cacheOf(deps).get(userId, cursor, (tx) =>
    counted(tx, userId, deps.clock.now()),
  );
  return { ...value, asOf };
}

async function counted(tx: ReadTx, userId: string, now: Date): Promise<NavCounts> {
  const today = seoulDay(now);
  const [mine = NOTHING] = await personal(tx).execute({
    userId,
    today,
    tomorrow: addDays(today, 1),
  });
  const reminders = await countDueReminders(tx, userId, now);
  const rooms = await unreadByRoom(tx, userId);
  const muted = new Set((await mutedRooms(tx).execute({ userId })).map((room) => room.id));
  const chat = Object.entries(rooms).reduce(
    (sum, [roomId, unread]) => (muted.has(roomId) ? sum : sum + unread),
    0,
  );
  return { ...mine, reminders, chat, rooms };
}

const NOTHING = { tasks: 0, promotions: 0, notifications: 0 };

function mutedRooms(tx: ReadTx) {
  return tx.prepared('nav.muted', (q) =>
    q
      .select({ id: roomMembers.roomId })
      .from(roomMembers)
      .where(and(eq(roomMembers.userId, at('userId')), eq(roomMembers.isMuted, true))),
  );
}

/** One row of three counts: of a person, so that there is one even when there is nothing to count. */
function personal(tx: ReadTx) {
  return tx.prepared('nav.counts', (q) => {
    const [userId, today, tomorrow] = [at('userId'), at('today'), at('tomorrow')];
    const openTasks = q
      .select({ count: count() })
      .from(tasks)
      .where(
        and(
          eq(tasks.assigneeId, userId),
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
    const unread = q
      .select({ count: count() })
      .from(notifications)
      .where(and(eq(notifications.userId, userId), isNull(notifications.readAt)));
    return q
      .select({
        tasks: sumOf(openTasks).as('tasks'),
        promotions: sumOf(startingToday, endingSoon).as('promotions'),
        notifications: sumOf(unread).as('notifications'),
      })
      .from(people)
      .where(eq(people.id, userId));
  });
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
