import type { Position } from '#db/database.ts';
import type { Deps } from '../deps.ts';
import type { Hub } from '../live/hub.ts';
import type { Viewer } from '../viewer.ts';
import { navCounts, navCountsOf } from './nav.counts.ts';
import { Pushes } from './nav.pushes.ts';
import type { NavCounts } from './nav.schema.ts';

export function getCounts(
  deps: Deps,
  viewer: Viewer,
  cursor: string | null,
): Promise<NavCounts & { asOf: Position }> {
  return navCounts(deps, viewer.id, cursor);
}

/** The numbers at once and after every change; of two, the one with the higher `asOf` is right. */
export function followCounts(
  deps: Deps,
  viewer: Viewer,
  signal: AbortSignal = new AbortController().signal,
) {
  return pushesOf(deps).follow(viewer.id, signal);
}

const pushesOfProcess = new WeakMap<Hub, Pushes<NavCounts & { asOf: Position }>>();

function pushesOf(deps: Deps): Pushes<NavCounts & { asOf: Position }> {
  const known = pushesOfProcess.get(deps.hub);
  if (known !== undefined) return known;
  const made = new Pushes(deps.hub, (userIds) => navCountsOf(deps, userIds));
  pushesOfProcess.set(deps.hub, made);
  return made;
}
