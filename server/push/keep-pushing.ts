// Looks at what happened and pushes what is to be pushed, as long as the process runs. Costs nothing where nobody wants
// pushes: one look at an empty table after events that could be a reason for one.
import { pushedUpTo } from '#db/push-outbox.ts';
import type { Deps } from '../deps.ts';
import { deliverPushes } from './push.deliver.ts';
import { gatherPushes } from './push.gather.ts';

const REASONS = new Set([
  'message.posted',
  'notification.created',
  'notification.returned',
  'reminder.due',
]);
/** Events come in bursts: they are looked at together. */
const GATHER_MS = 200;
const RETRY_AFTER_MS = 10_000;

/** Returns how to stop. */
export function keepPushing(deps: Deps): () => void {
  const { db, hub, clock, log } = deps;
  let cancel: () => void = () => undefined;
  let plannedAt = Number.POSITIVE_INFINITY;
  let seq: number | null = null;
  let isRunning = false;
  let isStopped = false;

  function planIn(ms: number) {
    const atMs = clock.now().getTime() + ms;
    if (isStopped || atMs >= plannedAt) return;
    cancel();
    plannedAt = atMs;
    cancel = clock.wakeAt(new Date(atMs), () => void run());
  }

  async function run() {
    plannedAt = Number.POSITIVE_INFINITY;
    if (isRunning) return planIn(GATHER_MS);
    isRunning = true;
    let nextMs: number | null = null;
    try {
      seq = await gatherPushes(deps, seq ?? (await startAt()));
      const nextAt = await deliverPushes(deps);
      if (nextAt !== null) nextMs = Math.max(nextAt.getTime() - clock.now().getTime(), 0);
    } catch (error) {
      nextMs = RETRY_AFTER_MS;
      if (!isStopped) log.error({ err: error }, 'Pushes could not be sent, trying again.');
    } finally {
      isRunning = false;
    }
    if (nextMs !== null) planIn(nextMs);
  }

  /** Where some process was when the last one ended; at first, from now on. */
  async function startAt(): Promise<number> {
    const known = await pushedUpTo(db);
    return known === null ? startedAt : Math.min(known, startedAt);
  }

  const startedAt = hub.published;
  const stopListening = hub.onEvent(({ kind }) => {
    if (REASONS.has(kind)) planIn(GATHER_MS);
  });
  planIn(GATHER_MS);
  return () => {
    isStopped = true;
    stopListening();
    cancel();
  };
}
