// Puts what was said lately into the search index, a few seconds after: whichever process comes first. What was said
// before the index was made, or while nobody ran, is put in at the start.
import { indexMessages } from '#db/message-index.ts';
import type { Deps } from '../deps.ts';

const AFTER_MS = 5_000;

/** Returns how to stop. */
export function keepSearchIndexed({ db, clock, log }: Pick<Deps, 'db' | 'clock' | 'log'>) {
  let cancel: (() => void) | null = null;
  let isRunning = false;
  let isStopped = false;

  function plan() {
    if (isStopped || cancel !== null) return;
    cancel = clock.wakeAt(new Date(clock.now().getTime() + AFTER_MS), () => {
      cancel = null;
      if (isRunning) plan();
      else void run();
    });
  }

  async function run() {
    isRunning = true;
    try {
      await indexMessages(db, () => isStopped);
    } catch (error) {
      if (!isStopped) log.error({ err: error }, 'Messages could not be put into the search index.');
    } finally {
      isRunning = false;
    }
  }

  const stopListening = db.onCommit(plan);
  plan();
  return () => {
    isStopped = true;
    stopListening();
    cancel?.();
  };
}
