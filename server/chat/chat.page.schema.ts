// Where a page of messages ends, said once for the server's answers and the browser's events.
import { type Message, messageCursor, type MessagePlace } from './chat.schema.ts';

/**
 * `hasBefore` and `hasAfter`: whether the room has older and newer messages than the page. `nextCursor` goes on in the
 * direction that was asked for: to newer ones for `after`, else to older ones; null at the end.
 */
export type PageEnds = { hasBefore: boolean; hasAfter: boolean; nextCursor: string | null };

export function endsOf(items: readonly Message[], place: MessagePlace, lastNo: number): PageEnds {
  const first = items[0]?.no ?? edgeOf(place, lastNo) + 1;
  const last = items.at(-1)?.no ?? edgeOf(place, lastNo);
  const hasBefore = first > 1;
  const hasAfter = last < lastNo;
  if (place.at === 'after')
    return { hasBefore, hasAfter, nextCursor: hasAfter ? messageCursor('after', last) : null };
  return { hasBefore, hasAfter, nextCursor: hasBefore ? messageCursor('before', first) : null };
}

/** An empty page lies after this number. */
export function edgeOf(place: MessagePlace, lastNo: number): number {
  return place.at === 'after' || place.at === 'around' ? Math.min(place.no, lastNo) : 0;
}
