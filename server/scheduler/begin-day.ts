// A day of the office begins when it does in Seoul: one event, whichever process comes first, late if none was running.
import { eq, sql } from 'drizzle-orm';
import type { Db } from '#db/database.ts';
import { meta } from '#db/schema/meta.ts';
import type { Deps } from '../deps.ts';
import { topics } from '../live/audience.ts';
import { endOfSeoulDay, seoulDay } from '../seoul.schema.ts';

/** Says when the next day begins. */
export async function beginDay({ db, clock }: Deps): Promise<Date> {
  const day = seoulDay(clock.now());
  if (!(await hasBegun(db, day))) await begin(db, day);
  return endOfSeoulDay(day);
}

function hasBegun(db: Db, day: string): Promise<boolean> {
  return db.read(async (tx) => {
    const question = tx.prepared('scheduler.day', (q) =>
      q
        .select({ key: meta.key })
        .from(meta)
        .where(eq(meta.key, sql.placeholder('key'))),
    );
    return (await question.execute({ key: keyOf(day) })).length > 0;
  });
}

async function begin(db: Db, day: string): Promise<void> {
  await db.write({ actorId: null }, async (tx) => {
    const begun = await tx
      .insert(meta)
      .values({ key: keyOf(day), value: tx.now.toISOString() })
      .onConflictDoNothing()
      .returning({ key: meta.key });
    if (begun.length === 0) return;
    tx.emit({
      feature: 'day',
      kind: 'day.began',
      id: day,
      version: 1,
      audience: [topics.staff],
      data: { day },
    });
    tx.audit('day.begin', { kind: 'day', id: day });
  });
}

function keyOf(day: string): string {
  return `day:${day}`;
}
