// Where a page of messages ends, said once for the server's answers and the browser's events.
import { type Message, messageCursor, type MessagePlace } from './chat.schema.ts';

/**
 * `hasBefore` and `hasAfter`: whether the room has older and newer messages than the page. `nextCursor` goes on in the
 * direction that was asked for: to newer ones for `after`, else to older ones; null at the end.
 */
export type PageEnds = { hasBefore: boolean; hasAfter: boolean; nextCursor: string | null };

/** What of a room is somebody's to see: from their first message to its last one. */
export type Seen = { firstNo: number; lastNo: number };

export function endsOf(items: readonly Message[], place: MessagePlace, seen: Seen): PageEnds {
  const { firstNo, lastNo } = seen;
  const first = items[0]?.no ?? edgeOf(place, seen) + 1;
  const last = items.at(-1)?.no ?? edgeOf(place, seen);
  const hasBefore = first > firstNo;
  const hasAfter = last < lastNo;
  if (place.at === 'after')
    return { hasBefore, hasAfter, nextCursor: hasAfter ? messageCursor('after', last) : null };
  return { hasBefore, hasAfter, nextCursor: hasBefore ? messageCursor('before', first) : null };
}

/** An empty page lies after this number. */
export function edgeOf(place: MessagePlace, { firstNo, lastNo }: Seen): number {
  const edge = place.at === 'after' || place.at === 'around' ? Math.min(place.no, lastNo) : 0;
  return Math.max(edge, firstNo - 1);
}
