// How this process and its database are, for admins: asked once, or told again whenever it has changed.
import { statfs } from 'node:fs/promises';
import type { Position } from '#db/database.ts';
import { codeOf } from '#db/errors.ts';
import { databaseSizeBytes } from '#db/size.ts';
import type { Deps } from '../deps.ts';
import { readRange } from '../live/log.ts';
import type { Viewer } from '../viewer.ts';
import { cpuPercent } from './cpu-gauge.ts';
import {
  type CacheVerdict,
  type Health,
  type HealthNews,
  hitPercentOf,
  judgeCache,
  state,
} from './health.schema.ts';
import { p95Ms } from './timings.ts';

const TELL_EVERY_MS = 5_000;

export async function getHealth(deps: Deps): Promise<Health & { asOf: Position }> {
  const { asOf, ...health } = await measure(deps);
  return { ...health, asOf };
}

/** Not in the log: a snapshot now, and another whenever it differs, until they are no admin any more. */
export async function* watchHealth(
  deps: Deps,
  viewer: Viewer,
  signal: AbortSignal,
): AsyncGenerator<HealthNews> {
  let told = '';
  while (!signal.aborted && deps.hub.rightsOf(viewer.id)?.role === 'admin') {
    const { items, checkedAt } = await measure(deps);
    const caches = deps.caches.stats().map(judgeCache);
    const text = JSON.stringify([items, caches]);
    if (text !== told) yield { items, caches, checkedAt };
    told = text;
    await pause(deps, TELL_EVERY_MS, signal);
  }
}

export function cacheStats(deps: Deps): { items: CacheVerdict[]; asOf: Position } {
  return { items: deps.caches.stats().map(judgeCache), asOf: deps.hub.position };
}

async function measure(deps: Deps): Promise<Health & { asOf: Position }> {
  const [free, bytes, log] = await Promise.all([
    freeBytes(deps.config.dataDir),
    databaseSizeBytes(deps.db),
    readRange(deps.db),
  ]);
  const items = [
    state('cache_hits', hitPercentOf(allCaches(deps))),
    state('api_p95', p95Ms()),
    state('cpu', cpuPercent()),
    state('memory', process.memoryUsage.rss()),
    state('database_size', bytes),
    state('event_log', log.head - log.first + 1),
    state('sockets', deps.connections.count()),
    state('people_online', deps.connections.personIds().length),
    state('disk_free', free),
  ];
  return { items, checkedAt: deps.clock.now(), asOf: deps.hub.positionOf(log.head) };
}

/** Null when the folder is not there: nothing has been stored in files yet. */
async function freeBytes(folder: string): Promise<number | null> {
  try {
    const disk = await statfs(folder);
    return disk.bavail * disk.bsize;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function allCaches(deps: Deps): { hits: number; misses: number } {
  const sum = { hits: 0, misses: 0 };
  for (const { hits, misses } of deps.caches.stats()) {
    sum.hits += hits;
    sum.misses += misses;
  }
  return sum;
}

/** Ends early when the signal aborts. */
function pause({ clock }: Deps, ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const cancel = clock.wakeAt(new Date(clock.now().getTime() + ms), done);
    signal.addEventListener('abort', done, { once: true });
    function done() {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
