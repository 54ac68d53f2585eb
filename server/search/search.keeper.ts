// Titles from before there was a search everywhere are made findable soon after a start; every later one is at once.
import { fillSearchKeys } from '#db/search-keys.ts';
import type { Deps } from '../deps.ts';
import { searchKey } from '../search-key.schema.ts';

const AFTER_MS = 1_000;

/** Returns how to stop. */
export function keepTitlesFindable({ db, clock, log }: Pick<Deps, 'db' | 'clock' | 'log'>) {
  let isStopped = false;

  async function run() {
    try {
      await fillSearchKeys(db, searchKey, () => isStopped);
    } catch (error) {
      if (!isStopped) log.error({ err: error }, 'Titles could not be made ready for the search.');
    }
  }

  const cancel = clock.wakeAt(new Date(clock.now().getTime() + AFTER_MS), () => void run());
  return () => {
    isStopped = true;
    cancel();
  };
}
