// Reading the log of changes. Rows come in commit order and without gaps; a reader that knows its last seq misses nothing.
import { asc, gt, sql } from 'drizzle-orm';
import superjson from 'superjson';
import type { Db, ReadTx } from '#db/database.ts';
import { events } from '#db/schema/events.ts';
import type { Feature } from './live.schema.ts';

/** A change as every process of Haru sees it, once, in order. `data` null = gone for everybody. */
export type LoggedEvent = {
  seq: number;
  feature: Feature;
  kind: string;
  id: string;
  version: number;
  audience: string[];
  data: unknown;
  mutationId: string | null;
  actorId: string | null;
  at: Date;
};

/** The oldest and newest seq of the log; an empty log has `first = head + 1`. */
export type LogRange = { first: number; head: number };

const PAGE_ROWS = 500;

/** Changes after `seq`, oldest first, a page of them. */
export function readLog(db: Db, seq: number, limit = PAGE_ROWS): Promise<LoggedEvent[]> {
  return db.read(async (tx) => {
    const page = tx.prepared('live.log', (q) =>
      q
        .select()
        .from(events)
        .where(gt(events.seq, sql.placeholder('seq')))
        .orderBy(asc(events.seq))
        .limit(sql.placeholder('limit')),
    );
    return (await page.execute({ seq, limit })).map(toLoggedEvent);
  });
}

export function readRange(db: Db): Promise<LogRange> {
  return db.read(async (tx) => ({ first: await firstSeq(tx), head: tx.seq }));
}

async function firstSeq(tx: ReadTx): Promise<number> {
  const oldest = tx.prepared('live.first', (q) =>
    q.select({ seq: events.seq }).from(events).orderBy(asc(events.seq)).limit(1),
  );
  const [row] = await oldest.execute({});
  return row?.seq ?? tx.seq + 1;
}

function toLoggedEvent(row: typeof events.$inferSelect): LoggedEvent {
  return {
    seq: row.seq,
    feature: row.feature as Feature,
    kind: row.kind,
    id: row.entityId,
    version: row.version,
    audience: row.audience,
    data: row.payload === null ? null : superjson.parse(row.payload),
    mutationId: row.mutationId,
    actorId: row.actorId,
    at: row.at,
  };
}
