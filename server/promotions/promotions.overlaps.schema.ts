// Two promotions get in each other's way when category, a channel and a day are the same. Said once for the server's
// SQL, which a test holds to it, and for the screens.
import type { OverlapsInput, PromotionFacts } from './promotions.schema.ts';
import { overlaps } from './promotions.status.schema.ts';

type Wanted = Pick<OverlapsInput, 'category' | 'channels' | 'startsOn' | 'endsOn'>;

/** Open ends reach everything; both days count. What was stopped is in nobody's way. */
export function isInTheWay(other: PromotionFacts, wanted: Wanted): boolean {
  return (
    other.stoppedAt === null &&
    other.category === wanted.category &&
    other.channels.some((channel) => wanted.channels.includes(channel)) &&
    overlaps(other, { from: wanted.startsOn ?? undefined, to: wanted.endsOn ?? undefined })
  );
}
