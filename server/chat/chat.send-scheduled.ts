// The moment of a message that was written for later. Exactly once, however many processes look at the clock: the row is
// taken and the message posted in one write, and whoever comes second finds none. It is sent with its author's rights of
// then; what may not be sent stays with the reason.
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Db, WriteTx } from '#db/database.ts';
import { scheduledMessages } from '#db/schema/chat.ts';
import { people } from '#db/schema/people.ts';
import type { Deps } from '../deps.ts';
import { roomAbilities } from './chat.policy.ts';
import { keepAllRead } from './chat.read-mark.ts';
import { dropScheduled, type ScheduledRow, tellScheduled } from './chat.schedule.ts';
import type { ScheduleFailure } from './chat.schedule.schema.ts';
import { findMessage, membersAmong, putInRoom } from './chat.send.ts';
import { findMember, findPreview, lockRoom, type Mine } from './chat.visible.ts';

type Next = Pick<ScheduledRow, 'id' | 'roomId' | 'sendAt'>;

/** Sends what is due, one after the other, and says when the next one is. */
export async function sendScheduled({ db, clock }: Deps): Promise<Date | null> {
  for (;;) {
    const next = await nextScheduled(db);
    if (next === null || next.sendAt > clock.now()) return next?.sendAt ?? null;
    // Nobody's act: its author may be asleep, and has read nothing by it.
    await db.write({ actorId: null }, (tx) => sendOne(tx, next));
  }
}

function nextScheduled(db: Db): Promise<Next | null> {
  return db.read(async (tx) => {
    const question = tx.prepared('chat.next_scheduled', (q) =>
      q
        .select({
          id: scheduledMessages.id,
          roomId: scheduledMessages.roomId,
          sendAt: scheduledMessages.sendAt,
        })
        .from(scheduledMessages)
        .where(isNull(scheduledMessages.failure))
        .orderBy(asc(scheduledMessages.sendAt), asc(scheduledMessages.id))
        .limit(1),
    );
    return (await question.execute({}))[0] ?? null;
  });
}

async function sendOne(tx: WriteTx, next: Next): Promise<void> {
  const room = await lockRoom(tx, next.roomId);
  const isWaiting = and(eq(scheduledMessages.id, next.id), isNull(scheduledMessages.failure));
  const [row] = await tx.lock(tx.select().from(scheduledMessages).where(isWaiting));
  if (row === undefined || row.sendAt > tx.now) return;
  const me = await findMember(tx, { id: row.authorId }, room.id);
  const mine = me === undefined ? undefined : { room, me };
  const quote = await quoteOf(tx, row, mine);
  const failure = await failureOf(tx, row, { mine, isQuoteGone: quote === undefined });
  if (failure !== null || mine === undefined || quote === undefined) {
    await keepWith(tx, row, failure ?? 'room_not_found');
    return;
  }
  await dropScheduled(tx, row);
  const { id, body, mentionsAll } = row;
  const message = await putInRoom(tx, mine, {
    id,
    body,
    replyTo: quote,
    mentionIds: await membersAmong(tx, room.id, row.mentionIds),
    mentionsAll,
    files: [],
    forwardedFromId: null,
  });
  await keepAllRead(tx, mine, message.no);
}

/** Null when it quotes nothing; undefined when what it quotes is not there for its author. */
async function quoteOf(tx: WriteTx, row: ScheduledRow, mine: Mine | undefined) {
  if (row.replyToId === null) return null;
  const quote = await findPreview(tx, row.replyToId, row.roomId);
  return quote === null || quote.no < (mine?.me.seesFromNo ?? 0) ? undefined : quote;
}

async function failureOf(
  tx: WriteTx,
  row: ScheduledRow,
  { mine, isQuoteGone }: { mine: Mine | undefined; isQuoteGone: boolean },
): Promise<ScheduleFailure | null> {
  if (mine === undefined)
    return (await isActive(tx, row.authorId)) ? 'room_not_found' : 'author_inactive';
  const { room, me } = mine;
  if (!roomAbilities(me, room).send) return 'room_archived';
  if ((await findMessage(tx, row.id)) !== undefined) return 'id_in_use';
  return isQuoteGone ? 'message_not_found' : null;
}

async function isActive(tx: WriteTx, id: string): Promise<boolean> {
  const [person] = await tx.select({ status: people.status }).from(people).where(eq(people.id, id));
  return person?.status === 'active';
}

async function keepWith(tx: WriteTx, row: ScheduledRow, failure: ScheduleFailure): Promise<void> {
  const version = row.version + 1;
  await tx
    .update(scheduledMessages)
    .set({ failure, version: sql`${version}` })
    .where(eq(scheduledMessages.id, row.id));
  tellScheduled(tx, { ...row, failure, version });
  tx.audit('scheduled.fail', { kind: 'scheduled', id: row.id }, { failure });
}
