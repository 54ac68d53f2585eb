import { epochOf, seqOf } from '#client/live/position.ts';

/** The one with the higher position. After a restore of the database positions begin anew: then the later one. */
export function newestCounts<C>(before: unknown, next: C): C {
  const [known, arrived] = [positionOf(before), positionOf(next)];
  if (known === null || arrived === null || epochOf(known) !== epochOf(arrived)) return next;
  return seqOf(arrived) >= seqOf(known) ? next : (before as C);
}

function positionOf(counts: unknown): string | null {
  const hasOne = typeof counts === 'object' && counts !== null && 'asOf' in counts;
  return hasOne && typeof counts.asOf === 'string' ? counts.asOf : null;
}
