// How promotions are sorted and filtered, said once more in plain code: the server's SQL and these functions agree (a
// test holds them together on both databases), so that a browser can put a changed row where a fresh answer has it.
// The order: what ends last comes first, an open end before every day, and among equals the larger id. So everything
// that is over comes after everything that runs or is still to come, and the newest of it first.
import { decodeCursor } from '../cursor.schema.ts';
import type { PromotionFacts, PromotionFilter, PromotionItem } from './promotions.schema.ts';
import { endsSoon, overlaps, statusOn } from './promotions.status.schema.ts';

/** When a promotion without an end is over, for sorting: after every day. */
const OPEN_END = '9999-12-31';

/** The sort key of a row: its last day and its id, so that the order is total. */
export type PromotionKey = readonly [endsOn: string, id: string];

export function promotionKey(promotion: Pick<PromotionItem, 'endsOn' | 'id'>): PromotionKey {
  return [promotion.endsOn ?? OPEN_END, promotion.id];
}

/** Negative when `a` comes first. */
export function comparePromotionKeys(a: PromotionKey, b: PromotionKey): number {
  const [first, second] = a[0] === b[0] ? [a[1], b[1]] : [a[0], b[0]];
  if (first === second) return 0;
  return first > second ? -1 : 1;
}

/** Title and body as a search compares them. */
export function searchFold(promotion: Pick<PromotionItem, 'title' | 'body'>): string {
  return `${promotion.title}\n${promotion.body}`.toLowerCase();
}

/** Whether a promotion belongs to what was asked for; `today` in Seoul decides its status. */
export function matchesPromotionFilter(
  promotion: PromotionItem,
  filter: PromotionFilter,
  today: string,
): boolean {
  return (
    matchesFacts(promotion, filter, today) &&
    (filter.text === undefined || searchFold(promotion).includes(filter.text.toLowerCase()))
  );
}

/** The same but for the words, which facts do not say. */
export function matchesFacts(
  promotion: PromotionFacts,
  filter: PromotionFilter,
  today: string,
): boolean {
  return (
    (filter.category === undefined || promotion.category === filter.category) &&
    (filter.channel === undefined || promotion.channels.includes(filter.channel)) &&
    (filter.on === undefined || statusOn(promotion, filter.on) === 'running') &&
    overlaps(promotion, filter) &&
    (filter.startsOn === undefined || promotion.startsOn === filter.startsOn) &&
    (filter.endsOn === undefined || promotion.endsOn === filter.endsOn) &&
    (filter.endingSoon !== true || endsSoon(promotion, today)) &&
    (filter.status === undefined || statusOn(promotion, today) === filter.status)
  );
}

/** A cursor says the key of the last row before the page. */
export function encodePromotionCursor(key: PromotionKey): string {
  return JSON.stringify(key);
}

const KEY_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Undefined for anything that is not a cursor of this list. */
export function decodePromotionCursor(cursor: string): PromotionKey | undefined {
  const [endsOn, id] = decodeCursor(cursor) ?? [];
  if (typeof endsOn !== 'string' || id === undefined) return undefined;
  return KEY_DAY.test(endsOn) ? [endsOn, id] : undefined;
}
