// What one act left behind: its answer, the events with their audiences, the audit rows.
import { asc, gt } from 'drizzle-orm';
import type { Db } from '#db/database.ts';
import { audit } from '#db/schema/audit.ts';
import { type LoggedEvent, readLog } from '#server/live/log.ts';

type AuditRow = typeof audit.$inferSelect;
export type Traces<T> = { answer: T; events: LoggedEvent[]; audit: AuditRow[]; labels: string[] };

/** What the calendar does by itself while the clock moves is left out. */
export async function during<T>(app: { db: Db }, act: () => Promise<T>): Promise<Traces<T>> {
  const { db } = app;
  const seq = await db.read(async (tx) => tx.seq);
  const auditSeq = (await auditAfter(db, 0)).at(-1)?.seq ?? 0;
  const answer = await act();
  const events = (await readLog(db, seq)).filter(({ feature }) => feature !== 'day');
  const rows = (await auditAfter(db, auditSeq)).filter(({ subjectKind }) => subjectKind !== 'day');
  return { answer, events, audit: rows, labels: rows.map(({ label }) => label) };
}

function auditAfter(db: Db, seq: number): Promise<AuditRow[]> {
  return db.read(async (tx) =>
    tx.select().from(audit).where(gt(audit.seq, seq)).orderBy(asc(audit.seq)),
  );
}

/** An event as most tests look at it. */
export function told({ kind, id, audience, data }: LoggedEvent) {
  return { kind, id, audience, data };
}
