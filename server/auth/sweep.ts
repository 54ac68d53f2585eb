// Sessions that expire by themselves: each is ended when its time comes, so that its sockets close too, and what is left
// of old budgets goes with them.
import { asc, gt, lte } from 'drizzle-orm';
import { budgets, sessions } from '#db/schema/sessions.ts';
import type { Deps } from '../deps.ts';
import { endExpiredSessions } from './session.ts';

const AT_LEAST_EVERY_MS = 3_600_000;

/** Returns how to stop. */
export function startSweep(deps: Deps): () => void {
  let cancel = () => {};
  let isStopped = false;
  const sweep = async () => {
    try {
      const next = await sweepOnce(deps);
      if (!isStopped) cancel = deps.clock.wakeAt(next, wake);
    } catch (error) {
      if (isStopped) return;
      deps.log.error({ err: error }, 'Expired sessions could not be removed.');
      cancel = deps.clock.wakeAt(anHourFrom(deps.clock.now()), wake);
    }
  };
  const wake = () => {
    void sweep();
  };
  wake();
  return () => {
    isStopped = true;
    cancel();
  };
}

/** Ends what has expired; returns when to do so again. */
export async function sweepOnce(deps: Deps): Promise<Date> {
  await endExpiredSessions(deps);
  const now = deps.clock.now();
  const { next, hasOldBudgets } = await deps.db.read(async (tx) => {
    const [session] = await tx
      .select({ expiresAt: sessions.expiresAt })
      .from(sessions)
      .where(gt(sessions.expiresAt, now))
      .orderBy(asc(sessions.expiresAt))
      .limit(1);
    const old = await tx
      .select({ key: budgets.key })
      .from(budgets)
      .where(lte(budgets.resetsAt, now))
      .limit(1);
    return { next: session?.expiresAt, hasOldBudgets: old.length > 0 };
  });
  if (hasOldBudgets) await removeOldBudgets(deps);
  const atLatest = anHourFrom(now);
  return next !== undefined && next < atLatest ? next : atLatest;
}

async function removeOldBudgets(deps: Deps): Promise<void> {
  await deps.db.write({ actorId: null }, async (tx) => {
    await tx.delete(budgets).where(lte(budgets.resetsAt, tx.now));
    tx.audit('budgets.prune', { kind: 'budgets', id: 'budgets' });
  });
}

function anHourFrom(now: Date): Date {
  return new Date(now.getTime() + AT_LEAST_EVERY_MS);
}
