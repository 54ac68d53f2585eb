// Promotions are everybody's: each change goes to all who work here. An event also says what the facts were before, so
// that whoever holds the counts of the filters can move them without asking.
import type { WriteTx } from '#db/database.ts';
import { topics } from '../live/audience.ts';
import { factsOf, type PromotionRow, toPromotionItem } from './promotions.row.ts';
import type { PromotionDetail, PromotionEventData } from './promotions.schema.ts';

type LongParts = Partial<Pick<PromotionDetail, 'resultNote' | 'files'>>;
type Change = { before: PromotionRow | null; after: PromotionRow; longParts?: LongParts };

/** `before` is null for one that was not there; `longParts` travel only when they changed. */
export function emitPromotion(tx: WriteTx, { before, after, longParts }: Change): void {
  const was = before === null ? null : factsOf(before);
  const data: PromotionEventData = { ...toPromotionItem(after), ...longParts, was };
  tx.emit({
    feature: 'promotions',
    kind: before === null ? 'promotion.created' : 'promotion.changed',
    id: after.id,
    version: after.version,
    audience: [topics.staff],
    data,
  });
}

export function emitPromotionRemoved(tx: WriteTx, promotion: PromotionRow): void {
  tx.emit({
    feature: 'promotions',
    kind: 'promotion.removed',
    id: promotion.id,
    version: promotion.version,
    audience: [topics.staff],
    data: null,
  });
}
