// The days of a month on which something was said: for jumping to a date without stopping at empty ones.
import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import type { Position, Tx } from '#db/database.ts';
import { messages } from '#db/schema/chat.ts';
import type { Deps } from '../deps.ts';
import { addDays, startOfSeoulDay } from '../seoul.schema.ts';
import type { Viewer } from '../viewer.ts';
import type { DaysInput } from './chat.days.schema.ts';
import { getMyRoom } from './chat.visible.ts';

/** `no`: the first message of that day. */
export type TalkDay = { day: string; no: number };

/** One look into the index per day, however much was said. */
export function listDays(
  deps: Deps,
  viewer: Viewer,
  { roomId, month }: DaysInput,
): Promise<{ items: TalkDay[]; asOf: Position }> {
  return deps.db.read(async (tx) => {
    const { me } = await getMyRoom(tx, viewer, roomId);
    const seenFrom = await saidAt(tx, roomId, me.seesFromNo);
    const items: TalkDay[] = [];
    for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) {
      const no = await firstOf(tx, { roomId, day, seenFrom, seesFromNo: me.seesFromNo });
      if (no !== null) items.push({ day, no });
    }
    return { items, asOf: tx.asOf };
  });
}

/** Null when it has not been said yet: then nothing is theirs to see. */
async function saidAt(tx: Tx, roomId: string, no: number): Promise<Date | null> {
  const question = tx.prepared('chat.days.said_at', (q) =>
    q
      .select({ createdAt: messages.createdAt })
      .from(messages)
      .where(
        and(
          eq(messages.roomId, sql.placeholder('roomId')),
          eq(messages.no, sql`${sql.placeholder('no')}`),
        ),
      ),
  );
  const [row] = await question.execute({ roomId, no });
  return row?.createdAt ?? null;
}

type Day = { roomId: string; day: string; seenFrom: Date | null; seesFromNo: number };

async function firstOf(tx: Tx, { roomId, day, seenFrom, seesFromNo }: Day): Promise<number | null> {
  const to = startOfSeoulDay(addDays(day, 1));
  if (seenFrom === null || seenFrom >= to) return null;
  const from = startOfSeoulDay(day);
  const question = tx.prepared('chat.days.first', (q) =>
    q
      .select({ no: messages.no })
      .from(messages)
      .where(
        and(
          eq(messages.roomId, sql.placeholder('roomId')),
          gte(messages.createdAt, sql.placeholder('from')),
          lt(messages.createdAt, sql.placeholder('to')),
          gte(messages.no, sql`${sql.placeholder('seesFromNo')}`),
        ),
      )
      .orderBy(asc(messages.createdAt), asc(messages.no))
      .limit(1),
  );
  const begin = seenFrom > from ? seenFrom : from;
  const [row] = await question.execute({ roomId, from: begin, to, seesFromNo });
  return row?.no ?? null;
}
