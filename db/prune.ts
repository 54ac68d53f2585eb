// Forgets the oldest events, in small steps between everybody's writes. A client whose place is gone asks for all anew.
import { setImmediate as otherWork } from 'node:timers/promises';

import { asc, lte, sql } from 'drizzle-orm';

import type { Db, ReadTx } from './database.ts';
import { logBytes } from './log-bytes.ts';
import { events } from './schema/events.ts';
import { writeUnaudited } from './unaudited.ts';

/** Whichever comes first. Sizes are those of the payloads. */
export type Retention = { olderThan: Date; keepRows: number; keepBytes: number };

type OldEvent = { seq: number; at: Date; sizeBytes: number };

const STEP_ROWS = 1000;

/** How many events were forgotten. The last one always stays: PostgreSQL counts on from it. */
export async function pruneEvents(db: Db, retention: Retention): Promise<number> {
  const total = await logBytes(db);
  let forgotten = 0;
  for (;;) {
    const oldest = await db.read(oldestEvents);
    const toForget = prefixToForget(oldest, retention, total.bytes);
    const last = toForget.at(-1);
    if (!last) return forgotten;
    await writeUnaudited(db, async (tx) => {
      await tx.delete(events).where(lte(events.seq, last.seq));
    });
    total.forget(last.seq, sizeOf(toForget));
    forgotten += toForget.length;
    await otherWork();
  }
}

async function oldestEvents(tx: ReadTx): Promise<{ head: number; rows: OldEvent[] }> {
  const rows = await tx
    .select({
      seq: events.seq,
      at: events.at,
      sizeBytes: sql<number>`coalesce(octet_length(${events.payload}), 0)`,
    })
    .from(events)
    .orderBy(asc(events.seq))
    .limit(STEP_ROWS);
  return { head: tx.seq, rows };
}

function prefixToForget(
  { head, rows }: { head: number; rows: OldEvent[] },
  { olderThan, keepRows, keepBytes }: Retention,
  totalBytes: number,
): OldEvent[] {
  let bytesLeft = totalBytes;
  const kept = rows.findIndex(({ seq, at, sizeBytes }) => {
    const isTooMuch = at < olderThan || seq <= head - keepRows || bytesLeft > keepBytes;
    bytesLeft -= sizeBytes;
    return !isTooMuch || seq === head;
  });
  return kept === -1 ? rows : rows.slice(0, kept);
}

function sizeOf(rows: OldEvent[]): number {
  return rows.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
