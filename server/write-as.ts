// A change that somebody makes. Who they are is read inside the write as well: whoever was let go, demoted or moved to
// another team while their request waited acts with the rights of now.
import { eq, sql } from 'drizzle-orm';
import type { Position, WriteTx } from '#db/database.ts';
import { people } from '#db/schema/people.ts';
import type { Deps } from './deps.ts';
import { unauthorized } from './errors.ts';
import type { Viewer } from './viewer.ts';

export type ViewersAct = { viewer: Viewer; mutationId: string | undefined };

/** Like `db.write`; `job` gets the viewer as they are now. UNAUTHORIZED when they are no longer active. */
export function writeAs<T>(
  { db }: Pick<Deps, 'db'>,
  { viewer, mutationId }: ViewersAct,
  job: (tx: WriteTx, viewer: Viewer) => Promise<T>,
): Promise<{ value: T; asOf: Position }> {
  return db.write({ actorId: viewer.id, mutationId }, async (tx) =>
    job(tx, await asTheyAreNow(tx, viewer)),
  );
}

async function asTheyAreNow(tx: WriteTx, viewer: Viewer): Promise<Viewer> {
  const question = tx.prepared('viewer.now', (q) =>
    q
      .select({ role: people.role, teamId: people.teamId, status: people.status })
      .from(people)
      .where(eq(people.id, sql.placeholder('id'))),
  );
  const [now] = await question.execute({ id: viewer.id });
  if (now?.status !== 'active') throw unauthorized();
  return { ...viewer, role: now.role, teamId: now.teamId };
}
