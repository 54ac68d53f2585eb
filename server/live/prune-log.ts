// The log of events is kept for those who come back, not for ever: a day, 200,000 rows or 128 MB, whichever is first.
// Whoever was away longer is told to ask for everything again.
import { pruneEvents } from '#db/prune.ts';
import type { Deps } from '../deps.ts';

const EVERY_MS = 600_000;
const KEEP_MS = 24 * 3_600_000;
const KEEP_ROWS = 200_000;
const KEEP_BYTES = 128 * 1024 * 1024;

/** Looks every ten minutes; returns how to stop. */
export function keepLogShort({ db, clock, log }: Pick<Deps, 'db' | 'clock' | 'log'>): () => void {
  let isPruning = false;
  const prune = async () => {
    if (isPruning) return;
    isPruning = true;
    try {
      const olderThan = new Date(clock.now().getTime() - KEEP_MS);
      await pruneEvents(db, { olderThan, keepRows: KEEP_ROWS, keepBytes: KEEP_BYTES });
    } catch (error) {
      log.error({ err: error }, 'Old events could not be removed.');
    } finally {
      isPruning = false;
    }
  };
  const timer = setInterval(() => void prune(), EVERY_MS).unref();
  return () => clearInterval(timer);
}
