// How many bytes of payload the log holds: added up once, a thousand events at a time, and kept up from there, because
// adding up 128 MB at once would stop everything else for a while.
import { setImmediate as otherWork } from 'node:timers/promises';

import { sql } from 'drizzle-orm';

import type { Db, ReadTx } from './database.ts';

type Summed = { after: number; upTo: number; bytes: number };
type Step = { upTo: number | null; bytes: number };

export type LogBytes = { bytes: number; forget(upTo: number, bytes: number): void };

const STEP_ROWS = 1000;
const sums = new WeakMap<Db, Summed>();

export async function logBytes(db: Db): Promise<LogBytes> {
  const first = await db.read(firstSeq);
  const known = sums.get(db);
  const isContinued = known !== undefined && first !== null && known.after === first - 1;
  const summed = isContinued ? known : { after: (first ?? 1) - 1, upTo: 0, bytes: 0 };
  sums.set(db, summed);
  for (;;) {
    const { upTo, bytes } = await db.read((tx) => nextStep(tx, summed.upTo));
    if (upTo === null) return forgettable(summed);
    summed.upTo = upTo;
    summed.bytes += bytes;
    await otherWork();
  }
}

function forgettable(summed: Summed): LogBytes {
  return {
    get bytes() {
      return summed.bytes;
    },
    forget(upTo, bytes) {
      summed.after = upTo;
      summed.bytes -= bytes;
    },
  };
}

async function firstSeq(tx: ReadTx): Promise<number | null> {
  const rows = await tx.rows<{ first: number | null }>(sql`select min(seq) as first from events`);
  return rows[0]?.first ?? null;
}

async function nextStep(tx: ReadTx, after: number): Promise<Step> {
  const rows = await tx.rows<{ last: number | null; bytes: number }>(sql`
    select max(seq) as last, coalesce(sum(octet_length(payload)), 0) as bytes
    from (select seq, payload from events where seq > ${after} order by seq limit ${STEP_ROWS}) as step`);
  return { upTo: rows[0]?.last ?? null, bytes: rows[0]?.bytes ?? 0 };
}
