// From the log of events to what is to be pushed. Every event is looked at by each process, and put in by one of them.
import { inArray } from 'drizzle-orm';
import { listOf } from '#db/placeholder-list.ts';
import type { Db } from '#db/database.ts';
import { type NewPush, pushedUpTo, putPushes } from '#db/push-outbox.ts';
import { pushSubscriptions } from '#db/schema/notifications.ts';
import type { Deps } from '../deps.ts';
import { type LoggedEvent, readLog } from '../live/log.ts';
import { newId } from '../new-id.ts';
import { pushOf } from './push.subject.ts';

/** Whoever is at a screen has seen it by then. */
const AFTER_MS = 3_000;
/** What is older is told by the numbers on the screen. */
const KEEP_MS = 12 * 3_600_000;
const FRESH_MS = 600_000;

/** Reads on from `from`; where the next look begins. Where nobody wants pushes, nothing is read. */
export async function gatherPushes(deps: Deps, from: number): Promise<number> {
  const { db, hub } = deps;
  const upTo = hub.published;
  if (!(await isAnybodyTold(db))) return upTo;
  let seq = from;
  while (seq < hub.published) {
    const page = await readLog(db, seq);
    const last = page.at(-1);
    if (last === undefined) return hub.published;
    seq = await gather(deps, page, { from: seq, to: last.seq });
  }
  return seq;
}

async function gather(
  deps: Deps,
  page: LoggedEvent[],
  { from, to }: { from: number; to: number },
): Promise<number> {
  const pushes = await pushesOf(deps, page);
  if (pushes.length === 0) return to;
  const known = await pushedUpTo(deps.db);
  // Another process was quicker with these events.
  if (known !== null && known > from) return known;
  const isPut = await putPushes(deps.db, { from: known, to, pushes });
  return isPut ? to : from;
}

async function pushesOf({ db, hub, clock }: Deps, page: LoggedEvent[]): Promise<NewPush[]> {
  const oldest = clock.now().getTime() - FRESH_MS;
  const wanted = page.flatMap((event) => {
    const push = event.at.getTime() < oldest ? null : pushOf(event, hub);
    return push === null || push.userIds.length === 0 ? [] : [{ ...push, at: event.at }];
  });
  if (wanted.length === 0) return [];
  const browsers = await browsersOf(db, [...new Set(wanted.flatMap(({ userIds }) => userIds))]);
  return wanted.flatMap(({ subject, userIds, at }) =>
    browsers
      .filter(({ userId, createdAt }) => userIds.includes(userId) && createdAt <= at)
      .map(({ id }) => ({
        id: newId(),
        subscriptionId: id,
        payload: JSON.stringify(subject),
        attempts: 0,
        sendAt: new Date(at.getTime() + AFTER_MS),
        expiresAt: new Date(at.getTime() + KEEP_MS),
      })),
  );
}

function isAnybodyTold(db: Db): Promise<boolean> {
  return db.read(async (tx) => {
    const question = tx.prepared('push.anybody', (q) =>
      q.select({ id: pushSubscriptions.id }).from(pushSubscriptions).limit(1),
    );
    return (await question.execute({})).length > 0;
  });
}

function browsersOf(db: Db, userIds: string[]) {
  return db.read(async (tx) => {
    const { size, values, placeholders } = listOf(userIds);
    const question = tx.prepared(`push.browsers:${size}`, (q) =>
      q
        .select({
          id: pushSubscriptions.id,
          userId: pushSubscriptions.userId,
          createdAt: pushSubscriptions.createdAt,
        })
        .from(pushSubscriptions)
        .where(inArray(pushSubscriptions.userId, placeholders)),
    );
    return await question.execute(values);
  });
}
